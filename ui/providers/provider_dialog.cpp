// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/provider_dialog.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QStringListModel>
#include <QVBoxLayout>
#include <algorithm>

#include "providers/definition_catalog.h"
#include "providers/provider_secrets.h"
#include "ui/providers/setting_editor.h"
#include "ui/providers/store_provider.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/fold.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

using providers::FieldError;
using providers::Provider;

namespace {
constexpr int kProviderWidth = 520;
constexpr int kProviderHeight = 560;

/// Puts what takes the focus in `part` behind `last` in the Tab order.
void tabThrough(QWidget*& last, const QWidget* part) {
  for (QWidget* widget : part->findChildren<QWidget*>()) {
    if ((widget->focusPolicy() & Qt::TabFocus) == 0 || widget->focusProxy() != nullptr) continue;
    QWidget::setTabOrder(last, widget);
    last = widget;
  }
}

}  // namespace

ProviderDialog::ProviderDialog(Services& services, const std::optional<Provider>& provider, QWidget* parent)
    : QDialog(parent), m_services(services), m_before(provider) {
  setObjectName(QStringLiteral("provider.dialog"));
  setWindowTitle(provider ? tr("Edit the provider") : tr("Add a provider"));
  resize(kProviderWidth, kProviderHeight);
  arrange();
  int row = 0;
  const auto& all = m_services.definitions.all();
  for (std::size_t i = 0; provider && i < all.size(); ++i) {
    if (all[i].id == provider->type) row = static_cast<int>(i);
  }
  m_kind->setCurrentIndex(row);
  chooseKind(row);
  m_name->setFocus();
}

void ProviderDialog::arrange() {
  auto* scroll = new QScrollArea;
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setWidget(makeFields());
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, size::Large);
  column->addWidget(scroll, 1);
  column->addWidget(makeButtons());
}

QWidget* ProviderDialog::makeFields() {
  m_kind = new QComboBox;
  m_kind->setObjectName(QStringLiteral("provider.kind"));
  m_kind->setAccessibleName(tr("Kind"));
  QStringList names;
  for (const auto& definition : m_services.definitions.all()) names << definition.name;
  m_kind->setModel(new QStringListModel(names, m_kind));
  m_kind->setEnabled(!m_before);
  m_summary = new Label({}, TypeRole::Hint, Ink::Text3);
  m_summary->setWordWrap(true);
  m_name = new QLineEdit(m_before ? m_before->name : QString());
  m_name->setObjectName(QStringLiteral("provider.name"));
  m_name->setAccessibleName(tr("Name"));
  m_name->setPlaceholderText(tr("Your own name for it, such as Main"));
  m_fields = new QVBoxLayout;
  m_fields->setSpacing(size::Medium);
  m_advanced = new Fold(tr("Advanced"), {});
  connect(m_kind, &QComboBox::activated, this, &ProviderDialog::chooseKind);

  auto* fields = new QWidget;
  auto* column = new QVBoxLayout(fields);
  column->setContentsMargins(size::Wide, size::Wide, size::Wide, size::Small);
  column->setSpacing(size::Small);
  column->addWidget(makeFieldLabel(tr("Kind"), m_kind));
  column->addWidget(m_kind);
  column->addWidget(m_summary);
  column->addWidget(makeFieldLabel(tr("Name"), m_name));
  column->addWidget(m_name);
  column->addSpacing(size::Small);
  column->addLayout(m_fields);
  column->addWidget(m_advanced);
  column->addStretch();
  return fields;
}

QWidget* ProviderDialog::makeButtons() {
  m_problem = new Label({}, TypeRole::Hint, Ink::Problem);
  m_problem->setWordWrap(true);
  auto* cancel = new Button(tr("Cancel"));
  cancel->setAutoDefault(false);
  m_save = new Button(tr("Save"), ButtonRole::Primary);
  m_save->setObjectName(QStringLiteral("provider.save"));
  m_save->setDefault(true);
  connect(cancel, &Button::clicked, this, &QDialog::reject);
  connect(m_save, &Button::clicked, this, &ProviderDialog::save);
  m_buttons = new QWidget;
  auto* row = new QHBoxLayout(m_buttons);
  row->setContentsMargins(size::Wide, 0, size::Wide, 0);
  row->addWidget(m_problem, 1);
  row->addWidget(cancel);
  row->addWidget(m_save);
  return m_buttons;
}

const providers::ProviderDefinition& ProviderDialog::kind() const {
  return m_services.definitions.all()[static_cast<std::size_t>(std::max(0, m_kind->currentIndex()))];
}

void ProviderDialog::chooseKind(int) {
  m_summary->setText(kind().summary);
  buildEditors();
  fillEditors();
  refreshConditions();
}

