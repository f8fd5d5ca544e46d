// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/provider_dialog.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QStringListModel>
#include <QVBoxLayout>
#include <algorithm>

#include "providers/definition_catalog.h"
#include "providers/provider_repository.h"
#include "providers/provider_secrets.h"
#include "ui/composer/test_send_dialog.h"
#include "ui/providers/callback_note.h"
#include "ui/providers/curl_panel.h"
#include "ui/providers/provider_words.h"
#include "ui/providers/request_view.h"
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
constexpr int kProviderWidth = 560;
constexpr int kProviderHeight = 600;
constexpr int kRequestWidth = 392;

/// Where the form writes the base URL that replaces a definition's own.
const QString kBaseUrlField = QStringLiteral("base_url");

providers::SettingField baseUrlField() {
  providers::SettingField field;
  field.name = kBaseUrlField;
  field.label = ProviderDialog::tr("Base URL");
  field.help = ProviderDialog::tr("Only if your account has an address of its own. Empty: the usual one.");
  field.patternHelp = QStringLiteral("https://…");
  field.advanced = true;
  return field;
}

QStringList offeredTokens(const providers::ProviderDefinition& kind) {
  if (!kind.madeFromSettings) return {};
  return {QStringLiteral("$$To"),         QStringLiteral("$$Body"),
          QStringLiteral("$$TemplateID"), QStringLiteral("$$TemplateVariables"),
          QStringLiteral("$$MessageID"),  QStringLiteral("$$CampaignID")};
}

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
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setObjectName(QStringLiteral("provider.form"));
  m_request = new RequestView;
  m_request->setFixedWidth(kRequestWidth);
  auto* sides = new QHBoxLayout;
  sides->setSpacing(0);
  sides->addWidget(scroll, 1);
  sides->addWidget(m_request);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, size::Large);
  column->addLayout(sides, 1);
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
  m_advanced->setObjectName(QStringLiteral("provider.advanced"));
  m_curl = new CurlPanel;
  m_curlFold = new Fold(tr("From a curl command"), tr("Paste an example instead of typing"));
  m_curlFold->setObjectName(QStringLiteral("provider.curl"));
  m_curlFold->body()->addWidget(m_curl);
  connect(m_kind, &QComboBox::activated, this, &ProviderDialog::chooseKind);
  connect(m_curl, &CurlPanel::imported, this, &ProviderDialog::fillIn);
  connect(m_name, &QLineEdit::textChanged, this, &ProviderDialog::showRequest);

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
  column->addWidget(m_curlFold);
  column->addLayout(m_fields);
  m_callback = new CallbackNote(m_services);
  column->addWidget(m_advanced);
  column->addWidget(m_callback);
  column->addStretch();
  return fields;
}

QWidget* ProviderDialog::makeButtons() {
  m_problem = new Label({}, TypeRole::Hint, Ink::Problem);
  m_problem->setObjectName(QStringLiteral("provider.problem"));
  m_problem->setWordWrap(true);
  m_problem->setTextFormat(Qt::PlainText);
  auto* cancel = new Button(tr("Cancel"));
  cancel->setAutoDefault(false);
  m_save = new Button(tr("Save"), ButtonRole::Primary);
  m_save->setObjectName(QStringLiteral("provider.save"));
  m_save->setDefault(true);
  m_verify = new Button(tr("Verify"));
  m_verify->setObjectName(QStringLiteral("provider.verify"));
  m_verify->setToolTip(tr("Saves it, then asks the provider about the account"));
  m_test = new Button(tr("Send test SMS…"));
  m_test->setObjectName(QStringLiteral("provider.test"));
  m_test->setToolTip(tr("Saves it first"));
  for (Button* button : {m_verify, m_test}) button->setAutoDefault(false);
  connect(m_verify, &Button::clicked, this, &ProviderDialog::verify);
  connect(m_test, &Button::clicked, this, &ProviderDialog::sendTest);
  connect(cancel, &Button::clicked, this, &QDialog::reject);
  connect(m_save, &Button::clicked, this, &ProviderDialog::save);
  m_buttons = new QWidget;
  auto* row = new QHBoxLayout;
  row->setSpacing(size::Small);
  row->addWidget(m_verify);
  row->addWidget(m_test);
  row->addStretch();
  row->addWidget(cancel);
  row->addWidget(m_save);
  auto* column = new QVBoxLayout(m_buttons);
  column->setContentsMargins(size::Wide, 0, size::Wide, 0);
  column->setSpacing(size::Small);
  column->addWidget(m_problem);
  column->addLayout(row);
  return m_buttons;
}

const providers::ProviderDefinition& ProviderDialog::kind() const {
  return m_services.definitions.all()[static_cast<std::size_t>(std::max(0, m_kind->currentIndex()))];
}

