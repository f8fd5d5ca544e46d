// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/pair_rows.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QJsonObject>
#include <QLineEdit>
#include <QRegularExpression>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/layout/tab_order.h"
#include "ui/providers/token_completion.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/icon_button.h"

namespace heliograph::ui {

PairRows::PairRows(const QString& field, const QString& label, const QStringList& tokens, QWidget* parent)
    : QWidget(parent),
      m_field(field),
      m_label(label),
      m_tokens(tokens),
      m_column(new QVBoxLayout),
      m_add(new Button(tr("Add a pair"), ButtonRole::Plain, Icon::Plus)) {
  m_add->setSmall(true);
  m_add->setAutoDefault(false);
  m_add->setObjectName(QStringLiteral("pairs.add.") + field);
  m_add->setAccessibleName(tr("Add a pair to “%1”").arg(label));
  m_column->setSpacing(size::Tiny);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(size::Tiny);
  column->addLayout(m_column);
  column->addWidget(m_add, 0, Qt::AlignLeft);
  connect(m_add, &Button::clicked, this, [this] {
    addRow().name->setFocus();
    Q_EMIT edited();
  });
}

PairRows::Row& PairRows::addRow() {
  Row row{new QWidget, new QLineEdit, new QLineEdit, new QCheckBox(tr("Secret")), {}};
  const auto number = m_rows.size() + 1;
  row.name->setObjectName(QStringLiteral("pairs.%1.name.%2").arg(m_field).arg(number));
  row.value->setObjectName(QStringLiteral("pairs.%1.value.%2").arg(m_field).arg(number));
  row.secret->setObjectName(QStringLiteral("pairs.%1.secret.%2").arg(m_field).arg(number));
  row.name->setAccessibleName(tr("%1, name %2").arg(m_label).arg(number));
  row.value->setAccessibleName(tr("%1, value %2").arg(m_label).arg(number));
  row.secret->setAccessibleName(tr("%1, value %2 is secret").arg(m_label).arg(number));
  row.name->setPlaceholderText(tr("Name"));
  row.secret->setToolTip(tr("The value is kept in the keyring and never shown again"));
  if (!m_tokens.isEmpty()) new TokenCompletion(*row.value, m_tokens);
  auto* away = new IconButton(Icon::Close, tr("Take this pair out"));
  auto* line = new QHBoxLayout(row.widget);
  line->setContentsMargins({});
  line->setSpacing(size::Small);
  line->addWidget(row.name, 2);
  line->addWidget(row.value, 3);
  line->addWidget(row.secret);
  line->addWidget(away);
  m_column->addWidget(row.widget);
  // Shown by the layout it would be a moment later: Tab would pass over it until then.
  row.widget->show();
  for (QLineEdit* edit : {row.name, row.value}) connect(edit, &QLineEdit::textChanged, this, &PairRows::edited);
  connect(row.secret, &QCheckBox::clicked, this, [this, widget = row.widget] {
    for (const Row& one : m_rows) {
      if (one.widget == widget) showSecrecy(one);
    }
    Q_EMIT edited();
  });
  connect(away, &IconButton::clicked, this, [this, widget = row.widget] { removeRow(widget); });
  showSecrecy(row);
  m_rows.push_back(row);
  tabBefore(m_add, {row.name, row.value, row.secret, away});
  return m_rows.back();
}

void PairRows::removeRow(const QWidget* widget) {
  const auto row =
      std::find_if(m_rows.begin(), m_rows.end(), [widget](const Row& one) { return one.widget == widget; });
  if (row == m_rows.end()) return;
  row->widget->hide();
  row->widget->deleteLater();
  m_rows.erase(row);
  m_add->setFocus();
  Q_EMIT edited();
}

void PairRows::showSecrecy(const Row& row) {
  const bool secret = row.secret->isChecked();
  row.value->setEchoMode(secret ? QLineEdit::Password : QLineEdit::Normal);
  row.value->setPlaceholderText(secret && !row.secretField.isEmpty() ? tr("Kept; type to replace it") : tr("Value"));
}

QString PairRows::secretField(const Row& row) const {
  if (!row.secretField.isEmpty()) return row.secretField;
  static const QRegularExpression other(QStringLiteral("[^a-z0-9]+"));
  return m_field + QLatin1Char('_') + row.name->text().trimmed().toLower().replace(other, QStringLiteral("_"));
}

QJsonArray PairRows::value() const {
  QJsonArray pairs;
  for (const Row& row : m_rows) {
    const QString name = row.name->text().trimmed();
    if (name.isEmpty()) continue;
    QJsonObject pair{{QStringLiteral("name"), name}};
    if (row.secret->isChecked()) {
      pair.insert(QStringLiteral("secret"), secretField(row));
    } else {
      pair.insert(QStringLiteral("value"), row.value->text());
    }
    pairs.append(pair);
  }
  return pairs;
}

void PairRows::setValue(const QJsonArray& pairs) {
  for (const Row& row : m_rows) {
    row.widget->hide();
    row.widget->deleteLater();
  }
  m_rows.clear();
  for (const QJsonValue& pair : pairs) {
    Row& row = addRow();
    row.secretField = pair[QLatin1String("secret")].toString();
    row.secret->setChecked(!row.secretField.isEmpty());
    row.name->setText(pair[QLatin1String("name")].toString());
    row.value->setText(pair[QLatin1String("value")].toString());
  }
}

QHash<QString, QString> PairRows::secrets() const {
  QHash<QString, QString> typed;
  for (const Row& row : m_rows) {
    if (row.secret->isChecked() && !row.value->text().isEmpty()) typed.insert(secretField(row), row.value->text());
  }
  return typed;
}

void PairRows::setSecrets(const QHash<QString, QString>& secrets) {
  for (const Row& row : m_rows) {
    if (row.secret->isChecked()) row.value->setText(secrets.value(row.secretField));
    showSecrecy(row);
    if (row.secret->isChecked()) row.value->setPlaceholderText(tr("Value"));
  }
}

void PairRows::setSecretsKnown() {
  for (const Row& row : m_rows) showSecrecy(row);
}

void PairRows::focusFirst() {
  if (m_rows.empty()) return m_add->setFocus();
  m_rows.front().name->setFocus();
}

}  // namespace heliograph::ui
