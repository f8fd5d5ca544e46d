// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/provider_form.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSet>
#include <QStringListModel>
#include <QVBoxLayout>
#include <algorithm>

#include "providers/routes/definition_catalog.h"
#include "providers/routes/provider_secrets.h"
#include "ui/layout/tab_order.h"
#include "ui/providers/callback_note.h"
#include "ui/providers/curl_panel.h"
#include "ui/providers/provider_words.h"
#include "ui/providers/settings_form.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/fold.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

using providers::FieldError;
using providers::Provider;
using providers::ProviderDefinition;

namespace {

/// Where the form writes the base URL that replaces a definition's own.
const QString kBaseUrlField = QStringLiteral("base_url");

providers::SettingField baseUrlField() {
  providers::SettingField field;
  field.name = kBaseUrlField;
  field.label = ProviderForm::tr("Base URL");
  field.help = ProviderForm::tr("Only if your account has an address of its own. Empty: the usual one.");
  field.patternHelp = QStringLiteral("https://…");
  field.advanced = true;
  return field;
}

/// The names of the needed secrets that aren't there; all of them where none can be read.
QSet<QString> missingSecrets(const Services& services, const ProviderDefinition& definition, const Provider& provider) {
  const auto known = providers::readSecrets(definition, provider, services.secrets);
  if (known) return {known->missing.begin(), known->missing.end()};
  QSet<QString> missing;
  for (const auto& field : providers::secretFields(definition, provider)) {
    if (field.required) missing.insert(field.name);
  }
  return missing;
}

QStringList offeredTokens(const ProviderDefinition& kind) {
  if (!kind.madeFromSettings) return {};
  return {QStringLiteral("$$To"),         QStringLiteral("$$Body"),
          QStringLiteral("$$TemplateID"), QStringLiteral("$$TemplateVariables"),
          QStringLiteral("$$MessageID"),  QStringLiteral("$$CampaignID")};
}

}  // namespace

ProviderForm::ProviderForm(Services& services, const std::optional<Provider>& provider, QWidget* parent)
    : QWidget(parent),
      m_services(services),
      m_before(provider),
      m_kind(new QComboBox),
      m_summary(new Label({}, TypeRole::Hint, Ink::Text3)),
      m_credentials(new Label({}, TypeRole::Hint, Ink::Text2)),
      m_name(new QLineEdit(provider ? provider->name : QString())),
      m_curl(new Fold(tr("From a curl command"), tr("Paste an example instead of typing"))),
      m_settings(new SettingsForm),
      m_callback(new CallbackNote(services)) {
  m_kind->setObjectName(QStringLiteral("provider.kind"));
  m_kind->setAccessibleName(tr("Kind"));
  QStringList names;
  int row = 0;
  for (const ProviderDefinition& definition : m_services.definitions.all()) {
    if (provider && definition.id == provider->type) row = static_cast<int>(names.size());
    names << definition.name;
  }
  m_kind->setModel(new QStringListModel(names, m_kind));
  m_kind->setEnabled(!m_before);
  m_kind->setCurrentIndex(row);
  m_summary->setWordWrap(true);
  m_credentials->setObjectName(QStringLiteral("provider.credentials"));
  m_credentials->setWordWrap(true);
  m_credentials->setTextFormat(Qt::PlainText);
  m_name->setObjectName(QStringLiteral("provider.name"));
  m_name->setAccessibleName(tr("Name"));
  m_name->setPlaceholderText(tr("Your own name for it, such as Main"));
  auto* curl = new CurlPanel;
  m_curl->setObjectName(QStringLiteral("provider.curl"));
  m_curl->body()->addWidget(curl);
  arrange();
  connect(m_kind, &QComboBox::activated, this, &ProviderForm::chooseKind);
  connect(curl, &CurlPanel::imported, this, &ProviderForm::fillIn);
  connect(m_name, &QLineEdit::textChanged, this, &ProviderForm::changed);
  connect(m_settings, &SettingsForm::edited, this, &ProviderForm::changed);
  chooseKind();
}

