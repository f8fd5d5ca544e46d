// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/run_report.h"

#include <QJsonArray>

#include "reports/instant.h"

namespace heliograph::reports {
namespace {

QJsonArray reasonsOf(const RunReport& report) {
  QJsonArray reasons;
  for (const ReasonCount& count : report.counts) {
    reasons.append(QJsonObject{{QStringLiteral("state"), delivery::rowStateName(count.state)},
                               {QStringLiteral("reason"), count.reason},
                               {QStringLiteral("text"), count.text},
                               {QStringLiteral("people"), count.people}});
  }
  return reasons;
}

QJsonArray providersOf(const RunReport& report) {
  QJsonArray providers;
  for (const ProviderCount& count : report.providers) {
    providers.append(QJsonObject{{QStringLiteral("provider"), count.name},
                                 {QStringLiteral("accepted"), count.accepted},
                                 {QStringLiteral("refused"), count.refused},
                                 {QStringLiteral("parts"), count.parts}});
  }
  return providers;
}

}  // namespace

qint64 RunReport::people(delivery::RowState state) const {
  qint64 sum = 0;
  for (const ReasonCount& count : counts) sum += count.state == state ? count.people : 0;
  return sum;
}

qint64 RunReport::total() const {
  qint64 sum = 0;
  for (const ReasonCount& count : counts) sum += count.people;
  return sum;
}

QJsonObject toJson(const RunReport& report) {
  QJsonObject states;
  for (const delivery::RowState state : delivery::allRowStates) {
    states.insert(delivery::rowStateName(state), report.people(state));
  }
  return {{QStringLiteral("run"), report.run.id.value},
          {QStringLiteral("state"), delivery::runStateName(report.run.state)},
          {QStringLiteral("state_reason"), report.run.reason},
          {QStringLiteral("due_at"), instantJson(report.run.dueAt)},
          {QStringLiteral("started_at"), instantJson(report.run.startedAt)},
          {QStringLiteral("finished_at"), instantJson(report.run.finishedAt)},
          {QStringLiteral("approved_reach"), report.run.approvedReach},
          {QStringLiteral("audience"), report.run.audience},
          {QStringLiteral("states"), states},
          {QStringLiteral("reasons"), reasonsOf(report)},
          {QStringLiteral("providers"), providersOf(report)},
          {QStringLiteral("accepted_parts"), report.acceptedParts},
          {QStringLiteral("first_accepted_at"), instantJson(report.firstAcceptedAt)},
          {QStringLiteral("last_accepted_at"), instantJson(report.lastAcceptedAt)}};
}

}  // namespace heliograph::reports