void ProviderDialog::buildEditors() {
  for (SettingEditor* editor : m_editors) delete editor;
  m_editors.clear();
  bool advanced = false;
  for (const auto& field : kind().settings) {
    auto* editor = new SettingEditor(field);
    m_editors.push_back(editor);
    (field.advanced ? m_advanced->body() : m_fields)->addWidget(editor);
    advanced = advanced || field.advanced;
    connect(editor, &SettingEditor::edited, this, &ProviderDialog::refreshConditions);
  }
  m_advanced->setVisible(advanced);
  // Fields made anew would stand at the end of the Tab order, behind the buttons.
  QWidget* last = m_name;
  for (SettingEditor* editor : m_editors) {
    if (!editor->field().advanced) tabThrough(last, editor);
  }
  tabThrough(last, m_advanced);
  tabThrough(last, m_buttons);
}

void ProviderDialog::fillEditors() {
  if (!m_before) return;
  for (SettingEditor* editor : m_editors) {
    const QJsonValue value = m_before->settings.value(editor->field().name);
    if (!value.isUndefined()) editor->setValue(value);
    editor->setSecretKnown(true);
  }
}

Provider ProviderDialog::edited() const {
  Provider provider = m_before.value_or(Provider{});
  provider.name = m_name->text().trimmed();
  provider.type = kind().id;
  provider.settings = {};
  for (const SettingEditor* editor : m_editors) {
    const QJsonValue value = editor->value();
    if (!value.isUndefined()) provider.settings.insert(editor->field().name, value);
  }
  return provider;
}

QHash<QString, QString> ProviderDialog::typedSecrets() const {
  QHash<QString, QString> secrets;
  for (const SettingEditor* editor : m_editors) {
    if (!editor->secret().isEmpty()) secrets.insert(editor->field().name, editor->secret());
  }
  return secrets;
}

std::vector<FieldError> ProviderDialog::missingSecrets(const Provider& provider) const {
  std::vector<FieldError> errors;
  if (m_before) return errors;
  const auto typed = typedSecrets();
  for (const auto& field : providers::secretFields(kind(), provider)) {
    if (field.required && !typed.contains(field.name)) {
      errors.push_back({field.name, tr("%1 is missing.").arg(field.label)});
    }
  }
  return errors;
}

void ProviderDialog::refreshConditions() {
  const Provider provider = edited();
  for (SettingEditor* editor : m_editors) {
    editor->setVisible(providers::fieldApplies(editor->field(), provider, kind()));
    editor->setProblem({});
  }
}

void ProviderDialog::showErrors(const std::vector<FieldError>& errors) {
  QStringList elsewhere;
  for (SettingEditor* editor : m_editors) editor->setProblem({});
  for (auto error = errors.rbegin(); error != errors.rend(); ++error) {
    const auto editor = std::find_if(m_editors.begin(), m_editors.end(),
                                     [&error](const SettingEditor* one) { return one->field().name == error->field; });
    if (editor == m_editors.end()) {
      elsewhere.prepend(error->text);
      if (error->field == QLatin1String("name")) m_name->setFocus();
    } else {
      if ((*editor)->field().advanced) m_advanced->setOpen(true);
      (*editor)->setProblem(error->text);
      (*editor)->focusField();
    }
  }
  m_problem->setText(elsewhere.join(QLatin1Char(' ')));
}

void ProviderDialog::save() {
  const Provider provider = edited();
  auto errors = providers::checkProvider(provider, kind());
  for (auto& error : missingSecrets(provider)) errors.push_back(std::move(error));
  showErrors(errors);
  if (!errors.empty()) return;
  m_save->setBlockedBecause(tr("Saving"));
  m_services.background
      .run([services = m_services, provider, secrets = typedSecrets(), keep = m_keep,
            sandbox = kind().forTesting]() -> Result<ProviderId> {
        if (sandbox) HELIOGRAPH_TRY(services.startSandbox());
        return storeProvider(services, provider, secrets, keep);
      })
      .then(this, [this](const Result<ProviderId>& id) { saved(id); });
}

void ProviderDialog::saved(const Result<ProviderId>& id) {
  m_save->setBlockedBecause({});
  if (id) {
    Q_EMIT stored(*id);
    accept();
    return;
  }
  if (id.error().code != ErrorCode::Credentials || m_keep == KeepSecrets::ForNow) {
    return m_problem->setText(id.error().message);
  }
  // Where there is no keyring the person is asked again after each start.
  m_keep = KeepSecrets::ForNow;
  m_save->setText(tr("Save for now"));
  m_problem->setText(
      tr("This computer has no keyring that can be used, so nothing was saved yet. “Save for now” keeps "
         "the secrets only until Heliograph is closed; then they are to be typed again."));
}

}  // namespace heliograph::ui
