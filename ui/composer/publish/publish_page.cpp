// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/publish/publish_page.h"

#include <QCryptographicHash>
#include <QEvent>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QLocale>
#include <QVBoxLayout>
#include <algorithm>

#include "campaign/campaign_json.h"
#include "campaign/link_checks.h"
#include "delivery/outbox/reason_text.h"
#include "delivery/test_messages/test_send.h"
#include "items/relative_time.h"
#include "providers/routes/route_resolver.h"
#include "ui/composer/page/campaign_checker.h"
#include "ui/composer/publish/fine_checks.h"
#include "ui/composer/publish/publish_checks.h"
#include "ui/composer/publish/publish_copies.h"
#include "ui/composer/publish/publish_cost.h"
#include "ui/composer/publish/release_choice.h"
#include "ui/composer/words/copy_words.h"
#include "ui/layout/clear_layout.h"
#include "ui/preview/text_words.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/bar_histogram.h"
#include "ui/widgets/card.h"
#include "ui/widgets/fact_row.h"
#include "ui/widgets/label.h"
#include "ui/widgets/link_button.h"

namespace heliograph::ui {

using campaign::Issue;
using campaign::Severity;

namespace {

constexpr int kFactsWidth = 300;
const QString kPlain = QStringLiteral("%1");

QString costFact(const delivery::CostReport& cost) {
  if (cost.expected.isZero()) {
    return cost.isComplete() ? PublishPage::tr("Nothing") : PublishPage::tr("Not known: prices are missing");
  }
  const QString about = PublishPage::tr("About %1").arg(costWords(cost));
  return cost.highest == cost.expected ? about : PublishPage::tr("%1, at most %2").arg(about, cost.highest.shortText());
}

QString testReleaseWords(const campaign::Campaign& campaign) {
  switch (campaign::variantsInForce(campaign).winner.by) {
    case campaign::WinnerRule::By::Conversions:
      return PublishPage::tr("The test first; then conversions choose what the rest get");
    case campaign::WinnerRule::By::Clicks:
      return PublishPage::tr("The test first; then clicks choose what the rest get");
    case campaign::WinnerRule::By::Hand:
      break;
  }
  return PublishPage::tr("The test first; then it asks you for the winner");
}

/// What everybody gets, and in how many parts.
QString whatFact(const campaign::Variants& variants, const delivery::CheckReport& report) {
  const QString parts = report.parts.isEmpty() ? QString() : partsWords(report.parts.lastKey());
  const QString copies = copiesPhrase(variants);
  if (!copies.isEmpty()) return PublishPage::tr("One message each, %1, in at most %2").arg(copies, parts);
  return report.parts.size() > 1 ? PublishPage::tr("One message each, in at most %1").arg(parts)
                                 : PublishPage::tr("One message each, in %1").arg(parts);
}

}  // namespace

PublishPage::PublishPage(Services& services, CampaignDocument& document, CampaignChecker& checker, QWidget* parent)
    : StepPage(services, document, parent),
      m_checker(checker),
      m_sentence(new Label({}, TypeRole::Sentence)),
      m_checks(new PublishChecks),
      m_release(new ReleaseChoice),
      m_testRelease(
          new Label(tr("The A/B test is a first batch already: when it is sent, nothing more leaves until its "
                       "winner is chosen."),
                    TypeRole::Hint, Ink::Text3)) {
  m_testRelease->setObjectName(QStringLiteral("publish.testRelease"));
  m_testRelease->setWordWrap(true);
  m_sentence->setObjectName(QStringLiteral("publish.sentence"));
  m_sentence->setWordWrap(true);
  m_sentence->setTextFormat(Qt::RichText);
  auto* left = new QVBoxLayout;
  left->setSpacing(size::Wide);
  left->addWidget(m_checks);
  left->addWidget(m_release);
  left->addWidget(m_testRelease);
  left->addStretch();
  auto* columns = new QHBoxLayout;
  columns->setSpacing(size::Large);
  columns->addLayout(left, 1);
  columns->addWidget(makeFacts(), 0, Qt::AlignTop);
  body()->addWidget(m_sentence);
  body()->addSpacing(size::Small);
  body()->addLayout(columns);
  body()->addStretch();
  connect(&m_checker, &CampaignChecker::issuesChanged, this, &PublishPage::refresh);
  connect(&m_checker, &CampaignChecker::counting, this, &PublishPage::refresh);
  connect(&m_checker, &CampaignChecker::counted, this, &PublishPage::refresh);
  connect(&m_checker, &CampaignChecker::failed, this, &PublishPage::refresh);
  connect(m_checks, &PublishChecks::ticked, this, &PublishPage::readinessChanged);
  connect(m_checks, &PublishChecks::issueActivated, this, &PublishPage::issueActivated);
  connect(m_checks, &PublishChecks::pricesRequested, this, &PublishPage::pricesRequested);
  connect(m_checks, &PublishChecks::reportRequested, this, &PublishPage::reportRequested);
  connect(m_cost, &PublishCost::pricesRequested, this, &PublishPage::pricesRequested);
  connect(m_release, &ReleaseChoice::changed, this,
          [this](const campaign::Release& release) { m_document.setRelease(release); });
}

QWidget* PublishPage::makeFacts() {
  m_parts = new BarHistogram;
  m_parts->setAccessibleName(tr("Parts"));
  m_parts->setFocusPolicy(Qt::NoFocus);
  m_longest = new Label({}, TypeRole::Hint, Ink::Text3);
  m_longest->setWordWrap(true);
  m_partsCard = new Card;
  m_partsCard->body()->addWidget(new Label(tr("Parts"), TypeRole::Label));
  m_partsCard->body()->addWidget(m_parts);
  m_partsCard->body()->addWidget(m_longest);
  m_copies = new PublishCopies;
  m_cost = new PublishCost;
  m_skipped = new QVBoxLayout;
  m_skipped->setSpacing(0);
  m_skippedCard = new Card;
  m_skippedCard->body()->addWidget(new Label(tr("Who gets no message"), TypeRole::Label));
  m_skippedCard->body()->addLayout(m_skipped);

  auto* facts = new QWidget;
  facts->setFixedWidth(kFactsWidth);
  auto* column = new QVBoxLayout(facts);
  column->setContentsMargins({});
  column->setSpacing(size::Medium);
  column->addWidget(m_partsCard);
  column->addWidget(m_copies);
  column->addWidget(m_cost);
  column->addLayout(makeLastTest());
  column->addWidget(m_skippedCard);
  return facts;
}

QLayout* PublishPage::makeLastTest() {
  m_lastTest = new Label({}, TypeRole::Hint, Ink::Text3);
  m_lastTest->setObjectName(QStringLiteral("publish.lastTest"));
  m_lastTest->setWordWrap(true);
  m_test = new LinkButton(tr("Send a test"));
  m_test->setObjectName(QStringLiteral("publish.test"));
  connect(m_test, &LinkButton::clicked, this, &PublishPage::testRequested);
  auto* row = new QHBoxLayout;
  row->setSpacing(size::Small);
  row->addWidget(m_lastTest, 1);
  row->addWidget(m_test, 0, Qt::AlignTop);
  return row;
}

void PublishPage::load(const campaign::Campaign& campaign) {
  m_release->setRelease(campaign.release);
  refresh();
}

void PublishPage::enter() {
  lookUpRoute();
  lookUpLastTest();
  m_checker.refresh();
}

qint64 PublishPage::people() const {
  return m_checker.isCurrent() ? m_checker.report().sendable : 0;
}

QSet<QString> PublishPage::seen() const {
  return m_checks->seen();
}

std::vector<const Issue*> PublishPage::blockers() const {
  std::vector<const Issue*> blockers;
  for (const Issue& issue : m_checker.issues()) {
    if (issue.severity == Severity::Block) blockers.push_back(&issue);
  }
  return blockers;
}

QString PublishPage::blockedBecause() const {
  const auto blocking = blockers();
  if (blocking.size() == 1) return blocking.front()->text;
  if (!blocking.empty()) return tr("1 of %1: %2").arg(QString::number(blocking.size()), blocking.front()->text);
  if (!m_checker.problem().isEmpty()) return tr("The people could not be counted: %1").arg(m_checker.problem());
  if (!m_checker.isCurrent()) return tr("The people are being counted");
  if (people() == 0) return tr("Nobody would get this message");
  if (const int unseen = m_checks->unseen(); unseen > 0) {
    return unseen == 1 ? tr("1 check to be ticked as seen") : tr("%1 checks to be ticked as seen").arg(unseen);
  }
  return {};
}

void PublishPage::goToFirstOpen() {
  const auto blocking = blockers();
  if (blocking.empty() || blocking.front()->step == campaign::Step::Publish) return m_checks->focusFirstOpen();
  Q_EMIT issueActivated(*blocking.front());
}

/// How many the people are drawn from; 0 when nobody is left out by lot.
qint64 PublishPage::drawnFrom() const {
  const delivery::CheckReport& report = m_checker.report();
  return report.couldReceive() > report.sendable ? report.couldReceive() : 0;
}

PublishSummary PublishPage::summary(const QString& strong) const {
  const delivery::CheckReport& report = m_checker.report();
  PublishSummary summary;
  summary.isChosen = m_document.campaign().audience.isChosen();
  // While a text is still missing nobody would be sent to; the people chosen say more than a nought.
  if (m_checker.isCurrent()) summary.people = report.sendable > 0 ? report.sendable : report.reach.reachable;
  if (summary.people > 0) summary.drawnFrom = drawnFrom();
  summary.colleagues = report.seeds;
  summary.when = whenPhrase(m_document.campaign().when, m_services.clock.now(), strong);
  summary.route = strong == kPlain ? m_routeName : m_routeName.toHtmlEscaped();
  if (schedule::isHeldByProvider(m_document.campaign().when)) summary.keptBy = summary.route;
  summary.cost = costWords(report.cost);
  summary.waits = m_checker.isCurrent() ? waitsPhrase() : QString();
  const QString copies = copiesPhrase(m_document.campaign().variants);
  summary.copies = strong == kPlain ? copies : copies.toHtmlEscaped();
  return summary;
}

/// With what its route asks for, as far as that is known.
campaign::Campaign PublishPage::asSent() const {
  campaign::Campaign campaign = m_document.campaign();
  campaign.asked = m_checker.asked();
  return campaign;
}

/// Who waits for the end of their quiet hours, or gets nothing because of them.
QString PublishPage::waitsPhrase() const {
  const auto due = schedule::dueTimes(m_document.campaign().when, m_services.clock.now());
  return due && !due->empty() ? delivery::waitText(m_checker.report().quiet, due->front()) : QString();
}

PublishQuestion PublishPage::question(const QString& notice) const {
  const campaign::Campaign& campaign = m_document.campaign();
  const delivery::CheckReport& report = m_checker.report();
  const PublishSummary facts = summary(kPlain);
  PublishQuestion question;
  question.people = people();
  question.parts = report.totalParts();
  question.notice = notice;
  question.heading = tr("Publish “%1”?").arg(campaign.name);
  const bool marketing = campaign.purpose == campaign::Purpose::Marketing;
  question.facts = {{tr("Who"), drawnWords(question.people, drawnFrom()) + colleaguesWords(report.seeds)},
                    {tr("Purpose"), marketing ? tr("Marketing") : tr("Transactional")},
                    {tr("What"), whatFact(campaign.variants, report)},
                    {tr("When"), whenWords(campaign.when, m_services.clock.now())},
                    {tr("Through"), facts.route},
                    {tr("Cost"), costFact(report.cost)},
                    {tr("Release"), campaign.variants.kind == campaign::Variants::Kind::AbTest
                                        ? testReleaseWords(asSent())
                                        : releaseWords(campaign.release, question.people)}};
  if (!facts.keptBy.isEmpty()) {
    question.facts.insert(4, {tr("Until then"), tr("Kept by %1 from now on").arg(facts.keptBy)});
  }
  const QString waits = waitsPhrase();
  if (!waits.isEmpty()) question.facts.append({tr("Quiet hours"), waits});
  const message::LinkRules& links = campaign.textRules.links;
  // A tick may be left of a link that isn't in the message any more.
  const QStringList plain = campaign::plainLinks(campaign);
  const auto shortened =
      std::count_if(plain.begin(), plain.end(), [&](const QString& link) { return links.shortened.contains(link); });
  if (shortened > 0) {
    question.facts.append(
        {tr("Short links"),
         tr("%1, made by %2 before anything leaves").arg(QLocale().toString(shortened), links.shortener)});
  }
  return question;
}

void PublishPage::refresh() {
  showSentence();
  showChecks();
  showParts();
  const campaign::Variants& variants = m_document.campaign().variants;
  m_copies->show(campaign::variantsInForce(asSent()), m_checker.report());
  const bool test = variants.kind == campaign::Variants::Kind::AbTest;
  const bool live = m_document.campaign().audience.isLive();
  m_release->setVisible(!test && !live);
  m_testRelease->setVisible(test && !live);
  m_cost->show(m_checker.report().cost);
  showSkipped();
  m_release->setPeople(m_checker.isCurrent() ? m_checker.report().sendable : -1);
  Q_EMIT readinessChanged();
}

void PublishPage::showSentence() {
  const QString strong =
      QStringLiteral("<span style=\"color:%1\">%2</span>").arg(Tokens::of(this).accent.name(), kPlain);
  const campaign::Audience& audience = m_document.campaign().audience;
  m_sentence->setText(audience.isLive()
                          ? livePublishSentence(describe(audience.live).toHtmlEscaped(), m_routeName.toHtmlEscaped(),
                                                m_document.campaign().liveLimit, strong)
                          : publishSentence(summary(strong), strong));
}

/// Everything a tick was given for: what is sent to whom and when, and the figures.
QByteArray PublishPage::stamp() const {
  campaign::Campaign state = m_document.campaign();
  state.name.clear();
  state.labels.clear();
  state.release = {};
  const delivery::CheckReport& report = m_checker.report();
  QCryptographicHash hash(QCryptographicHash::Sha256);
  hash.addData(QJsonDocument(campaign::toJson(state)).toJson(QJsonDocument::Compact));
  const auto add = [&](qint64 figure) { hash.addData(QByteArray::number(figure) + ';'); };
  add(report.sendable);
  add(report.reach.qualified);
  add(report.totalParts());
  for (const Issue& issue : m_checker.issues()) hash.addData(issue.text.toUtf8());
  return hash.result();
}

void PublishPage::showChecks() {
  // A state is known only when it is counted; until then the ticks of the one before stay in sight.
  if (!m_checker.isCurrent() && blockers().empty()) {
    return m_checks->showCounting(m_checker.problem().isEmpty() ? tr("Checking…") : m_checker.problem());
  }
  m_checks->show(m_checker.issues(),
                 m_checker.isCurrent() ? fineChecks(m_checker.issues(), m_checker.report()) : QStringList(), stamp());
}

void PublishPage::showParts() {
  const delivery::CheckReport& report = m_checker.report();
  std::vector<BarHistogram::Bar> bars;
  for (auto parts = report.parts.begin(); parts != report.parts.end(); ++parts) {
    bars.push_back({partsWords(parts.key()), parts.value(), parts.key() > 1 ? Tone::Attention : Tone::Accent});
  }
  m_partsCard->setVisible(!bars.empty());
  m_parts->setBars(std::move(bars));
  m_longest->setText(report.longest.identity.isEmpty()
                         ? QString()
                         : tr("Longest: %1 characters, for %2. %3 parts in all.")
                               .arg(QLocale().toString(report.longest.units), report.longest.identity,
                                    QLocale().toString(report.totalParts())));
}

void PublishPage::showSkipped() {
  clearLayout(*m_skipped);
  const auto& skipped = m_checker.report().skipped;
  for (auto reason = skipped.begin(); reason != skipped.end(); ++reason) {
    auto* row = new FactRow(delivery::reasonLabel(reason.key()), QLocale().toString(reason.value()));
    row->setToolTip(delivery::reasonText(reason.key()));
    m_skipped->addWidget(row);
  }
  m_skippedCard->setVisible(!skipped.isEmpty());
}

void PublishPage::lookUpRoute() {
  m_services.background
      .run([&routes = m_services.routes, route = m_document.campaign().route]() -> QString {
        const auto standing = route.isDefault() ? routes.defaultRoute() : Result<providers::Route>(route);
        if (!standing || standing->isDefault()) return {};
        return routes.routeName(*standing).value_or(QString());
      })
      .then(this, [this](const QString& name) {
        m_routeName = name;
        showSentence();
      });
}

void PublishPage::lookUpLastTest() {
  m_services.background
      .run([&tests = m_services.testSend, campaign = m_document.campaign()] { return tests.last(campaign); })
      .then(this, [this](const Result<std::optional<delivery::LastTest>>& last) { showLastTest(last); });
}

void PublishPage::showLastTest(const Result<std::optional<delivery::LastTest>>& last) {
  const bool none = !last || !last->has_value();
  m_test->setVisible(none || !(*last)->accepted || !(*last)->sameText);
  if (!last) return m_lastTest->setText(last.error().message);
  if (none) return m_lastTest->setText(tr("No test was sent yet."));
  const delivery::LastTest& test = **last;
  const QString when = items::whenWords(test.at, m_services.clock.now());
  m_lastTest->setText((test.accepted ? tr("Last test: accepted %1, %2.") : tr("Last test: not accepted %1, %2."))
                          .arg(when, test.sameText ? tr("text unchanged since") : tr("the text changed since")));
}

void PublishPage::focusField(const QString& field, int) {
  if (field == u"release") return m_release->focusChoice();
  m_checks->focusFirstOpen();
}

void PublishPage::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange) showSentence();
  StepPage::changeEvent(event);
}

}  // namespace heliograph::ui
