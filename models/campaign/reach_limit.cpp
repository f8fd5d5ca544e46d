// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/reach_limit.h"

#include "campaign/json_reader.h"

namespace heliograph::campaign {

namespace {
const QString kOnlyMember = QStringLiteral("only");
const QString kCodesMember = QStringLiteral("codes_of");
}  // namespace

Result<ReachLimit> reachLimitFromJson(const QJsonObject& json) {
  const QJsonValue only = json.value(kOnlyMember);
  const QJsonValue codes = json.value(kCodesMember);
  if (only.isUndefined() && codes.isUndefined()) return ReachLimit::everybody();
  if (!only.isUndefined() && !codes.isUndefined()) {
    return wrongMember(QStringLiteral("reach"), QStringLiteral("either \"only\" or \"codes_of\""));
  }
  if (only.isUndefined()) {
    if (codes.isString() && !codes.toString().isEmpty()) return ReachLimit::codesOf(codes.toString());
    return wrongMember(QStringLiteral("reach.codes_of"), QStringLiteral("the name of a coupon pool"));
  }
  const int people = only.toInt();
  if (people >= 1 && people <= ReachLimit::most) return ReachLimit::only(people);
  return wrongMember(QStringLiteral("reach.only"), QStringLiteral("a whole number from 1 to %1").arg(ReachLimit::most));
}

QJsonObject toJson(const ReachLimit& limit) {
  switch (limit.kind) {
    case ReachLimit::Kind::Everybody:
      break;
    case ReachLimit::Kind::Only:
      return {{kOnlyMember, limit.people}};
    case ReachLimit::Kind::Codes:
      return {{kCodesMember, limit.pool}};
  }
  return {};
}

QString describe(const ReachLimit& limit) {
  switch (limit.kind) {
    case ReachLimit::Kind::Everybody:
      break;
    case ReachLimit::Kind::Only:
      return QStringLiteral("Only %L1, drawn by lot").arg(limit.people);
    case ReachLimit::Kind::Codes:
      return QStringLiteral("As many as “%1” has codes, drawn by lot").arg(limit.pool);
  }
  return QStringLiteral("Everybody");
}

}  // namespace heliograph::campaign
