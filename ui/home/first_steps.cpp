// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/first_steps.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

#include "audience/profile_repository.h"
#include "providers/routes/provider_repository.h"
#include "providers/routes/route_resolver.h"
#include "ui/composer/start/start_facts.h"
#include "ui/home/first_test.h"
#include "ui/home/step_card.h"
#include "ui/preview/phone_preview.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/link_button.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/surface.h"

namespace heliograph::ui {

namespace {

constexpr int kFirstStepsWidth = 620;
const QString kSandboxType = QStringLiteral("sandbox");

}  // namespace

FirstSteps::FirstSteps(Services& services, QWidget* parent)
    : QWidget(parent),
      m_services(services),
      m_contacts(new StepCard(1, tr("Contacts"), tr("Who you write to."))),
      m_provider(new StepCard(2, tr("A provider"), tr("Who carries your texts."))),
      m_testCard(new StepCard(3, tr("Your first text"), tr("Write it and send it to yourself."))),
      m_scroll(new QScrollArea),
      m_test(new FirstTest(services)),
      m_phone(new PhonePreview(services)) {
  setObjectName(QStringLiteral("first"));
  makeContacts();
  makeProvider();
  makeTest();
  auto* pane = new Surface(Qt::LeftEdge);
  m_pane = pane;
  pane->setFixedWidth(size::SidePane);
  auto* inside = new QVBoxLayout(pane);
  inside->setContentsMargins(20, size::Large, 20, size::Large);
  inside->addWidget(m_phone, 1);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins({});
  row->setSpacing(0);
  row->addWidget(makeSteps(), 1);
  row->addWidget(pane);
  m_pane->hide();
}

QWidget* FirstSteps::makeSteps() {
  auto* column = new QWidget;
  column->setMaximumWidth(kFirstStepsWidth);
  auto* steps = new QVBoxLayout(column);
  steps->setContentsMargins({});
  steps->setSpacing(size::Medium);
  steps->addWidget(new PageHeader(tr("From nothing to a first text"),
                                  tr("Three steps. Nothing leaves this computer unless you add a real provider.")));
  steps->addSpacing(size::Tiny);
  for (StepCard* card : {m_contacts, m_provider, m_testCard}) steps->addWidget(card);
  auto* fresh = new LinkButton(tr("Skip this and start an empty campaign"), LinkButton::Weight::Quiet);
  fresh->setObjectName(QStringLiteral("first.skip"));
  connect(fresh, &LinkButton::clicked, this, &FirstSteps::newRequested);
  steps->addWidget(fresh, 0, Qt::AlignLeft);
  auto* page = new QWidget;
  auto* centred = new QHBoxLayout(page);
  centred->setContentsMargins(size::PageX, size::PageY, size::PageX, size::PageY);
  auto* whole = new QVBoxLayout;
  whole->addWidget(column);
  whole->addStretch();
  centred->addStretch(1);
  centred->addLayout(whole, 20);
  centred->addStretch(1);
  m_scroll->setFrameShape(QFrame::NoFrame);
  m_scroll->setWidgetResizable(true);
  m_scroll->setFocusPolicy(Qt::NoFocus);
  m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_scroll->setWidget(page);
  return m_scroll;
}

void FirstSteps::makeContacts() {
  m_import = new Button(tr("Import a spreadsheet"), ButtonRole::Primary, Icon::FileText);
  m_import->setObjectName(QStringLiteral("first.import"));
  auto* sample = new Button(tr("Open the sample"), ButtonRole::Plain, Icon::Folder);
  sample->setObjectName(QStringLiteral("first.sample"));
  sample->setToolTip(tr("A workspace of its own with made-up people, to look around in"));
  connect(m_import, &Button::clicked, this, &FirstSteps::importRequested);
  connect(sample, &Button::clicked, this, &FirstSteps::sampleRequested);
  m_contacts->addAction(m_import);
  m_contacts->addAction(sample);
  auto* more = new LinkButton(tr("Import more"));
  more->setObjectName(QStringLiteral("first.importMore"));
  connect(more, &LinkButton::clicked, this, &FirstSteps::importRequested);
  m_contacts->addLater(more);
}

void FirstSteps::makeProvider() {
  m_sandbox = new Button(tr("Use the sandbox"), ButtonRole::Plain, Icon::Phone);
  m_sandbox->setObjectName(QStringLiteral("first.sandbox"));
  m_sandbox->setToolTip(tr("A provider inside this program: it texts nobody and shows what it was given"));
  auto* add = new Button(tr("Add a provider"), ButtonRole::Plain, Icon::Plus);
  add->setObjectName(QStringLiteral("first.provider"));
  connect(m_sandbox, &Button::clicked, this, &FirstSteps::useSandbox);
  connect(add, &Button::clicked, this, &FirstSteps::addProviderRequested);
  m_provider->addAction(m_sandbox);
  m_provider->addAction(add);
  auto* another = new LinkButton(tr("Add a provider"));
  another->setObjectName(QStringLiteral("first.anotherProvider"));
  connect(another, &LinkButton::clicked, this, &FirstSteps::addProviderRequested);
  m_provider->addLater(another);
}

void FirstSteps::makeTest() {
  m_testCard->addContent(m_test);
  m_test->hide();
  connect(m_test, &FirstTest::messageChanged, this, [this] {
    if (m_pane->isVisibleTo(this)) m_phone->setCampaign(m_test->campaign());
  });
  connect(m_test, &FirstTest::sandboxRequested, this, &FirstSteps::sandboxRequested);
  connect(m_test, &FirstTest::openRequested, this, [this](CampaignId draft) {
    m_done = false;
    Q_EMIT openRequested(draft);
  });
  connect(m_test, &FirstTest::accepted, this, [this] {
    m_done = true;
    // The layout has room for the answer only after this event.
    QTimer::singleShot(0, this, [this] { m_scroll->ensureWidgetVisible(m_testCard, 0, size::Large); });
    m_testCard->setState(StepCard::State::Done, tr("Sent. This is how every campaign is tested before it goes out."));
  });
}

Result<FirstSteps::Facts> FirstSteps::read(const Services& services) {
  Facts facts;
  auto people = services.profiles.count();
  if (!people) return fail(people.error());
  facts.people = *people;
  const auto some = services.profiles.page(audience::Segment::everybody(), {}, 1);
  if (some && !some->empty()) facts.person = some->front().identity;
  auto providers = services.providers.list();
  if (!providers) return fail(providers.error());
  if (providers->empty()) return facts;
  const auto route = services.routes.defaultRoute();
  facts.provider = providers->front().name;
  facts.sandbox = providers->front().type == kSandboxType;
  for (const auto& provider : *providers) {
    if (!route || route->kind != QLatin1String("provider") || provider.id.value != route->id) continue;
    facts.provider = provider.name;
    facts.sandbox = provider.type == kSandboxType;
  }
  return facts;
}

void FirstSteps::refresh() {
  m_services.background.run([services = m_services] { return read(services); })
      .then(this, [this](const Result<Facts>& facts) {
        if (!facts) return Q_EMIT failed(facts.error().message);
        show(*facts);
      });
}

void FirstSteps::useSandbox() {
  m_sandbox->setBlockedBecause(tr("It is being made ready"));
  m_services.background.run([services = m_services] { return addSandbox(services); })
      .then(this, [this](const Result<>& added) {
        m_sandbox->setBlockedBecause({});
        if (!added) Q_EMIT failed(added.error().message);
        refresh();
      });
}

void FirstSteps::show(const Facts& facts) {
  using State = StepCard::State;
  const bool people = facts.people > 0;
  const bool provider = !facts.provider.isEmpty();
  m_contacts->setState(
      people ? State::Done : State::Next,
      people ? tr("%1 contacts are in.").arg(QLocale().toString(facts.people))
             : tr("Bring your list in from CSV, Excel or LibreOffice, or look around with made-up people."));
  m_provider->setState(
      provider ? State::Done
      : people ? State::Next
               : State::Waiting,
      !provider
          ? tr("The sandbox texts nobody and costs nothing: right to begin with. Your own provider can come later.")
      : facts.sandbox ? tr("“%1” shows on its own phone what it was given. No real texts.").arg(facts.provider)
                      : tr("“%1” sends for you.").arg(facts.provider));
  m_sandbox->setRole(people && !provider ? ButtonRole::Primary : ButtonRole::Plain);
  const bool ready = people && provider;
  const int next = !people ? 1 : !provider ? 2 : 3;
  if (!m_done) {
    m_testCard->setState(
        ready ? State::Next : State::Waiting,
        ready ? tr("The phone shows it as one of your contacts would get it. Type @ to put in what you know of each.")
              : tr("Write it and send it to yourself."));
  }
  m_test->setPerson(facts.person);
  m_test->setSandbox(facts.sandbox);
  const bool appears = ready && !m_test->isVisibleTo(m_testCard);
  m_test->setVisible(ready);
  m_pane->setVisible(ready);
  if (appears) {
    m_test->refresh();
    m_phone->reloadPeople();
  }
  if (std::exchange(m_next, next) == next || !isVisible()) return;
  switch (next) {
    case 1:
      return m_import->setFocus();
    case 2:
      return m_sandbox->setFocus();
    default:
      return m_test->focusFirst();
  }
}

}  // namespace heliograph::ui
