// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/setting_editor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QJsonArray>
#include <QJsonObject>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QStringListModel>
#include <QVBoxLayout>

#include "ui/theme/tokens.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

using providers::SettingField;

namespace {

constexpr int kTextHeight = 84;

/// One row a line, "name: value".
QJsonArray rowsOf(const QString& text) {
  QJsonArray rows;
  for (const QString& line : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
    const qsizetype colon = line.indexOf(QLatin1Char(':'));
    if (colon <= 0) continue;
    rows.append(QJsonObject{{QStringLiteral("name"), line.left(colon).trimmed()},
                            {QStringLiteral("value"), line.mid(colon + 1).trimmed()}});
  }
  return rows;
}

QString rowsText(const QJsonArray& rows) {
  QStringList lines;
  for (const QJsonValue& row : rows) {
    lines << row[QLatin1String("name")].toString() + QStringLiteral(": ") + row[QLatin1String("value")].toString();
  }
  return lines.join(QLatin1Char('\n'));
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

SettingEditor::SettingEditor(const SettingField& field, QWidget* parent)
    : QWidget(parent),
      m_field(field),
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
    auto* help = new Label(field.help, TypeRole::Hint, Ink::Text3);
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
  m_line->setPlaceholderText(m_field.patternHelp);
  connect(m_line, &QLineEdit::textEdited, this, &SettingEditor::edited);
  return m_line;
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
  if (m_field.type == SettingField::Type::Rows) m_text->setPlaceholderText(tr("One a line, such as name: value"));
  connect(m_text, &QPlainTextEdit::textChanged, this, &SettingEditor::edited);
  return m_text;
}

QJsonValue SettingEditor::value() const {
  if (m_field.secret) return QJsonValue::Undefined;
  if (m_flag) return m_flag->isChecked();
  if (m_choice) {
    const int row = m_choice->currentIndex();
    return row < 0 ? QJsonValue(QJsonValue::Undefined) : m_field.choices[static_cast<std::size_t>(row)].value;
  }
  if (m_text && m_field.type == SettingField::Type::Rows) return rowsOf(m_text->toPlainText());
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
  } else if (m_text) {
    m_text->setPlainText(value.isArray() ? rowsText(value.toArray()) : value.toString());
  } else if (!m_field.secret) {
    m_line->setText(value.toVariant().toString());
  }
}

QString SettingEditor::secret() const {
  return m_field.secret && m_line ? m_line->text() : QString();
}

void SettingEditor::setSecretKnown(bool known) {
  if (m_field.secret && m_line)
    m_line->setPlaceholderText(known ? tr("Kept; type to replace it") : m_field.patternHelp);
}

void SettingEditor::setProblem(const QString& text) {
  m_problem->setText(text);
  m_problem->setVisible(!text.isEmpty());
}

void SettingEditor::focusField() {
  m_control->setFocus();
}

}  // namespace heliograph::ui
