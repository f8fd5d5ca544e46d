// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/publish_page.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>
#include <algorithm>

#include "delivery/reason_text.h"
#include "delivery/test_send.h"
#include "items/relative_time.h"
#include "providers/route_resolver.h"
#include "ui/composer/campaign_checker.h"
#include "ui/layout/clear_layout.h"
#include "ui/preview/text_words.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/bar_histogram.h"
#include "ui/widgets/card.h"
#include "ui/widgets/fact_row.h"
#include "ui/widgets/issue_row.h"
#include "ui/widgets/label.h"
#include "ui/widgets/link_button.h"

namespace heliograph::ui {

using campaign::Issue;
using campaign::Severity;

namespace {

constexpr int kFactsWidth = 300;

QString keyOf(const Issue& issue) {
  return issue.code + QLatin1Char('|') + issue.text;
}

Tone toneOf(Severity severity) {
  switch (severity) {
    case Severity::Block:
      return Tone::Problem;
    case Severity::Warn:
      return Tone::Attention;
    case Severity::Note:
      break;
  }
  return Tone::Neutral;
}

}  // namespace

PublishPage::PublishPage(Services& services, CampaignDocument& document, CampaignChecker& checker, QWidget* parent)
    : StepPage(services, document, parent),
      m_checker(checker),
      m_sentence(new Label({}, TypeRole::Sentence)),
      m_checks(new QVBoxLayout) {
  m_sentence->setObjectName(QStringLiteral("publish.sentence"));
  m_sentence->setWordWrap(true);
  m_sentence->setTextFormat(Qt::RichText);
  m_checks->setSpacing(size::Small);
  auto* checks = new QVBoxLayout;
  checks->setSpacing(size::Small);
  checks->addWidget(new Label(tr("Checks"), TypeRole::Label));
  checks->addLayout(m_checks);
  checks->addStretch();
  auto* columns = new QHBoxLayout;
  columns->setSpacing(size::Large);
  columns->addLayout(checks, 1);
  columns->addWidget(makeFacts(), 0, Qt::AlignTop);
  body()->addWidget(m_sentence);
  body()->addSpacing(size::Small);
  body()->addLayout(columns);
  body()->addStretch();
  connect(&m_checker, &CampaignChecker::issuesChanged, this, &PublishPage::refresh);
  connect(&m_checker, &CampaignChecker::counting, this, &PublishPage::refresh);
  connect(&m_checker, &CampaignChecker::counted, this, &PublishPage::refresh);
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
  m_skipped = new QVBoxLayout;
  m_skipped->setSpacing(0);
  m_skippedCard = new Card;
  m_skippedCard->body()->addWidget(new Label(tr("Who gets no message"), TypeRole::Label));
  m_skippedCard->body()->addLayout(m_skipped);
  m_lastTest = new Label({}, TypeRole::Hint, Ink::Text3);
  m_lastTest->setWordWrap(true);

  auto* facts = new QWidget;
  facts->setFixedWidth(kFactsWidth);
  auto* column = new QVBoxLayout(facts);
  column->setContentsMargins({});
  column->setSpacing(size::Medium);
  column->addWidget(m_partsCard);
  column->addWidget(m_skippedCard);
  column->addWidget(m_lastTest);
  return facts;
}

void PublishPage::load(const campaign::Campaign&) {
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

int PublishPage::unseenWarnings() const {
  const auto& issues = m_checker.issues();
  return static_cast<int>(std::count_if(issues.begin(), issues.end(), [this](const Issue& issue) {
    return issue.severity == Severity::Warn && !m_seen.contains(keyOf(issue));
  }));
}

QString PublishPage::blockedBecause() const {
  const auto& issues = m_checker.issues();
  const auto blockers =
      std::count_if(issues.begin(), issues.end(), [](const Issue& issue) { return issue.severity == Severity::Block; });
  if (blockers == 1) return tr("1 check blocks publishing");
  if (blockers > 1) return tr("%1 checks block publishing").arg(blockers);
  if (!m_checker.isCurrent()) return tr("The people are being counted");
  if (people() == 0) return tr("Nobody would get this message");
  if (const int unseen = unseenWarnings(); unseen > 0) {
    return unseen == 1 ? tr("1 check to be ticked as seen") : tr("%1 checks to be ticked as seen").arg(unseen);
  }
  return {};
}

QString PublishPage::sentenceOf(const QString& strong) const {
  const campaign::Campaign& campaign = m_document.campaign();
  // While a text is still missing nobody would be sent to; the people chosen say more than a nought.
  const qint64 count = people() > 0 ? people() : m_checker.report().reach.reachable;
  const QString who = !m_checker.isCurrent() || count == 0 ? tr("the people you chose")
                      : count == 1                         ? tr("1 person")
                                                           : tr("%1 people").arg(QLocale().toString(count));
  const auto* once = std::get_if<schedule::Once>(&campaign.when);
  const QString when = once ? tr("on %1").arg(strong.arg(describe(once->at).toHtmlEscaped()))
                       : schedule::isChosen(campaign.when) ? strong.arg(tr("as soon as you publish"))
                                                           : strong.arg(tr("at a time you have not chosen yet"));
  const QString route = m_routeName.isEmpty() ? tr("no provider yet") : m_routeName;
  return tr("Send %1 one message %2, through %3.").arg(strong.arg(who), when, strong.arg(route.toHtmlEscaped()));
}

QString PublishPage::sentence() const {
  return sentenceOf(QStringLiteral("%1"));
}

void PublishPage::refresh() {
  showSentence();
  showChecks();
  showParts();
  showSkipped();
  Q_EMIT readinessChanged();
}

void PublishPage::showSentence() {
  const QString color = Tokens::of(this).accent.name();
  m_sentence->setText(
      sentenceOf(QStringLiteral("<span style=\"color:%1\">%2</span>").arg(color, QStringLiteral("%1"))));
}

void PublishPage::showChecks() {
  clearLayout(*m_checks);
  const auto& issues = m_checker.issues();
  for (const Severity severity : {Severity::Block, Severity::Warn, Severity::Note}) {
    for (const Issue& issue : issues) {
      if (issue.severity == severity) addCheck(issue);
    }
  }
  if (issues.empty()) {
    m_checks->addWidget(new Label(m_checker.isCurrent() ? tr("All checks are fine.") : tr("Checking…"), TypeRole::Body,
                                  m_checker.isCurrent() ? Ink::Fine : Ink::Text2));
  }
}

void PublishPage::addCheck(const Issue& issue) {
  auto* row = new IssueRow(toneOf(issue.severity), issue.text.toHtmlEscaped());
  if (issue.step != campaign::Step::Publish) {
    connect(row->addAction(tr("Go there")), &LinkButton::clicked, this,
            [this, issue] { Q_EMIT issueActivated(issue); });
  }
  if (issue.severity == Severity::Warn) {
    row->setAcknowledgeable(m_seen.contains(keyOf(issue)));
    connect(row, &IssueRow::acknowledged, this, [this, key = keyOf(issue)](bool seen) {
      if (seen) {
        m_seen.insert(key);
      } else {
        m_seen.remove(key);
      }
      Q_EMIT readinessChanged();
    });
  }
  m_checks->addWidget(row);
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
      .then(this, [this](const Result<std::optional<delivery::LastTest>>& last) {
        if (!last) return m_lastTest->setText(last.error().message);
        if (!last->has_value()) return m_lastTest->setText(tr("No test was sent yet."));
        const delivery::LastTest& test = **last;
        const QString when = items::whenWords(test.at, m_services.clock.now());
        m_lastTest->setText((test.accepted ? tr("Last test: accepted %1, %2.") : tr("Last test: not accepted %1, %2."))
                                .arg(when, test.sameText ? tr("text unchanged since") : tr("text changed since")));
      });
}

void PublishPage::focusField(const QString&, int) {
  if (auto* fix = findChild<LinkButton*>()) fix->setFocus();
}

void PublishPage::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange) showSentence();
  StepPage::changeEvent(event);
}

}  // namespace heliograph::ui
