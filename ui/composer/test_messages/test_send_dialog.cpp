// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/test_messages/test_send_dialog.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/composer/start/route_combo.h"
#include "ui/composer/test_messages/event_values.h"
#include "ui/composer/test_messages/person_field.h"
#include "ui/composer/test_messages/test_message.h"
#include "ui/composer/test_messages/test_recipients.h"
#include "ui/composer/test_messages/test_results.h"
#include "ui/composer/test_messages/test_ways.h"
#include "ui/layout/tab_order.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/surface.h"

namespace heliograph::ui {

namespace {

constexpr int kTestSendWidth = 920;
constexpr int kTestSendHeight = 620;
constexpr int kTestLeftWidth = 456;
constexpr int kPreviewDelayMs = 150;
constexpr int kTestsShown = 50;

}  // namespace

TestSendDialog::TestSendDialog(Services& services, const campaign::Campaign& campaign, const QString& asIdentity,
                               std::optional<ProviderId> provider, QWidget* parent)
    : QDialog(parent), m_services(services), m_campaign(campaign), m_provider(provider) {
  setObjectName(QStringLiteral("test.dialog"));
  setWindowTitle(provider ? tr("Send a test") : tr("Preview and test"));
  resize(kTestSendWidth, kTestSendHeight);
  makeFields(asIdentity);
  arrange();
  m_delay.setSingleShot(true);
  m_delay.setInterval(kPreviewDelayMs);
  connect(&m_delay, &QTimer::timeout, this, &TestSendDialog::preview);
  showPeople();
  loadProviders();
  loadHistory();
  loadEvent();
  m_people->focusFirst();
}

TestSendDialog::~TestSendDialog() {
  if (m_sending) m_sending->cancel();
}

void TestSendDialog::makeFields(const QString& asIdentity) {
  m_people = new TestRecipients(m_services, asIdentity);
  m_through = new RouteCombo(m_routes);
  m_through->setObjectName(QStringLiteral("test.through"));
  m_through->setAccessibleName(tr("Through"));
  m_through->setEnabled(!m_provider);
  m_copy = new QComboBox(this);
  m_copy->setObjectName(QStringLiteral("test.copy"));
  m_copy->setAccessibleName(tr("Copy"));
  m_copy->hide();
  for (int copy = 0; copy < campaign::copyCount(m_campaign.variants); ++copy) {
    m_copy->addItem(campaign::copyName(m_campaign.variants, copy));
  }
  m_as = new PersonField(m_services, {});
  m_as->setParent(this);
  m_as->hide();
  m_as->setObjectName(QStringLiteral("test.as"));
  m_as->setAccessibleName(tr("Numbers get the values of"));
  m_as->setPlaceholderText(tr("Nobody, so that fallbacks show"));
  if (m_provider) {
    m_message = new TestMessage(m_services, m_campaign, *m_provider);
    connect(m_message, &TestMessage::changed, this, [this] {
      m_campaign = m_message->campaign();
      // Fields made anew would stand behind the buttons.
      tabThrough(m_people->lastControl(), m_message);
      follow();
    });
  }
  m_event = new EventValues(this);
  m_send = new Button({}, ButtonRole::Primary, Icon::Send);
  m_send->setObjectName(QStringLiteral("test.send"));
  m_note = new Label({}, TypeRole::Hint, Ink::Text3);
  m_note->setWordWrap(true);
  connect(m_people, &TestRecipients::changed, this, &TestSendDialog::showPeople);
  connect(m_through, &QComboBox::currentIndexChanged, this, &TestSendDialog::follow);
  connect(m_copy, &QComboBox::currentIndexChanged, this, &TestSendDialog::follow);
  connect(m_as, &QLineEdit::textChanged, this, &TestSendDialog::follow);
  connect(m_event, &EventValues::changed, this, &TestSendDialog::follow);
  connect(m_send, &Button::clicked, this, &TestSendDialog::send);
}

QWidget* TestSendDialog::makeLeft() {
  auto* left = new QWidget;
  auto* column = new QVBoxLayout(left);
  column->setContentsMargins(size::Wide, size::Large, size::Large, size::Large);
  column->setSpacing(size::Small);
  column->addWidget(makeFieldLabel(tr("Through"), m_through));
  column->addWidget(m_through);
  if (m_copy->count() > 1) {
    column->addWidget(makeFieldLabel(tr("Copy"), m_copy));
    column->addWidget(m_copy);
    m_copy->show();
  }
  column->addSpacing(size::Small);
  column->addWidget(m_people);
  if (m_message) {
    column->addSpacing(size::Small);
    column->addWidget(m_message);
  } else {
    column->addWidget(makeFieldLabel(tr("Numbers get the values of"), m_as));
    column->addWidget(m_as);
    m_as->setVisible(true);
  }
  column->addSpacing(size::Small);
  column->addWidget(m_event);
  column->addStretch();
  QScrollArea* scroll = makeTestScroll(left);
  scroll->setFixedWidth(kTestLeftWidth);
  return scroll;
}

QWidget* TestSendDialog::makeFoot() {
  auto* close = new Button(tr("Close"));
  close->setObjectName(QStringLiteral("test.close"));
  close->setAutoDefault(false);
  connect(close, &Button::clicked, this, &QDialog::reject);
  auto* foot = new Surface(Qt::TopEdge);
  auto* row = new QHBoxLayout(foot);
  row->setContentsMargins(size::Wide, size::Medium, size::Wide, size::Medium);
  row->setSpacing(size::Small);
  row->addWidget(m_note, 1);
  row->addWidget(close);
  row->addWidget(m_send);
  return foot;
}

void TestSendDialog::arrange() {
  m_results = new TestResults(!m_provider && m_campaign.id.isValid());
  auto* sides = new QHBoxLayout;
  sides->setSpacing(0);
  sides->addWidget(makeLeft());
  sides->addWidget(m_results, 1);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(0);
  column->addLayout(sides, 1);
  column->addWidget(makeFoot());
}

void TestSendDialog::loadProviders() {
  m_services.background.run([services = m_services] { return testWays(services); })
      .then(this, [this](const TestWays& ways) {
        m_free = ways.free;
        m_routes.setRows(ways.entries);
        const providers::Route wanted =
            m_provider ? providers::Route{QStringLiteral("provider"), m_provider->value} : m_campaign.route;
        m_through->setCurrentIndex(m_routes.rowOfRoute(wanted));
        follow();
      });
}

void TestSendDialog::loadHistory() {
  if (!m_campaign.id.isValid()) return;
  m_services.background
      .run([&testSend = m_services.testSend, draft = m_campaign] {
        return testSend.history(draft, kTestsShown).value_or(std::vector<delivery::TestEntry>{});
      })
      .then(this, [this](const std::vector<delivery::TestEntry>& tests) {
        m_results->showHistory(tests, m_services.clock.now());
      });
}

void TestSendDialog::loadEvent() {
  m_services.background
      .run([&testSend = m_services.testSend, draft = m_campaign] {
        return testSend.eventForm(draft).value_or(delivery::TestEventForm{});
      })
      .then(this, [this](const delivery::TestEventForm& form) { m_event->setForm(form); });
}

void TestSendDialog::setCopy(int copy) {
  m_copy->setCurrentIndex(copy);
}

bool TestSendDialog::isFree() const {
  const int row = m_through->currentIndex();
  return row >= 0 && std::find(m_free.begin(), m_free.end(), m_routes.row(row).route) != m_free.end();
}

/// What would be sent, or to whom, is another now.
void TestSendDialog::follow() {
  if (!isSending()) m_results->clearResults();
  showState();
  m_delay.start();
}

void TestSendDialog::showPeople() {
  showState();
  if (!isSending() && m_results->setPeople(m_people->chosen())) m_delay.start();
}

std::vector<delivery::TestRecipient> TestSendDialog::recipients() const {
  auto recipients = m_results->recipients();
  for (delivery::TestRecipient& recipient : recipients) {
    if (recipient.asIdentity.isEmpty() && !m_provider) recipient.asIdentity = m_as->identity();
  }
  return recipients;
}

delivery::TestSendRequest TestSendDialog::request() const {
  delivery::TestSendRequest request;
  request.campaign = m_campaign;
  request.provider = m_provider;
  request.rememberNumber = true;
  request.event = m_event->event();
  if (m_copy->count() > 1) request.copy = m_copy->currentIndex();
  if (const int row = m_through->currentIndex(); row >= 0) request.campaign.route = m_routes.row(row).route;
  return request;
}

void TestSendDialog::preview() {
  const auto to = recipients();
  if (to.empty()) return m_results->clearProblem();
  m_services.background
      .run([&testSend = m_services.testSend, what = request(), to] { return testSend.preview(what, to); })
      .then(this, [this, asked = ++m_asked](const Result<std::vector<delivery::TestPreview>>& previews) {
        if (asked == m_asked) m_results->showPreviews(previews);
      });
}

void TestSendDialog::showState() {
  const auto count = static_cast<int>(m_people->chosen().size());
  m_send->setText(count > 1 ? tr("Send %1 tests").arg(count) : tr("Send test"));
  m_send->setBlockedBecause(isSending()                           ? tr("A test is under way")
                            : count == 0 && !m_people->isAdding() ? tr("Choose who gets it first")
                                                                  : QString());
  if (!m_people->isAdding()) m_send->setDefault(true);
  m_note->setText(isFree()
                      ? tr("The sandbox takes it: no phone rings and nothing is charged.")
                      : tr("Real messages are sent at once, in quiet hours, too. The provider may charge for them."));
}

void TestSendDialog::send() {
  if (isSending()) return;
  // What was typed and not added yet is meant, too.
  m_people->addTyped();
  if (m_people->isAdding()) return;
  const auto to = recipients();
  if (to.empty()) return;
  m_results->begin();
  m_sending = new Sending(this);
  connect(m_sending, &Sending::resultReadyAt, this, &TestSendDialog::takeResult);
  connect(m_sending, &Sending::finished, this, &TestSendDialog::finish);
  m_sending->setFuture(m_services.testSend.sendEach(request(), to));
  m_people->setEnabled(false);
  m_event->setEnabled(false);
  showState();
}

void TestSendDialog::takeResult(int place) {
  m_results->showResult(place, m_sending->resultAt(place));
}

void TestSendDialog::finish() {
  m_sending->deleteLater();
  m_sending = nullptr;
  m_people->setEnabled(true);
  m_event->setEnabled(true);
  showState();
  loadHistory();
  m_send->setFocus();
  Q_EMIT tested();
}

}  // namespace heliograph::ui