void ProviderDialog::chooseKind(int) {
  const providers::ProviderDefinition& chosen = kind();
  m_summary->setText(chosen.summary);
  m_request->setVisible(chosen.madeFromSettings);
  m_curlFold->setVisible(chosen.madeFromSettings);
  m_callback->showFor(m_before, chosen);
  resize(chosen.madeFromSettings ? kProviderWidth + kRequestWidth : kProviderWidth, height());
  m_verify->setVisible(chosen.accountCheck.has_value() || chosen.senderCheck.has_value());
  m_touched.clear();
  m_problem->setText({});
  buildEditors();
  fillEditors();
  refreshConditions();
}

void ProviderDialog::buildEditors() {
  for (auto* all : {&m_editors, &m_secretEditors}) {
    for (SettingEditor* editor : *all) delete editor;
    all->clear();
  }
  m_imported.clear();
  bool advanced = false;
  auto fields = kind().settings;
  if (!kind().madeFromSettings && !kind().forTesting) fields.push_back(baseUrlField());
  const QStringList tokens = offeredTokens(kind());
  for (const auto& field : fields) {
    auto* editor = new SettingEditor(field, tokens);
    m_editors.push_back(editor);
    (field.advanced ? m_advanced->body() : m_fields)->addWidget(editor);
    advanced = advanced || field.advanced;
    connect(editor, &SettingEditor::edited, this, [this, editor] { follow(editor); });
  }
  m_advanced->setVisible(advanced);
  // Fields made anew would stand at the end of the Tab order, behind the buttons.
  QWidget* last = m_name;
  tabThrough(last, m_curlFold);
  for (SettingEditor* editor : m_editors) {
    if (!editor->field().advanced) tabThrough(last, editor);
  }
  tabThrough(last, m_advanced);
  tabThrough(last, m_request);
  tabThrough(last, m_buttons);
}

void ProviderDialog::fillEditors() {
  if (!m_before) return;
  for (SettingEditor* editor : m_editors) {
    const bool isBase = editor->field().name == kBaseUrlField;
    const QJsonValue value = isBase ? QJsonValue(m_before->baseUrl) : m_before->settings.value(editor->field().name);
    if (!value.isUndefined()) editor->setValue(value);
    editor->setSecretKnown(true);
  }
}

void ProviderDialog::fillIn(const providers::CurlImport& made) {
  m_imported = made.secrets;
  for (SettingEditor* editor : m_editors) {
    const QJsonValue value = made.settings.value(editor->field().name);
    // What the command doesn't say is as it was at the beginning, but for what stands under Advanced.
    if (!value.isUndefined()) {
      editor->setValue(value);
    } else if (!editor->field().advanced) {
      const auto& usual = editor->field().defaultValue;
      editor->setValue(editor->field().type == providers::SettingField::Type::Rows ? QJsonValue(QJsonArray())
                                                                                   : QJsonValue(usual));
    }
    editor->setSecrets(made.secrets);
  }
  refreshConditions();
  for (SettingEditor* editor : m_secretEditors) editor->setSecrets(made.secrets);
}

/// Fields for the secrets that stand in the JSON by their names.
void ProviderDialog::askSecrets(const providers::ProviderDefinition& made) {
  QSet<QString> elsewhere;
  for (const SettingEditor* editor : m_editors) {
    elsewhere.insert(editor->field().name);
    for (const QJsonValue& pair : editor->value().toArray()) elsewhere.insert(pair[QLatin1String("secret")].toString());
  }
  QSet<QString> wanted;
  for (const auto& field : made.settings) {
    if (!field.secret || elsewhere.contains(field.name)) continue;
    wanted.insert(field.name);
    const bool there = std::any_of(m_secretEditors.begin(), m_secretEditors.end(),
                                   [&field](const SettingEditor* one) { return one->field().name == field.name; });
    if (there) continue;
    providers::SettingField shown = field;
    shown.label = tr("Secret “%1”").arg(field.name);
    auto* editor = new SettingEditor(shown);
    editor->setSecretKnown(m_before.has_value());
    editor->setSecrets(m_imported);
    m_secretEditors.push_back(editor);
    m_fields->addWidget(editor);
    QWidget* last = m_editors.empty() ? m_name : m_advanced->previousInFocusChain();
    tabThrough(last, editor);
  }
  for (SettingEditor* editor : m_secretEditors) editor->setVisible(wanted.contains(editor->field().name));
}

Provider ProviderDialog::edited() const {
  Provider provider = m_before.value_or(Provider{});
  provider.name = m_name->text().trimmed();
  provider.type = kind().id;
  provider.settings = {};
  for (const SettingEditor* editor : m_editors) {
    const QJsonValue value = editor->value();
    if (editor->field().name == kBaseUrlField) {
      provider.baseUrl = value.toString();
    } else if (!value.isUndefined()) {
      provider.settings.insert(editor->field().name, value);
    }
  }
  return provider;
}

QHash<QString, QString> ProviderDialog::typedSecrets() const {
  QHash<QString, QString> secrets;
  for (const SettingEditor* editor : m_editors) {
    secrets.insert(editor->secrets());
  }
  for (const SettingEditor* editor : m_secretEditors) {
    if (!editor->isHidden()) secrets.insert(editor->secrets());
  }
  return secrets;
}

