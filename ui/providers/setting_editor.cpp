// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/setting_editor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFontDatabase>
#include <QJsonArray>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QStringListModel>
#include <QVBoxLayout>

#include "ui/providers/pair_rows.h"
#include "ui/providers/token_completion.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

using providers::SettingField;

namespace {

constexpr int kTextHeight = 168;

/// A longer example would be cut; the help below says it.
constexpr qsizetype kLongestExample = 46;

/// No line ends within the sign of a token.
QString helpWords(QString help) {
  return help.replace(QStringLiteral("$$"), QStringLiteral("$\u2060$"));
}

QWidget* framed(QPlainTextEdit& text) {
  text.setFrameShape(QFrame::NoFrame);
  auto* card = new Card;
  card->setBorder(Card::Border::Strong);
  card->setPadding(size::Tiny);
  card->body()->addWidget(&text);
  return card;
}

}  // namespace

SettingEditor::SettingEditor(const SettingField& field, const QStringList& tokens, QWidget* parent)
    : QWidget(parent),
      m_field(field),
      m_tokens(tokens),
      m_control(makeControl()),
      m_problem(new Label({}, TypeRole::Hint, Ink::Problem)) {
  m_control->setObjectName(QStringLiteral("setting.") + field.name);
  m_control->setAccessibleName(field.label);
  m_problem->setWordWrap(true);
  m_problem->hide();
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(size::Tiny);
  if (!m_flag) column->addWidget(makeFieldLabel(field.label, m_control));
  column->addWidget(m_text ? framed(*m_text) : m_control);
  if (!field.help.isEmpty()) {
    auto* help = new Label(helpWords(field.help), TypeRole::Hint, Ink::Text3);
    help->setTextFormat(Qt::PlainText);
    help->setWordWrap(true);
    column->addWidget(help);
  }
  column->addWidget(m_problem);
  setValue(field.defaultValue);
}

QWidget* SettingEditor::makeControl() {
  switch (m_field.type) {
    case SettingField::Type::Choice:
      return makeChoice();
    case SettingField::Type::Flag:
      m_flag = new QCheckBox(m_field.label);
      connect(m_flag, &QCheckBox::clicked, this, &SettingEditor::edited);
      return m_flag;
    case SettingField::Type::Rows:
      return makeRows();
    case SettingField::Type::LongText:
      return makeText();
    case SettingField::Type::Text:
    case SettingField::Type::Number:
      break;
  }
  return makeLine();
}

QWidget* SettingEditor::makeLine() {
  m_line = new QLineEdit;
  if (m_field.secret) m_line->setEchoMode(QLineEdit::Password);
  m_line->setPlaceholderText(example());
  if (!m_tokens.isEmpty() && !m_field.secret) new TokenCompletion(*m_line, m_tokens);
  connect(m_line, &QLineEdit::textEdited, this, &SettingEditor::edited);
  return m_line;
}

QString SettingEditor::example() const {
  return m_field.patternHelp.size() > kLongestExample && !m_field.help.isEmpty() ? QString() : m_field.patternHelp;
}

QWidget* SettingEditor::makeChoice() {
  m_choice = new QComboBox;
  QStringList labels;
  for (const auto& choice : m_field.choices) labels << choice.label;
  m_choice->setModel(new QStringListModel(labels, m_choice));
  connect(m_choice, &QComboBox::activated, this, &SettingEditor::edited);
  return m_choice;
}

QWidget* SettingEditor::makeText() {
  m_text = new QPlainTextEdit;
  m_text->setTabChangesFocus(true);
  m_text->setFixedHeight(kTextHeight);
  m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
  if (!m_tokens.isEmpty()) new TokenCompletion(*m_text, m_tokens);
  connect(m_text, &QPlainTextEdit::textChanged, this, &SettingEditor::edited);
  return m_text;
}

QWidget* SettingEditor::makeRows() {
  m_rows = new PairRows(m_field.name, m_field.label, m_tokens);
  connect(m_rows, &PairRows::edited, this, &SettingEditor::edited);
  return m_rows;
}

QJsonValue SettingEditor::value() const {
  if (m_field.secret) return QJsonValue::Undefined;
  if (m_flag) return m_flag->isChecked();
  if (m_choice) {
    const int row = m_choice->currentIndex();
    return row < 0 ? QJsonValue(QJsonValue::Undefined) : m_field.choices[static_cast<std::size_t>(row)].value;
  }
  if (m_rows) return m_rows->value();
  const QString text = m_text ? m_text->toPlainText() : m_line->text().trimmed();
  if (text.isEmpty()) return QJsonValue::Undefined;
  bool isNumber = false;
  const qint64 number = text.toLongLong(&isNumber);
  return m_field.type == SettingField::Type::Number && isNumber ? QJsonValue(number) : QJsonValue(text);
}

void SettingEditor::setValue(const QJsonValue& value) {
  if (m_flag) {
    m_flag->setChecked(value.toBool() || value.toString() == QLatin1String("true"));
  } else if (m_choice) {
    int row = -1;
    for (std::size_t i = 0; i < m_field.choices.size(); ++i) {
      if (m_field.choices[i].value == value.toString()) row = static_cast<int>(i);
    }
    m_choice->setCurrentIndex(row);
  } else if (m_rows) {
    m_rows->setValue(value.toArray());
  } else if (m_text) {
    m_text->setPlainText(value.toString());
  } else if (!m_field.secret) {
    m_line->setText(value.toVariant().toString());
  }
}

QHash<QString, QString> SettingEditor::secrets() const {
  if (m_rows) return m_rows->secrets();
  if (!m_field.secret || !m_line || m_line->text().isEmpty()) return {};
  return {{m_field.name, m_line->text()}};
}

void SettingEditor::setSecrets(const QHash<QString, QString>& secrets) {
  if (m_rows) return m_rows->setSecrets(secrets);
  if (m_field.secret && m_line && secrets.contains(m_field.name)) m_line->setText(secrets.value(m_field.name));
}

void SettingEditor::setSecretKnown(bool known) {
  if (m_rows && known) m_rows->setSecretsKnown();
  if (m_field.secret && m_line)
    m_line->setPlaceholderText(known ? tr("Kept; type to replace it") : tr("Not kept any more; type it again"));
}

void SettingEditor::setProblem(const QString& text) {
  m_problem->setText(text);
  m_problem->setVisible(!text.isEmpty());
}

void SettingEditor::focusField() {
  if (m_rows) return m_rows->focusFirst();
  m_control->setFocus();
}

}  // namespace heliograph::ui
