// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/fields/field_sheet.h"

#include <QEvent>
#include <QLineEdit>
#include <QVBoxLayout>

#include "campaign/fields_check.h"
#include "editors/message_editor.h"
#include "editors/token_field.h"
#include "ui/campaign_document.h"
#include "ui/composer/page/editor_look.h"
#include "ui/layout/tab_order.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

FieldSheet::FieldSheet(CampaignDocument& document, QWidget* parent) : QWidget(parent), m_document(document) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
}

void FieldSheet::rebuild(const std::function<void(QVBoxLayout&)>& fill) {
  QWidget* focus = focusWidget();
  const bool inside = focus && focus->hasFocus() && m_contents && m_contents->isAncestorOf(focus);
  const QString focused = inside ? focus->objectName() : QString();
  m_values.clear();
  m_lines.clear();
  m_inputs.clear();
  m_order.clear();
  if (m_contents) {
    // One of its buttons may be what asked for this.
    m_contents->hide();
    m_contents->setParent(nullptr);
    m_contents->deleteLater();
  }
  m_contents = new QWidget;
  auto* column = new QVBoxLayout(m_contents);
  column->setContentsMargins({});
  column->setSpacing(size::Small);
  layout()->addWidget(m_contents);
  fill(*column);
  // A layout shows what is new a moment later, and until then it can't have the focus.
  m_contents->show();
  setVisible(column->count() > 0);
  arrangeTabs();
  applyTheme();
  showValues();
  // What is made anew must not take the focus away.
  if (focused.isEmpty()) return;
  auto* again = m_contents->findChild<QWidget*>(focused);
  // A removed pair leaves it to what adds another.
  if (!again) again = m_contents->findChild<QWidget*>(QStringLiteral("fields.add.") + focused.section(u'.', 2, 2));
  if (again) again->setFocus();
}

void FieldSheet::arrangeTabs() {
  QWidget* behind = nextControl(this);
  for (QWidget* control : m_order) tabBefore(behind, {control});
}

QWidget* FieldSheet::makeValueField(const Input& input) {
  auto* field = new editors::TokenField;
  field->setObjectName(QStringLiteral("fields.") + input.place);
  field->editor()->setObjectName(QStringLiteral("fields.%1.text").arg(input.place));
  field->setName(input.name);
  field->setPlaceholderText(tr("Value, @ to personalise"));
  if (m_properties) field->setProperties(*m_properties);
  connect(field, &editors::TokenField::valueEdited, this, [this, input](const QByteArray& typed) {
    change(input.place, input.step, [&](Fields& fields) { input.write(fields, typed); });
  });
  m_values.insert(input.place, field);
  m_inputs.insert(input.place, input);
  m_order.push_back(field->editor());
  return field;
}

QWidget* FieldSheet::editorOf(const QString& place) const {
  const editors::TokenField* field = m_values.value(place);
  return field ? field->editor() : nullptr;
}

QLineEdit* FieldSheet::makeLine(const Input& input) {
  auto* field = new QLineEdit;
  field->setObjectName(QStringLiteral("fields.") + input.place);
  field->setAccessibleName(input.name);
  field->setPlaceholderText(tr("Value"));
  connect(field, &QLineEdit::textEdited, this, [this, input](const QString& typed) {
    change(input.place, input.step, [&](Fields& fields) { input.write(fields, typed.toUtf8()); });
  });
  m_lines.insert(input.place, field);
  m_inputs.insert(input.place, input);
  m_order.push_back(field);
  return field;
}

void FieldSheet::change(const QString& place, const QString& step, const std::function<void(Fields&)>& act) {
  Fields fields = m_document.fieldsOf(m_document.shownCopy());
  act(fields);
  m_document.setFields(fields, place, step);
}

void FieldSheet::showValues() {
  const Fields fields = m_document.fieldsOf(m_document.shownCopy());
  for (auto it = m_values.begin(); it != m_values.end(); ++it) it.value()->setValue(m_inputs[it.key()].read(fields));
  for (auto it = m_lines.begin(); it != m_lines.end(); ++it) {
    const QString value = QString::fromUtf8(m_inputs[it.key()].read(fields));
    if (it.value()->text() != value) it.value()->setText(value);
  }
}

/// Own pairs are called by their names in issues, which here change as they are typed.
QString FieldSheet::issuePlace(const QString& place) const {
  const QString block = place.section(u'.', 0, 0);
  if (!place.startsWith(block + QStringLiteral(".own."))) return place;
  const QLineEdit* name = m_lines.value(place + QStringLiteral(".name"));
  return name ? block + u'.' + name->text() : place;
}

void FieldSheet::showProblems(const std::vector<campaign::Issue>& issues) {
  const int copy = m_document.shownCopy();
  for (auto it = m_values.begin(); it != m_values.end(); ++it) {
    std::vector<editors::EditorProblem> problems;
    for (const campaign::Issue& issue : issues) {
      if (issue.offset < 0 || issue.field != campaign::fieldsPlace(issuePlace(it.key()), copy)) continue;
      problems.push_back(
          {issue.offset, issue.offset + issue.length, issue.text, issue.severity == campaign::Severity::Block});
    }
    it.value()->setProblems(std::move(problems));
  }
}

void FieldSheet::setProperties(const std::vector<editors::PropertyChoice>& properties) {
  m_properties = properties;
  for (editors::TokenField* field : std::as_const(m_values)) field->setProperties(properties);
}

bool FieldSheet::focusField(const QString& place) {
  if (isHidden()) return false;
  if (QWidget* editor = editorOf(place)) {
    editor->setFocus();
    return true;
  }
  if (QLineEdit* line = m_lines.value(place)) {
    line->setFocus();
    return true;
  }
  const QString nameMark = QStringLiteral(".name");
  for (auto it = m_lines.begin(); it != m_lines.end(); ++it) {
    if (!it.key().endsWith(nameMark) || issuePlace(it.key().chopped(nameMark.size())) != place) continue;
    it.value()->setFocus();
    return true;
  }
  return false;
}

void FieldSheet::applyTheme() {
  const editors::EditorTheme look = editorLook(Tokens::of(this));
  for (editors::TokenField* field : std::as_const(m_values)) field->setTheme(look);
}

void FieldSheet::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange) applyTheme();
  QWidget::changeEvent(event);
}

Label* makeFieldsHint(const QString& text) {
  auto* hint = new Label(text, TypeRole::Hint, Ink::Text3);
  hint->setTextFormat(Qt::PlainText);
  hint->setWordWrap(true);
  return hint;
}

}  // namespace heliograph::ui
