// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shorteners/shortener_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSpinBox>
#include <QStringListModel>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "providers/provider_secrets.h"
#include "providers/shortener_secrets.h"
#include "ui/layout/tab_order.h"
#include "ui/providers/setting_editor.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/fold.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

using providers::Shortener;

namespace {

QLineEdit* makeShortenerField(const QString& name, const QString& title, const QString& placeholder) {
  auto* field = new QLineEdit;
  field->setObjectName(name);
  field->setAccessibleName(title);
  field->setPlaceholderText(placeholder);
  return field;
}

Label* makeShortenerHint(const QString& text) {
  auto* hint = new Label(text, TypeRole::Hint, Ink::Text3);
  hint->setWordWrap(true);
  return hint;
}

}  // namespace

ShortenerForm::ShortenerForm(const providers::DefinitionCatalog& kinds, QWidget* parent)
    : QWidget(parent),
      m_kinds(kinds),
      m_kind(new QComboBox),
      m_summary(makeShortenerHint({})),
      m_name(
          makeShortenerField(QStringLiteral("shorteners.name"), tr("Name"), tr("Your own name for it, such as Main"))),
      m_nameHint(makeShortenerHint(tr("Campaigns know it by this name. It can't be changed later."))),
      m_server(new QWidget),
      m_baseUrl(makeShortenerField(QStringLiteral("shorteners.baseUrl"), tr("Server"),
                                   QStringLiteral("https://go.example.com"))),
      m_fields(new QVBoxLayout),
      m_advanced(new Fold(tr("Advanced"), {})),
      m_length(new QSpinBox),
      m_default(new QCheckBox(tr("Campaigns use it unless another one is chosen"))) {
  QStringList names;
  for (const auto& definition : m_kinds.all()) names << definition.name;
  m_kind->setObjectName(QStringLiteral("shorteners.kind"));
  m_kind->setAccessibleName(tr("Kind"));
  m_kind->setModel(new QStringListModel(names, m_kind));
  m_length->setObjectName(QStringLiteral("shorteners.length"));
  m_length->setAccessibleName(tr("Characters of a short link"));
  m_length->setRange(Shortener::shortestLink, Shortener::longestLink);
  m_default->setObjectName(QStringLiteral("shorteners.default"));
  m_fields->setSpacing(size::Medium);
  auto* server = new QVBoxLayout(m_server);
  server->setContentsMargins({});
  server->setSpacing(size::Tiny);
  server->addWidget(makeFieldLabel(tr("Server"), m_baseUrl));
  server->addWidget(m_baseUrl);
  auto* length = new QHBoxLayout;
  length->addWidget(m_length);
  length->addStretch();
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(size::Small);
  column->addWidget(makeFieldLabel(tr("Kind"), m_kind));
  column->addWidget(m_kind);
  column->addWidget(m_summary);
  column->addWidget(makeFieldLabel(tr("Name"), m_name));
  column->addWidget(m_name);
  column->addWidget(m_nameHint);
  column->addWidget(m_server);
  column->addLayout(m_fields);
  column->addWidget(m_advanced);
  column->addWidget(makeFieldLabel(tr("Characters of a short link"), m_length));
  column->addLayout(length);
  column->addWidget(makeShortenerHint(
      tr("Counted for each short link until it is made, which is when the campaign is published or tested.")));
  column->addWidget(m_default);
  connect(m_kind, &QComboBox::activated, this, [this] {
    chooseKind();
    Q_EMIT edited();
  });
  for (QLineEdit* field : {m_name, m_baseUrl}) connect(field, &QLineEdit::textEdited, this, &ShortenerForm::edited);
  connect(m_length, &QSpinBox::valueChanged, this, &ShortenerForm::edited);
  connect(m_default, &QCheckBox::clicked, this, &ShortenerForm::edited);
}

const providers::ProviderDefinition& ShortenerForm::kind() const {
  return m_kinds.all()[static_cast<std::size_t>(std::max(0, m_kind->currentIndex()))];
}

void ShortenerForm::chooseKind() {
  m_summary->setText(kind().summary);
  m_server->setVisible(kind().baseUrl.isEmpty() && !kind().madeFromSettings);
  setShortLength(kind().shortLinkLength);
  buildEditors();
  refreshConditions();
}

