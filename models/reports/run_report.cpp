// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/run_report.h"

#include <QJsonArray>

#include "delivery/outbox/winner_words.h"
#include "delivery/receipts/delivery_words.h"
#include "reports/conversions_json.h"
#include "reports/instant.h"

namespace heliograph::reports {
namespace {

QJsonArray reasonsOf(const std::vector<ReasonCount>& counts) {
  QJsonArray reasons;
  for (const ReasonCount& count : counts) {
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

QJsonArray leftOutOf(const RunReport& report) {
  QJsonArray list;
  for (const LeftOutCount& count : report.leftOut) {
    list.append(QJsonObject{{QStringLiteral("provider"), count.leftOut.name},
                            {QStringLiteral("code"), count.leftOut.code},
                            {QStringLiteral("words"), count.leftOut.words},
                            {QStringLiteral("since"), instantJson(count.leftOut.since)},
                            {QStringLiteral("until"), instantJson(count.leftOut.until)},
                            {QStringLiteral("rejected"), count.rejected},
                            {QStringLiteral("taken_by_others"), count.taken},
                            {QStringLiteral("waiting"), count.waiting}});
  }
  return list;
}

QJsonArray deliveriesOf(const RunReport& report) {
  QJsonArray deliveries;
  for (const DeliveryCount& count : report.deliveries) {
    QJsonObject one{{QStringLiteral("delivery"), count.state.isEmpty() ? QStringLiteral("unknown") : count.state},
                    {QStringLiteral("text"), delivery::deliveryStateText(count.state)},
                    {QStringLiteral("people"), count.people}};
    if (count.code > 0) {
      one.insert(QStringLiteral("code"), count.code);
      one.insert(QStringLiteral("reason"), delivery::deliveryCodeText(count.code));
    }
    deliveries.append(one);
  }
  return deliveries;
}

QJsonArray copiesOf(const RunReport& report) {
  QJsonArray copies;
  for (const CopyCount& count : report.copies) {
    copies.append(QJsonObject{{QStringLiteral("copy"), count.name},
                              {QStringLiteral("people"), count.people},
                              {QStringLiteral("accepted"), count.accepted},
                              {QStringLiteral("refused"), count.refused},
                              {QStringLiteral("unclear"), count.unclear},
                              {QStringLiteral("skipped"), count.skipped},
                              {QStringLiteral("parts"), count.parts},
                              {QStringLiteral("clicked"), count.clicked}});
  }
  return copies;
}

QJsonValue winnerOf(const RunReport& report) {
  const auto winner = static_cast<std::size_t>(report.run.winner.value_or(-1));
  return winner < report.copies.size() ? QJsonValue(report.copies[winner].name) : QJsonValue();
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
  QJsonObject json{{QStringLiteral("run"), report.run.id.value},
                   {QStringLiteral("state"), delivery::runStateName(report.run.state)},
                   {QStringLiteral("state_reason"), report.run.reason},
                   {QStringLiteral("due_at"), instantJson(report.run.dueAt)},
                   {QStringLiteral("started_at"), instantJson(report.run.startedAt)},
                   {QStringLiteral("finished_at"), instantJson(report.run.finishedAt)},
                   {QStringLiteral("approved_reach"), report.run.approvedReach},
                   {QStringLiteral("audience"), report.run.audience},
                   {QStringLiteral("states"), states},
                   {QStringLiteral("reasons"), reasonsOf(report.counts)},
                   {QStringLiteral("providers"), providersOf(report)},
                   {QStringLiteral("left_out"), leftOutOf(report)},
                   {QStringLiteral("deliveries"), deliveriesOf(report)},
                   {QStringLiteral("accepted_parts"), report.acceptedParts},
                   {QStringLiteral("first_accepted_at"), instantJson(report.firstAcceptedAt)},
                   {QStringLiteral("last_accepted_at"), instantJson(report.lastAcceptedAt)}};
  if (!report.seeds.empty()) json.insert(QStringLiteral("seeds"), reasonsOf(report.seeds));
  if (const QJsonObject conversions = conversionsJson(report); !conversions.isEmpty()) {
    json.insert(QStringLiteral("conversions"), conversions);
  }
  if (report.quietUntil.isValid()) {
    json.insert(QStringLiteral("quiet"), report.quiet);
    json.insert(QStringLiteral("quiet_until"), instantJson(report.quietUntil));
  }
  if (report.copies.empty()) return json;
  json.insert(QStringLiteral("copies"), copiesOf(report));
  if (!report.run.hasTest) return json;
  json.insert(QStringLiteral("winner"), winnerOf(report));
  json.insert(QStringLiteral("decide_by"), report.run.decideBy);
  json.insert(QStringLiteral("winner_text"), delivery::winnerText(report.run));
  json.insert(QStringLiteral("decide_at"), instantJson(report.run.decideAt));
  json.insert(QStringLiteral("wait_for_winner"), report.waitForWinner);
  return json;
}

}  // namespace heliograph::reports