std::vector<FieldError> ProviderDialog::missingSecrets(const Provider& provider) const {
  std::vector<FieldError> errors;
  if (m_before) return errors;
  const auto typed = typedSecrets();
  const auto made = m_services.definitions.definitionOf(provider);
  for (const auto& field : providers::secretFields(made ? *made : kind(), provider)) {
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
  }
  showRequest();
}

void ProviderDialog::follow(const SettingEditor* editor) {
  m_touched.insert(editor->field().name);
  refreshConditions();
}

void ProviderDialog::showRequest() {
  const Provider provider = edited();
  const auto errors = providers::checkProvider(provider, kind());
  showTouched(errors);
  if (!kind().madeFromSettings) return;
  const auto first = std::find_if(errors.begin(), errors.end(),
                                  [](const FieldError& error) { return error.field != QLatin1String("name"); });
  if (first != errors.end()) return m_request->showProblem(first->text);
  // The name is no part of the request.
  Provider named = provider;
  if (named.name.isEmpty()) named.name = kind().name;
  const auto definition = m_services.definitions.definitionOf(named);
  if (!definition) return m_request->showProblem(definition.error().message);
  askSecrets(*definition);
  m_request->show(*definition, named);
}

void ProviderDialog::showTouched(const std::vector<FieldError>& errors) {
  for (SettingEditor* editor : m_editors) {
    const QString& field = editor->field().name;
    const auto error =
        std::find_if(errors.begin(), errors.end(), [&field](const FieldError& one) { return one.field == field; });
    editor->setProblem(error == errors.end() || !m_touched.contains(field) ? QString() : error->text);
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

void ProviderDialog::store(std::function<void(ProviderId)> then) {
  const Provider provider = edited();
  auto errors = providers::checkProvider(provider, kind());
  for (auto& error : missingSecrets(provider)) errors.push_back(std::move(error));
  m_problem->setInk(Ink::Problem);
  showErrors(errors);
  if (!errors.empty()) return;
  m_buttons->setEnabled(false);
  m_services.background
      .run([services = m_services, provider, secrets = typedSecrets(), keep = m_keep,
            sandbox = kind().forTesting]() -> Result<ProviderId> {
        if (sandbox) HELIOGRAPH_TRY(services.startSandbox());
        return storeProvider(services, provider, secrets, keep);
      })
      .then(this, [this, then = std::move(then)](const Result<ProviderId>& id) {
        m_buttons->setEnabled(true);
        if (!id) return notSaved(id.error());
        Q_EMIT stored(*id);
        then(*id);
      });
}

void ProviderDialog::save() {
  store([this](ProviderId) { accept(); });
}

/// It is stored and its dialog goes on with it as one that is there.
void ProviderDialog::stay(ProviderId id, std::function<void()> then) {
  m_services.background.run([&providers = m_services.providers, id] { return providers.byId(id); })
      .then(this, [this, then = std::move(then)](const Result<Provider>& provider) {
        if (!provider) return m_problem->setText(provider.error().message);
        m_before = *provider;
        m_kind->setEnabled(false);
        setWindowTitle(tr("Edit the provider"));
        for (SettingEditor* editor : m_editors) editor->setSecretKnown(true);
        then();
      });
}

void ProviderDialog::verify() {
  store([this](ProviderId id) {
    stay(id, [this, id] {
      m_problem->setInk(Ink::Text2);
      m_problem->setText(tr("Asking %1…").arg(m_before->name));
      m_verify->setBlockedBecause(tr("Asking"));
      Pending(verifyProvider(m_services, id)).then(this, [this](const Result<ProviderVerdict>& verdict) {
        m_verify->setBlockedBecause({});
        showVerdict(verdict);
      });
    });
  });
}

void ProviderDialog::showVerdict(const Result<ProviderVerdict>& verdict) {
  const bool good = verdict && verdict->isGood();
  m_problem->setInk(good ? Ink::Fine : Ink::Problem);
  m_problem->setText(verdict ? verdictWords(*verdict) : verdict.error().message);
  if (m_before) Q_EMIT stored(m_before->id);
}

void ProviderDialog::sendTest() {
  store([this](ProviderId id) {
    stay(id, [this, id] {
      auto* dialog = new TestSendDialog(m_services, providerTest(), {}, id, this);
      dialog->setAttribute(Qt::WA_DeleteOnClose);
      connect(dialog, &TestSendDialog::tested, this, [this, id] { Q_EMIT stored(id); });
      dialog->open();
    });
  });
}

void ProviderDialog::notSaved(const Error& error) {
  if (error.code != ErrorCode::Credentials || m_keep == KeepSecrets::ForNow) return m_problem->setText(error.message);
  // Where there is no keyring the person is asked again after each start.
  m_keep = KeepSecrets::ForNow;
  m_save->setText(tr("Save for now"));
  m_problem->setText(
      tr("This computer has no keyring that can be used, so nothing was saved yet. “Save for now” keeps "
         "the secrets only until Heliograph is closed; then they are to be typed again."));
}

}  // namespace heliograph::ui