void ShortenerForm::buildEditors() {
  for (SettingEditor* editor : m_editors) delete editor;
  m_editors.clear();
  bool advanced = false;
  for (const auto& field : kind().settings) {
    auto* editor = new SettingEditor(field);
    m_editors.push_back(editor);
    (field.advanced ? m_advanced->body() : m_fields)->addWidget(editor);
    advanced = advanced || field.advanced;
    connect(editor, &SettingEditor::edited, this, [this] {
      refreshConditions();
      Q_EMIT edited();
    });
  }
  m_advanced->setVisible(advanced);
  // Made anew they would stand at the end of the Tab order.
  QWidget* const after = nextControl(m_server);
  for (SettingEditor* editor : m_editors) {
    if (editor->field().advanced) continue;
    for (QWidget* control : editor->findChildren<QWidget*>()) tabBefore(after, {control});
  }
  for (SettingEditor* editor : m_editors) {
    if (!editor->field().advanced) continue;
    for (QWidget* control : editor->findChildren<QWidget*>()) tabBefore(m_length, {control});
  }
}

void ShortenerForm::refreshConditions() {
  const providers::Provider provider = typed().shortener.asProvider();
  for (SettingEditor* editor : m_editors) {
    editor->setVisible(providers::fieldApplies(editor->field(), provider, kind()));
    editor->setProblem({});
  }
}

void ShortenerForm::show(const Shortener& shortener) {
  m_before = shortener;
  const bool isNew = !shortener.id.isValid();
  const auto& all = m_kinds.all();
  const auto of = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.id == shortener.type; });
  m_kind->setCurrentIndex(of == all.end() ? 0 : static_cast<int>(of - all.begin()));
  m_kind->setEnabled(isNew);
  m_name->setText(shortener.name);
  m_name->setReadOnly(!isNew);
  m_nameHint->setVisible(isNew);
  m_baseUrl->setText(shortener.baseUrl);
  chooseKind();
  for (SettingEditor* editor : m_editors) {
    const QJsonValue value = shortener.settings.value(editor->field().name);
    if (!value.isUndefined()) editor->setValue(value);
    if (!isNew) editor->setSecretKnown(true);
  }
  refreshConditions();
  if (!isNew) setShortLength(shortener.shortLength);
  m_default->setChecked(shortener.isDefault);
  // Another one has to take its place.
  m_default->setEnabled(!shortener.isDefault);
}

TypedShortener ShortenerForm::typed() const {
  TypedShortener typed{m_before, {}, m_default->isChecked()};
  Shortener& shortener = typed.shortener;
  shortener.name = m_name->text().trimmed();
  shortener.type = kind().id;
  shortener.baseUrl = m_server->isVisibleTo(this) ? m_baseUrl->text().trimmed() : QString();
  shortener.shortLength = m_length->value();
  shortener.settings = {};
  for (const SettingEditor* editor : m_editors) {
    const QJsonValue value = editor->value();
    if (!value.isUndefined()) shortener.settings.insert(editor->field().name, value);
    if (editor->isVisibleTo(this)) {
      typed.secrets.insert(editor->secrets());
    }
  }
  return typed;
}

std::vector<providers::FieldError> ShortenerForm::errors() const {
  const TypedShortener typed = this->typed();
  auto errors = providers::checkShortener(typed.shortener, m_kinds);
  const bool kept = providers::sharesSecrets(m_before, typed.shortener);
  if (kept) return errors;
  const bool isNew = !m_before.id.isValid();
  for (const auto& field : providers::secretFields(kind(), typed.shortener.asProvider())) {
    if (field.required && !typed.secrets.contains(field.name)) {
      errors.push_back(
          {field.name, isNew ? tr("%1 is missing.").arg(field.label)
                             : tr("Enter %1 again: the address is another one now, and secrets are only sent to the "
                                  "address they were entered for.")
                                   .arg(field.label)});
    }
  }
  return errors;
}

QString ShortenerForm::problems() {
  QStringList elsewhere;
  bool focused = false;
  for (SettingEditor* editor : m_editors) editor->setProblem({});
  for (const providers::FieldError& error : errors()) {
    const auto editor = std::find_if(m_editors.begin(), m_editors.end(),
                                     [&](const SettingEditor* one) { return one->field().name == error.field; });
    if (editor != m_editors.end()) {
      if ((*editor)->field().advanced) m_advanced->setOpen(true);
      (*editor)->setProblem(error.text);
      if (!std::exchange(focused, true)) (*editor)->focusField();
      continue;
    }
    elsewhere << error.text;
    if (!std::exchange(focused, true)) (error.field == u"base_url" ? m_baseUrl : m_name)->setFocus();
  }
  if (focused && elsewhere.isEmpty()) elsewhere << tr("Something is missing or wrong; see above.");
  return elsewhere.join(QLatin1Char(' '));
}

void ShortenerForm::setShortLength(int length) {
  const QSignalBlocker quiet(m_length);
  m_length->setValue(length);
}

int ShortenerForm::shortLength() const {
  return m_length->value();
}

void ShortenerForm::focusFirst() {
  m_kind->setFocus();
}

}  // namespace heliograph::ui
