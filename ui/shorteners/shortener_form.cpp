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

#include "providers/routes/provider_secrets.h"
#include "providers/shorteners/shortener_secrets.h"
#include "ui/providers/settings_form.h"
#include "ui/theme/tokens.h"
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
      m_settings(new SettingsForm),
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
  column->addWidget(m_settings);
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
  connect(m_settings, &SettingsForm::edited, this, [this] {
    refreshConditions();
    Q_EMIT edited();
  });
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
  m_settings->build(kind().settings);
  // Made anew they would stand at the end of the Tab order.
  m_settings->tabAfter(m_baseUrl);
  refreshConditions();
}

void ShortenerForm::refreshConditions() {
  m_settings->showApplying(typed().shortener.asProvider(), kind());
  m_settings->showTouched({});
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
  m_settings->setValues(shortener.settings);
  if (!isNew) m_settings->setSecretsKnown();
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
  shortener.settings = m_settings->values();
  typed.secrets = m_settings->secrets();
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
  const auto all = errors();
  QStringList elsewhere;
  for (const providers::FieldError& error : m_settings->showErrors(all)) {
    if (elsewhere.isEmpty()) (error.field == u"base_url" ? m_baseUrl : m_name)->setFocus();
    elsewhere << error.text;
  }
  if (!all.empty() && elsewhere.isEmpty()) elsewhere << tr("Something is missing or wrong; see above.");
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
