// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/held/holding_check.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace heliograph::delivery {
namespace {

struct HoldingWords {
  Q_DECLARE_TR_FUNCTIONS(Holding)
};

std::chrono::seconds wholeMinutes(double seconds) {
  return std::chrono::minutes(std::max<qint64>(1, static_cast<qint64>(std::ceil(seconds / 60))));
}

}  // namespace

QString holdingProblem(const campaign::Campaign& campaign, const providers::Holding& holding, bool quiet,
                       const QDateTime& now) {
  if (campaign.variants.kind == campaign::Variants::Kind::AbTest) {
    return HoldingWords::tr("The winner of an A/B test is known only after the test was sent.");
  }
  if (campaign.release.asks()) {
    return HoldingWords::tr(
        "It goes to the first people and then asks you. Let it go to everybody at once, under Publish.");
  }
  if (quiet) {
    return HoldingWords::tr("Quiet hours are kept by this program, person by person. Use none for this campaign.");
  }
  const auto due = schedule::dueTimes(campaign.when, now);
  if (!due || due->empty()) return holding.obstacle;
  return holding.problemOf(now, due->front());
}

std::vector<campaign::Issue> holdingIssues(const campaign::Campaign& campaign, const providers::Holding& holding,
                                           bool quiet, const QDateTime& now) {
  std::vector<campaign::Issue> issues;
  if (!schedule::isHeldByProvider(campaign.when)) return issues;
  const auto note = [&](campaign::Severity severity, const char* code, const QString& text) {
    issues.push_back({severity, QLatin1String(code), campaign::Step::When, QStringLiteral("held_by_provider"), text});
  };
  const QString problem = holdingProblem(campaign, holding, quiet, now);
  if (!problem.isEmpty()) {
    note(campaign::Severity::Block, "holding_unable",
         HoldingWords::tr("The provider can't keep the messages until then. %1").arg(problem));
    return issues;
  }
  note(campaign::Severity::Warn, "holding_frozen",
       HoldingWords::tr("The people and the texts are settled when you publish, as “%1” gets them at once. Who "
                        "unsubscribes later is taken back only while this program runs: if it is off, they still get "
                        "it.")
           .arg(holding.name));
  return issues;
}

std::optional<campaign::Issue> handOverIssue(const campaign::Campaign& campaign, const providers::Holding& holding,
                                             qint64 messages, const QDateTime& now) {
  if (!schedule::isHeldByProvider(campaign.when) || holding.perSecond <= 0) return std::nullopt;
  const auto due = schedule::dueTimes(campaign.when, now);
  if (!due || due->empty() || !holding.reaches(now, due->front())) return std::nullopt;
  const double needed = static_cast<double>(messages) / holding.perSecond;
  const auto there = static_cast<double>(now.msecsTo(holding.lastMoment(due->front()))) / 1000;
  if (needed <= there) return std::nullopt;
  const qint64 late = messages - static_cast<qint64>(there * holding.perSecond);
  return campaign::Issue{
      campaign::Severity::Warn, QStringLiteral("holding_slow"), campaign::Step::When,
      QStringLiteral("held_by_provider"),
      HoldingWords::tr(
          "Handing over %L1 messages to “%2” takes %3 at %L4 a second, and there is %5 until it takes none "
          "for that time any more. About %L6 are sent by this program at that time instead, so it has to "
          "run then. Choose a later time, or leave the computer on.")
          .arg(messages)
          .arg(holding.name, providers::spanWords(wholeMinutes(needed)))
          .arg(holding.perSecond)
          .arg(there < 60 ? HoldingWords::tr("less than a minute")
                          : providers::spanWords(std::chrono::seconds(static_cast<qint64>(there))))
          .arg(late)};
}

}  // namespace heliograph::delivery
