// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/provider_dialog.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include "providers/routes/provider_repository.h"
#include "ui/composer/test_messages/test_send_dialog.h"
#include "ui/layout/tab_order.h"
#include "ui/providers/provider_form.h"
#include "ui/providers/provider_words.h"
#include "ui/providers/request_view.h"
#include "ui/providers/store_provider.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

using providers::Provider;

namespace {
constexpr int kProviderWidth = 560;
constexpr int kProviderHeight = 600;
constexpr int kRequestWidth = 392;
}  // namespace

ProviderDialog::ProviderDialog(Services& services, const std::optional<Provider>& provider, QWidget* parent)
    : QDialog(parent), m_services(services), m_before(provider) {
  setObjectName(QStringLiteral("provider.dialog"));
  setWindowTitle(provider ? tr("Edit the provider") : tr("Add a provider"));
  resize(kProviderWidth, kProviderHeight);
  arrange();
  connect(m_form, &ProviderForm::kindChosen, this, &ProviderDialog::showKind);
  connect(m_form, &ProviderForm::changed, this, &ProviderDialog::showRequest);
  showKind();
  m_form->focusFirst();
}

void ProviderDialog::arrange() {
  auto* scroll = new QScrollArea;
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setFocusPolicy(Qt::NoFocus);
  m_form = new ProviderForm(m_services, m_before);
  scroll->setWidget(m_form);
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

void ProviderDialog::showKind() {
  const providers::ProviderDefinition& kind = m_form->kind();
  m_request->setVisible(kind.madeFromSettings);
  resize(kind.madeFromSettings ? kProviderWidth + kRequestWidth : kProviderWidth, height());
  m_verify->setVisible(kind.accountCheck.has_value() || kind.senderCheck.has_value());
  m_problem->setText({});
  // Fields made anew would stand at the end of the Tab order, behind the buttons.
  tabThrough(tabThrough(m_form->tabOrder(), m_request), m_buttons);
  showRequest();
}

void ProviderDialog::showRequest() {
  const auto definition = m_form->look();
  if (!m_form->kind().madeFromSettings) return;
  if (!definition) return m_request->showProblem(definition.error().message);
  Provider named = m_form->edited();
  if (named.name.isEmpty()) named.name = m_form->kind().name;
  m_request->show(*definition, named);
}

void ProviderDialog::store(std::function<void(ProviderId)> then) {
  m_problem->setInk(Ink::Problem);
  m_problem->setText(m_form->showErrors());
  if (!m_form->errors().empty()) return;
  m_buttons->setEnabled(false);
  m_services.background
      .run([services = m_services, provider = m_form->edited(), secrets = m_form->typedSecrets(), keep = m_keep,
            sandbox = m_form->kind().forTesting]() -> Result<ProviderId> {
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
        m_form->setStored(*provider);
        setWindowTitle(tr("Edit the provider"));
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
