// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QTimeZone>

#include "providers/definition/definition_parts.h"

namespace heliograph::providers {
namespace {

DeliveryState deliveryStateOf(const QString& name) {
  if (name == QStringLiteral("sent")) return DeliveryState::Sent;
  if (name == QStringLiteral("failed")) return DeliveryState::Failed;
  return name == QStringLiteral("delivered") ? DeliveryState::Delivered : DeliveryState::None;
}

ReportSpec::Format reportFormat(const QString& name) {
  if (name == QStringLiteral("xml")) return ReportSpec::Format::Xml;
  if (name == QStringLiteral("fields")) return ReportSpec::Format::Fields;
  return name == QStringLiteral("events") ? ReportSpec::Format::Events : ReportSpec::Format::Json;
}

void readMeanings(const QJsonObject& json, ReportSpec& spec) {
  const QJsonObject states = json.value(u"states").toObject();
  for (auto each = states.begin(); each != states.end(); ++each) {
    const QJsonObject meaning = each.value().toObject();
    const QString name = each.value().isString() ? each.value().toString() : meaning.value(u"state").toString();
    spec.states.insert(each.key().toLower(), {deliveryStateOf(name), meaning.value(u"code").toInt()});
  }
  const QJsonObject codes = json.value(u"codes").toObject();
  for (auto each = codes.begin(); each != codes.end(); ++each) spec.codes.insert(each.key(), each.value().toInt());
  spec.optedOutCodes = textsOf(json.value(u"opted_out_codes"));
}

Result<> readPlaces(const QJsonObject& json, const QString& place, ReportSpec& spec) {
  const QJsonObject select = json.value(u"select").toObject();
  const std::pair<QString, Selector*> selections[] = {
      {QStringLiteral("id"), &spec.id},       {QStringLiteral("client_id"), &spec.clientId},
      {QStringLiteral("to"), &spec.to},       {QStringLiteral("from"), &spec.from},
      {QStringLiteral("state"), &spec.state}, {QStringLiteral("code"), &spec.code},
      {QStringLiteral("words"), &spec.words}, {QStringLiteral("at"), &spec.at},
      {QStringLiteral("text"), &spec.text},   {QStringLiteral("opt"), &spec.opt}};
  for (const auto& [name, selector] : selections) {
    auto parsed = readSelector(select.value(name), place + QStringLiteral("/select/") + name);
    if (!parsed) return fail(parsed.error());
    *selector = std::move(*parsed);
  }
  auto each = readSelector(json.value(u"each"), place + QStringLiteral("/each"));
  if (!each) return fail(each.error());
  spec.each = std::move(*each);
  auto cursor = readSelector(json.value(u"cursor"), place + QStringLiteral("/cursor"));
  if (!cursor) return fail(cursor.error());
  spec.cursor = std::move(*cursor);
  auto next = readSelector(json.value(u"next"), place + QStringLiteral("/next"));
  if (!next) return fail(next.error());
  spec.next = std::move(*next);
  spec.newestFirst = json.value(u"newest_first").toBool();
  const QJsonArray where = json.value(u"where").toArray();
  for (qsizetype i = 0; i < where.size(); ++i) {
    auto condition = readCondition(where.at(i).toObject(), QStringLiteral("%1/where/%2").arg(place).arg(i));
    if (!condition) return fail(condition.error());
    spec.where.push_back(std::move(*condition));
  }
  return {};
}

Result<ReportSpec> readReport(const QJsonObject& json, const QString& place) {
  ReportSpec spec;
  spec.format = reportFormat(json.value(u"format").toString());
  spec.inside = json.value(u"inside").toString();
  spec.timeZone = json.value(u"time_zone").toString().toLatin1();
  if (!spec.timeZone.isEmpty() && !QTimeZone(spec.timeZone).isValid()) {
    return fail(errorAt(place + QStringLiteral("/time_zone"), QStringLiteral("there is no such time zone")));
  }
  HELIOGRAPH_TRY(readPlaces(json, place, spec));
  readMeanings(json, spec);
  return spec;
}

/// What a report has to say, by what it is about.
Result<> checkReport(const ReportSpec& spec, bool inbound, const QString& place) {
  if (spec.format == ReportSpec::Format::Events) return {};
  if (inbound) {
    if (spec.from.isSet() && spec.text.isSet()) return {};
    return fail(errorAt(place + QStringLiteral("/select"), QStringLiteral("a reply needs “from” and “text”")));
  }
  if (!spec.id.isSet() && !spec.clientId.isSet()) {
    return fail(errorAt(place + QStringLiteral("/select"), QStringLiteral("a receipt needs “id” or “client_id”")));
  }
  if (!spec.state.isSet() || spec.states.isEmpty()) {
    return fail(errorAt(place, QStringLiteral("a receipt needs “state” under “select”, and “states”")));
  }
  return {};
}

Result<PollSpec> readPoll(const QJsonObject& json, const QString& place) {
  PollSpec poll;
  const QString by = json.value(u"by").toString();
  poll.by = by == QStringLiteral("ids")    ? PollSpec::By::Ids
            : by == QStringLiteral("feed") ? PollSpec::By::Feed
                                           : PollSpec::By::Id;
  poll.atMost = poll.by == PollSpec::By::Ids ? json.value(u"at_most").toInt(50) : 1;
  poll.separator = json.value(u"separator").toString(QStringLiteral(","));
  poll.firstCursor = json.value(u"first_cursor").toString();
  auto request = readRequest(json.value(u"request").toObject(), place + QStringLiteral("/request"));
  if (!request) return fail(request.error());
  poll.request = std::move(*request);
  auto report = readReport(json.value(u"report").toObject(), place + QStringLiteral("/report"));
  if (!report) return fail(report.error());
  poll.report = std::move(*report);
  if (poll.report.format == ReportSpec::Format::Fields || poll.report.format == ReportSpec::Format::Events) {
    return fail(errorAt(place + QStringLiteral("/report/format"), QStringLiteral("an answer is “json” or “xml”")));
  }
  if (poll.report.next.isSet() && (poll.by != PollSpec::By::Feed || poll.report.cursor.isSet())) {
    return fail(errorAt(place + QStringLiteral("/report/next"),
                        QStringLiteral("pages are followed of a “feed” without “cursor” only")));
  }
  if (poll.report.newestFirst && !poll.report.at.isSet()) {
    return fail(
        errorAt(place + QStringLiteral("/report/newest_first"), QStringLiteral("it needs “at” under “select”")));
  }
  return poll;
}

Result<CallbackSpec> readCallbackSpec(const QJsonObject& json, const QString& place) {
  using Strategy = SignatureSpec::Strategy;
  static const QHash<QString, Strategy> strategies{{QStringLiteral("twilio"), Strategy::Twilio},
                                                   {QStringLiteral("vonage_sig"), Strategy::VonageSig},
                                                   {QStringLiteral("vonage_jwt"), Strategy::VonageJwt},
                                                   {QStringLiteral("plivo_v3"), Strategy::PlivoV3}};
  CallbackSpec callback;
  const QJsonObject signature = json.value(u"signature").toObject();
  callback.signature.strategy = strategies.value(signature.value(u"strategy").toString(), Strategy::None);
  callback.signature.secret = signature.value(u"secret").toString();
  auto algorithm = readTemplate(signature.value(u"algorithm").toString(), place + QStringLiteral("/signature"));
  if (!algorithm) return fail(algorithm.error());
  callback.signature.algorithm = std::move(*algorithm);
  if (callback.signature.strategy == Strategy::VonageSig && callback.signature.algorithm.isEmpty()) {
    return fail(errorAt(place + QStringLiteral("/signature"), QStringLiteral("“vonage_sig” needs “algorithm”")));
  }
  auto report = readReport(json.value(u"report").toObject(), place + QStringLiteral("/report"));
  if (!report) return fail(report.error());
  callback.report = std::move(*report);
  return callback;
}

}  // namespace

Result<std::optional<ReportsSpec>> readReports(const QJsonObject& definition, const QString& name) {
  if (!definition.contains(name)) return std::optional<ReportsSpec>();
  const QJsonObject json = definition.value(name).toObject();
  const bool inbound = name == QStringLiteral("inbound");
  ReportsSpec spec;
  if (json.contains(u"poll")) {
    auto poll = readPoll(json.value(u"poll").toObject(), name + QStringLiteral("/poll"));
    if (!poll) return fail(poll.error());
    HELIOGRAPH_TRY(checkReport(poll->report, inbound, name + QStringLiteral("/poll/report")));
    if (inbound && poll->by != PollSpec::By::Feed) {
      return fail(errorAt(name + QStringLiteral("/poll/by"), QStringLiteral("replies are asked for by “feed”")));
    }
    spec.poll = std::move(*poll);
  }
  if (json.contains(u"callback")) {
    auto callback = readCallbackSpec(json.value(u"callback").toObject(), name + QStringLiteral("/callback"));
    if (!callback) return fail(callback.error());
    HELIOGRAPH_TRY(checkReport(callback->report, inbound, name + QStringLiteral("/callback/report")));
    spec.callback = std::move(*callback);
  }
  return std::optional<ReportsSpec>(std::move(spec));
}

}  // namespace heliograph::providers
