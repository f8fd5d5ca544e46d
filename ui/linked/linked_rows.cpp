// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/linked/linked_rows.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/layout/tab_order.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/icon_button.h"
#include "ui/widgets/link_button.h"

namespace heliograph::ui {

LinkedRows::LinkedRows(Words words, QWidget* parent)
    : QWidget(parent), m_words(std::move(words)), m_lines(new QVBoxLayout), m_more(new LinkButton(m_words.add)) {
  m_lines->setSpacing(size::Tiny);
  m_more->setObjectName(m_words.object + QStringLiteral(".add"));
  connect(m_more, &LinkButton::clicked, this, [this] {
    add({});
    m_rows.back().name->setFocus();
  });
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(size::Tiny);
  column->addLayout(m_lines);
  column->addWidget(m_more, 0, Qt::AlignLeading);
}

void LinkedRows::setPairs(const std::vector<LinkedPair>& pairs) {
  for (const Row& row : m_rows) delete row.line;
  m_rows.clear();
  for (const LinkedPair& pair : pairs) add(pair);
}

std::vector<LinkedPair> LinkedRows::pairs() const {
  std::vector<LinkedPair> pairs;
  for (const Row& row : m_rows) {
    const LinkedPair pair{row.name->text().trimmed(), row.value->text(), row.secret && row.secret->isChecked()};
    if (!pair.name.isEmpty()) pairs.push_back(pair);
  }
  return pairs;
}

void LinkedRows::add(const LinkedPair& pair) {
  const QString number = QString::number(m_rows.size());
  Row row{new QWidget, new QLineEdit(pair.name), new QLineEdit(pair.value), nullptr};
  row.name->setObjectName(m_words.object + QStringLiteral(".name.") + number);
  row.value->setObjectName(m_words.object + QStringLiteral(".value.") + number);
  row.name->setAccessibleName(m_words.name);
  row.value->setAccessibleName(m_words.value);
  row.name->setPlaceholderText(m_words.name);
  row.value->setPlaceholderText(m_words.value);
  auto* line = new QHBoxLayout(row.line);
  line->setContentsMargins({});
  line->setSpacing(size::Small);
  line->addWidget(row.name, 2);
  line->addWidget(row.value, 3);
  if (m_words.mayBeSecret) {
    row.secret = new QCheckBox(tr("Secret"));
    row.secret->setObjectName(m_words.object + QStringLiteral(".secret.") + number);
    row.secret->setToolTip(tr("Kept in the keyring. For the address and the headers; it can't stand in a message."));
    row.secret->setChecked(pair.isSecret);
    connect(row.secret, &QCheckBox::toggled, this, [this, row](bool isSecret) {
      row.value->clear();
      showAsSecret(row, isSecret);
      Q_EMIT edited();
    });
    showAsSecret(row, pair.isSecret);
    line->addWidget(row.secret);
  }
  auto* removal = new IconButton(Icon::Trash, tr("Remove the line"));
  removal->setObjectName(m_words.object + QStringLiteral(".remove.") + number);
  connect(removal, &IconButton::clicked, this, [this, widget = row.line] { remove(widget); });
  line->addWidget(removal);
  for (QLineEdit* field : {row.name, row.value}) connect(field, &QLineEdit::textEdited, this, &LinkedRows::edited);
  m_lines->addWidget(row.line);
  row.line->show();
  tabBefore(m_more, {row.name, row.value, row.secret, removal});
  m_rows.push_back(row);
}

void LinkedRows::showAsSecret(const Row& row, bool isSecret) {
  row.value->setEchoMode(isSecret ? QLineEdit::Password : QLineEdit::Normal);
  row.value->setPlaceholderText(isSecret ? tr("Kept as it is unless you type one") : m_words.value);
}

void LinkedRows::remove(QWidget* line) {
  std::erase_if(m_rows, [line](const Row& row) { return row.line == line; });
  line->hide();
  line->deleteLater();
  Q_EMIT edited();
}

}  // namespace heliograph::ui
