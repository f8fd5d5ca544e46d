// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/provider_dialog.h"

#include <QHBoxLayout>
#include <QPointer>
#include <QScreen>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

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
#include "ui/widgets/surface.h"

namespace heliograph::ui {

using providers::Provider;

namespace {
constexpr int kProviderWidth = 560;
constexpr int kProviderHeight = 600;
constexpr int kRequestWidth = 392;
/// What is seen above and below a field that has to be mended: its name, and what is wrong.
constexpr int kFieldSurroundings = 56;
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
  m_scroll = new QScrollArea;
  m_scroll->setFrameShape(QFrame::NoFrame);
  m_scroll->setWidgetResizable(true);
  m_scroll->setFocusPolicy(Qt::NoFocus);
  m_form = new ProviderForm(m_services, m_before);
  m_scroll->setWidget(m_form);
  m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_scroll->setObjectName(QStringLiteral("provider.form"));
  m_request = new RequestView;
  m_request->setFixedWidth(kRequestWidth);
  auto* sides = new QHBoxLayout;
  sides->setSpacing(0);
  sides->addWidget(m_scroll, 1);
  sides->addWidget(m_request);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(0);
  column->addLayout(sides, 1);
  column->addWidget(makeButtons());
}

QString ProviderDialog::verifyTip() {
  return tr("Saves it, then asks the provider about the account");
}

QWidget* ProviderDialog::makeButtons() {
  m_problem = new Label({}, TypeRole::Hint, Ink::Problem);
  m_problem->setObjectName(QStringLiteral("provider.problem"));
  m_problem->setWordWrap(true);
  m_problem->setTextFormat(Qt::PlainText);
  m_problem->hide();
  m_cancel = new Button(tr("Cancel"));
  m_cancel->setObjectName(QStringLiteral("provider.cancel"));
  m_cancel->setAutoDefault(false);
  m_save = new Button(tr("Save"), ButtonRole::Primary);
  m_save->setObjectName(QStringLiteral("provider.save"));
  m_save->setDefault(true);
  m_verify = new Button(tr("Verify"));
  m_verify->setObjectName(QStringLiteral("provider.verify"));
  m_verify->setToolTip(verifyTip());
  m_test = new Button(tr("Send test SMS…"));
  m_test->setObjectName(QStringLiteral("provider.test"));
  m_test->setToolTip(tr("Saves it first"));
  for (Button* button : {m_verify, m_test}) button->setAutoDefault(false);
  connect(m_verify, &Button::clicked, this, &ProviderDialog::verify);
  connect(m_test, &Button::clicked, this, &ProviderDialog::sendTest);
  connect(m_cancel, &Button::clicked, this, &QDialog::reject);
  connect(m_save, &Button::clicked, this, &ProviderDialog::save);
  m_buttons = new Surface(Qt::TopEdge);
  auto* row = new QHBoxLayout;
  row->setSpacing(size::Small);
  row->addWidget(m_verify);
  row->addWidget(m_test);
  row->addStretch();
  row->addWidget(m_cancel);
  row->addWidget(m_save);
  auto* column = new QVBoxLayout(m_buttons);
  column->setContentsMargins(size::Wide, size::Medium, size::Wide, size::Medium);
  column->setSpacing(size::Small);
  column->addWidget(m_problem);
  column->addLayout(row);
  return m_buttons;
}

void ProviderDialog::showKind() {
  const providers::ProviderDefinition& kind = m_form->kind();
  m_request->setVisible(kind.madeFromSettings);
  setMiddleWidth(kind.madeFromSettings ? kProviderWidth + kRequestWidth : kProviderWidth);
  m_verify->setVisible(kind.accountCheck.has_value() || kind.senderCheck.has_value());
  say({}, Ink::Text2);
  // Fields made anew would stand at the end of the Tab order, behind the buttons.
  tabThrough(tabThrough(m_form->tabOrder(), m_request), m_buttons);
  showRequest();
}

/// Keeps its middle where it is, as far as the screen allows.
void ProviderDialog::setMiddleWidth(int wanted) {
  const int grown = wanted - width();
  resize(wanted, height());
  if (!isVisible() || grown == 0) return;
  const QRect space = screen()->availableGeometry();
  const int most = std::max(space.left(), space.right() + 1 - frameGeometry().width());
  move(std::clamp(x() - grown / 2, space.left(), most), y());
}

void ProviderDialog::say(const QString& words, Ink ink) {
  m_problem->setInk(ink);
  m_problem->setText(words);
  m_problem->setVisible(!words.isEmpty());
}

/// The field that is to be mended, with its name and what is wrong; the marks make the form longer a moment later.
void ProviderDialog::showFocused() {
  QTimer::singleShot(0, this, [this] {
    QWidget* field = focusWidget();
    if (field && m_form->isAncestorOf(field)) m_scroll->ensureWidgetVisible(field, 0, kFieldSurroundings);
  });
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
  say(m_form->showErrors(), Ink::Problem);
  if (!m_form->errors().empty()) return showFocused();
  // A disabled button gives the keyboard away.
  const QPointer<QWidget> focus = focusWidget();
  m_buttons->setEnabled(false);
  m_services.background
      .run([services = m_services, provider = m_form->edited(), secrets = m_form->typedSecrets(), keep = m_keep,
            sandbox = m_form->kind().forTesting]() -> Result<ProviderId> {
        if (sandbox) HELIOGRAPH_TRY(services.startSandbox());
        return storeProvider(services, provider, secrets, keep);
      })
      .then(this, [this, focus, then = std::move(then)](const Result<ProviderId>& id) {
        m_buttons->setEnabled(true);
        if (focus) focus->setFocus();
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
        if (!provider) return say(provider.error().message, Ink::Problem);
        m_before = *provider;
        m_form->setStored(*provider);
        setWindowTitle(tr("Edit the provider"));
        m_cancel->setText(tr("Close"));
        then();
      });
}

void ProviderDialog::verify() {
  store([this](ProviderId id) {
    stay(id, [this, id] {
      say(tr("Asking %1…").arg(m_before->name), Ink::Text2);
      const bool byKey = m_verify->hasFocus();
      m_verify->setBlockedBecause(tr("Asking"));
      Pending(verifyProvider(m_services, id)).then(this, [this, byKey](const Result<ProviderVerdict>& verdict) {
        m_verify->setBlockedBecause({});
        m_verify->setToolTip(verifyTip());
        if (byKey) m_verify->setFocus();
        showVerdict(verdict);
      });
    });
  });
}

void ProviderDialog::showVerdict(const Result<ProviderVerdict>& verdict) {
  const bool good = verdict && verdict->isGood();
  say(verdict ? verdictWords(*verdict) : verdict.error().message, good ? Ink::Fine : Ink::Problem);
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
  if (error.code != ErrorCode::Credentials || m_keep == KeepSecrets::ForNow) return say(error.message, Ink::Problem);
  // Where there is no keyring the person is asked again after each start.
  m_keep = KeepSecrets::ForNow;
  m_save->setText(tr("Save for now"));
  say(tr("This computer has no keyring that can be used, so nothing was saved yet. “Save for now” keeps "
         "the secrets only until Heliograph is closed; then they are to be typed again."),
      Ink::Problem);
}

}  // namespace heliograph::ui
