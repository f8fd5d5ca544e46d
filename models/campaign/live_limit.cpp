// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/live_limit.h"

#include "campaign/json_reader.h"

namespace heliograph::campaign {

namespace {
const QString kLiveLimitMember = QStringLiteral("live_limit");
const QString kPerDayMember = QStringLiteral("per_day");
const QString kTotalMember = QStringLiteral("total");
}  // namespace

Result<LiveLimit> liveLimitFromJson(const QJsonObject& json) {
  const bool perDay = json.contains(kPerDayMember);
  const bool total = json.contains(kTotalMember);
  if (!perDay && !total) return LiveLimit::none();
  if (perDay && total) return wrongMember(kLiveLimitMember, QStringLiteral("either \"per_day\" or \"total\""));
  const QString& member = perDay ? kPerDayMember : kTotalMember;
  const int messages = json.value(member).toInt();
  if (messages < 1 || messages > LiveLimit::most) {
    return wrongMember(kLiveLimitMember + u'.' + member,
                       QStringLiteral("a whole number from 1 to %1").arg(LiveLimit::most));
  }
  return perDay ? LiveLimit::perDay(messages) : LiveLimit::total(messages);
}

QJsonObject toJson(const LiveLimit& limit) {
  switch (limit.kind) {
    case LiveLimit::Kind::None:
      break;
    case LiveLimit::Kind::PerDay:
      return {{kPerDayMember, limit.messages}};
    case LiveLimit::Kind::Total:
      return {{kTotalMember, limit.messages}};
  }
  return {};
}

bool isTooSmall(const LiveLimit& limit, const audience::LiveEstimate& wouldLeave) {
  if (!limit.limits() || limit.messages >= LiveLimit::least) return false;
  return (limit.kind == LiveLimit::Kind::PerDay ? wouldLeave.busiest() : wouldLeave.fired()) >= LiveLimit::least;
}

QString describe(const LiveLimit& limit) {
  switch (limit.kind) {
    case LiveLimit::Kind::None:
      break;
    case LiveLimit::Kind::PerDay:
      return QStringLiteral("Only %L1 a day").arg(limit.messages);
    case LiveLimit::Kind::Total:
      return QStringLiteral("Only %L1 in total").arg(limit.messages);
  }
  return QStringLiteral("No limit");
}

}  // namespace heliograph::campaign
