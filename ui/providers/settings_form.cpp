// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/settings_form.h"

#include <QJsonArray>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/layout/tab_order.h"
#include "ui/providers/setting_editor.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/fold.h"

namespace heliograph::ui {

using providers::FieldError;
using providers::SettingField;

SettingsForm::SettingsForm(QWidget* parent)
    : QWidget(parent), m_fields(new QVBoxLayout), m_advanced(new Fold(tr("Advanced"), {})) {
  m_advanced->setObjectName(QStringLiteral("settings.advanced"));
  m_fields->setSpacing(size::Medium);
  m_advanced->body()->setSpacing(size::Medium);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(size::Large);
  column->addLayout(m_fields);
  column->addWidget(m_advanced);
}

void SettingsForm::build(const std::vector<SettingField>& fields, const QStringList& tokens) {
  for (auto* all : {&m_editors, &m_secretEditors}) {
    for (SettingEditor* editor : *all) delete editor;
    all->clear();
  }
  m_touched.clear();
  m_usual.clear();
  m_secrets.clear();
  m_missing.clear();
  m_secretsKnown = false;
  bool advanced = false;
  for (const SettingField& field : fields) {
    auto* editor = new SettingEditor(field, tokens);
    m_editors.push_back(editor);
    if (field.advanced) m_usual.insert(field.name, editor->value());
    (field.advanced ? m_advanced->body() : m_fields)->addWidget(editor);
    advanced = advanced || field.advanced;
    connect(editor, &SettingEditor::edited, this, [this, name = field.name] {
      m_touched.insert(name);
      showSummary();
      Q_EMIT edited();
    });
  }
  m_advanced->setVisible(advanced);
  showSummary();
}

/// Names what is set under Advanced.
void SettingsForm::showSummary() {
  QStringList set;
  for (const SettingEditor* editor : m_editors) {
    const SettingField& field = editor->field();
    if (field.advanced && editor->value() != m_usual.value(field.name)) set << field.label;
  }
  m_advanced->setSummary(set.join(QStringLiteral(", ")));
}

QWidget* SettingsForm::tabAfter(QWidget* last) {
  for (const SettingEditor* editor : m_editors) {
    if (!editor->field().advanced) last = tabThrough(last, editor);
  }
  for (const SettingEditor* editor : m_secretEditors) last = tabThrough(last, editor);
  return tabThrough(last, m_advanced);
}

SettingEditor* SettingsForm::editorOf(const QString& field) const {
  const auto found = std::find_if(m_editors.begin(), m_editors.end(),
                                  [&field](const SettingEditor* one) { return one->field().name == field; });
  return found == m_editors.end() ? nullptr : *found;
}

QJsonObject SettingsForm::values() const {
  QJsonObject values;
  for (const SettingEditor* editor : m_editors) {
    const QJsonValue value = editor->value();
    if (!value.isUndefined()) values.insert(editor->field().name, value);
  }
  return values;
}

void SettingsForm::setValues(const QJsonObject& values) {
  for (SettingEditor* editor : m_editors) {
    const QJsonValue value = values.value(editor->field().name);
    if (!value.isUndefined()) editor->setValue(value);
  }
  showSummary();
}

void SettingsForm::replaceValues(const QJsonObject& values) {
  for (SettingEditor* editor : m_editors) {
    const SettingField& field = editor->field();
    if (field.advanced || values.contains(field.name)) continue;
    const bool isRows = field.type == SettingField::Type::Rows;
    editor->setValue(isRows ? QJsonValue(QJsonArray()) : QJsonValue(field.defaultValue));
  }
  setValues(values);
}

QHash<QString, QString> SettingsForm::secrets() const {
  QHash<QString, QString> secrets;
  for (const auto* all : {&m_editors, &m_secretEditors}) {
    for (const SettingEditor* editor : *all) {
      if (!editor->isHidden()) secrets.insert(editor->secrets());
    }
  }
  return secrets;
}

void SettingsForm::setSecrets(const QHash<QString, QString>& secrets) {
  m_secrets = secrets;
  for (const auto* all : {&m_editors, &m_secretEditors}) {
    for (SettingEditor* editor : *all) editor->setSecrets(secrets);
  }
}

void SettingsForm::setSecretsKnown(const QSet<QString>& missing) {
  m_secretsKnown = true;
  m_missing = missing;
  for (const auto* all : {&m_editors, &m_secretEditors}) {
    for (SettingEditor* editor : *all) editor->setSecretKnown(!missing.contains(editor->field().name));
  }
}

void SettingsForm::askSecrets(const std::vector<SettingField>& fields) {
  QSet<QString> elsewhere;
  for (const SettingEditor* editor : m_editors) {
    elsewhere.insert(editor->field().name);
    for (const QJsonValue& pair : editor->value().toArray()) elsewhere.insert(pair[QLatin1String("secret")].toString());
  }
  QSet<QString> wanted;
  for (const SettingField& field : fields) {
    if (!field.secret || elsewhere.contains(field.name)) continue;
    wanted.insert(field.name);
    const bool there = std::any_of(m_secretEditors.begin(), m_secretEditors.end(),
                                   [&field](const SettingEditor* one) { return one->field().name == field.name; });
    if (there) continue;
    SettingField shown = field;
    shown.label = tr("Secret “%1”").arg(field.name);
    auto* editor = new SettingEditor(shown);
    if (m_secretsKnown) editor->setSecretKnown(!m_missing.contains(field.name));
    editor->setSecrets(m_secrets);
    m_secretEditors.push_back(editor);
    m_fields->addWidget(editor);
    tabThrough(m_advanced->previousInFocusChain(), editor);
  }
  for (SettingEditor* editor : m_secretEditors) editor->setVisible(wanted.contains(editor->field().name));
}

void SettingsForm::showApplying(const providers::Provider& provider, const providers::ProviderDefinition& definition) {
  for (SettingEditor* editor : m_editors) {
    editor->setVisible(providers::fieldApplies(editor->field(), provider, definition));
  }
}

void SettingsForm::showTouched(const std::vector<FieldError>& errors) {
  for (SettingEditor* editor : m_editors) {
    const QString& field = editor->field().name;
    const auto error =
        std::find_if(errors.begin(), errors.end(), [&field](const FieldError& one) { return one.field == field; });
    editor->setProblem(error == errors.end() || !m_touched.contains(field) ? QString() : error->text);
  }
}

std::vector<FieldError> SettingsForm::showErrors(const std::vector<FieldError>& errors) {
  std::vector<FieldError> elsewhere;
  for (SettingEditor* editor : m_editors) editor->setProblem({});
  for (auto error = errors.rbegin(); error != errors.rend(); ++error) {
    SettingEditor* editor = editorOf(error->field);
    if (!editor) {
      elsewhere.insert(elsewhere.begin(), *error);
      continue;
    }
    if (editor->field().advanced) m_advanced->setOpen(true);
    editor->setProblem(error->text);
    editor->focusField();
  }
  return elsewhere;
}

}  // namespace heliograph::ui