void ProviderForm::arrange() {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(size::Wide, size::Wide, size::Wide, size::Small);
  column->setSpacing(size::Medium);
  auto* kind = new QVBoxLayout;
  for (QWidget* part : {static_cast<QWidget*>(makeFieldLabel(tr("Kind"), m_kind)), static_cast<QWidget*>(m_kind),
                        static_cast<QWidget*>(m_summary), static_cast<QWidget*>(m_credentials)}) {
    kind->addWidget(part);
  }
  auto* name = new QVBoxLayout;
  name->addWidget(makeFieldLabel(tr("Name"), m_name));
  name->addWidget(m_name);
  for (QVBoxLayout* field : {kind, name}) {
    field->setSpacing(size::Tiny);
    column->addLayout(field);
  }
  column->addWidget(m_curl);
  column->addWidget(m_settings);
  column->addWidget(m_callback);
  column->addStretch();
}

const ProviderDefinition& ProviderForm::kind() const {
  return m_services.definitions.all()[static_cast<std::size_t>(std::max(0, m_kind->currentIndex()))];
}

void ProviderForm::chooseKind() {
  const ProviderDefinition& chosen = kind();
  m_summary->setText(chosen.summary);
  showCredentials(chosen);
  m_curl->setVisible(chosen.madeFromSettings);
  m_callback->showFor(m_before, chosen);
  auto fields = chosen.settings;
  if (!chosen.madeFromSettings && !chosen.forTesting) fields.push_back(baseUrlField());
  m_settings->build(fields, offeredTokens(chosen));
  if (m_before) {
    QJsonObject values = m_before->settings;
    values.insert(kBaseUrlField, m_before->baseUrl);
    m_settings->setValues(values);
    showSecrets();
  }
  Q_EMIT kindChosen();
}

/// Without a keyring none is left after a start.
void ProviderForm::showSecrets() {
  m_services.background
      .run([services = m_services, provider = *m_before] {
        const auto definition = services.definitions.definitionOf(provider);
        return definition ? missingSecrets(services, *definition, provider) : QSet<QString>();
      })
      .then(this, [this](const QSet<QString>& missing) { m_settings->setSecretsKnown(missing); });
}

void ProviderForm::fillIn(const providers::CurlImport& made) {
  m_settings->replaceValues(made.settings);
  m_settings->setSecrets(made.secrets);
  Q_EMIT changed();
}

Provider ProviderForm::edited() const {
  Provider provider = m_before.value_or(Provider{});
  provider.name = m_name->text().trimmed();
  provider.type = kind().id;
  provider.settings = m_settings->values();
  const QJsonValue baseUrl = provider.settings.take(kBaseUrlField);
  if (!kind().madeFromSettings && !kind().forTesting) provider.baseUrl = baseUrl.toString();
  return provider;
}

QHash<QString, QString> ProviderForm::typedSecrets() const {
  return m_settings->secrets();
}

std::vector<FieldError> ProviderForm::errors() const {
  const Provider provider = edited();
  std::vector<FieldError> errors = providers::checkProvider(provider, kind());
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

QString ProviderForm::showErrors() {
  QStringList elsewhere;
  for (const FieldError& error : m_settings->showErrors(errors())) {
    elsewhere << error.text;
    if (error.field == QLatin1String("name")) m_name->setFocus();
  }
  return elsewhere.join(QLatin1Char(' '));
}

void ProviderForm::setStored(const Provider& provider) {
  m_before = provider;
  m_kind->setEnabled(false);
  m_settings->setSecretsKnown();
}

Result<ProviderDefinition> ProviderForm::look() {
  Provider provider = edited();
  m_settings->showApplying(provider, kind());
  const auto errors = providers::checkProvider(provider, kind());
  m_settings->showTouched(errors);
  const auto first = std::find_if(errors.begin(), errors.end(),
                                  [](const FieldError& error) { return error.field != QLatin1String("name"); });
  if (first != errors.end()) return fail(ErrorCode::InvalidInput, first->text);
  // The name is no part of what is sent.
  if (provider.name.isEmpty()) provider.name = kind().name;
  auto definition = m_services.definitions.definitionOf(provider);
  if (definition && kind().madeFromSettings) m_settings->askSecrets(definition->settings);
  if (definition) showCredentials(*definition);
  return definition;
}

/// What has to be known before a key is entrusted to it.
void ProviderForm::showCredentials(const ProviderDefinition& definition) {
  const QString words = credentialWords(definition);
  m_credentials->setText(words);
  m_credentials->setVisible(!words.isEmpty());
}

QWidget* ProviderForm::tabOrder() {
  return m_settings->tabAfter(tabThrough(m_name, m_curl));
}

void ProviderForm::focusFirst() {
  m_before ? m_name->setFocus() : m_kind->setFocus();
}

}  // namespace heliograph::ui
