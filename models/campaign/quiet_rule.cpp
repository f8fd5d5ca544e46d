// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/quiet_rule.h"

#include "campaign/json_reader.h"
#include "schedule/zone_names.h"

namespace heliograph::campaign {
namespace {

const QString kHoursMember = QStringLiteral("hours");
const QString kZoneMember = QStringLiteral("zone");

const QStringList& quietUses() {
  static const QStringList names{QStringLiteral("workspace"), QStringLiteral("none"), QStringLiteral("own")};
  return names;
}

const QStringList& quietThens() {
  static const QStringList names{QStringLiteral("delay"), QStringLiteral("discard")};
  return names;
}

}  // namespace

QJsonObject toJson(const ZonedQuiet& quiet) {
  QJsonObject json;
  if (!quiet.hours.isEmpty()) json.insert(kHoursMember, schedule::toJson(quiet.hours));
  if (!quiet.zone.isEmpty()) json.insert(kZoneMember, QString::fromUtf8(quiet.zone));
  return json;
}

Result<ZonedQuiet> zonedQuietFromJson(const QJsonObject& json) {
  JsonReader reader(json);
  ZonedQuiet quiet;
  auto hours = schedule::quietHoursFromJson(reader.object(kHoursMember));
  reader.take(hours);
  if (hours) quiet.hours = std::move(*hours);
  quiet.zone = reader.text(kZoneMember).toUtf8();
  if (!quiet.zone.isEmpty() && !schedule::isKnownZone(quiet.zone)) {
    reader.note(QStringLiteral("quiet_hours.zone"), QStringLiteral("a time zone such as Europe/Berlin"));
  }
  if (reader.fault()) return fail(*reader.fault());
  return quiet;
}

QJsonObject toJson(const QuietRule& rule) {
  QJsonObject json = toJson(rule.own);
  if (rule.use != QuietRule::Use::Workspace) {
    json.insert(QStringLiteral("use"), quietUses().at(static_cast<int>(rule.use)));
  }
  if (rule.then != QuietRule::Then::Delay) {
    json.insert(QStringLiteral("then"), quietThens().at(static_cast<int>(rule.then)));
  }
  return json;
}

Result<QuietRule> quietRuleFromJson(const QJsonObject& json) {
  JsonReader reader(json);
  QuietRule rule;
  rule.use = static_cast<QuietRule::Use>(reader.oneOf(QStringLiteral("use"), quietUses()));
  rule.then = static_cast<QuietRule::Then>(reader.oneOf(QStringLiteral("then"), quietThens()));
  auto own = zonedQuietFromJson(json);
  reader.take(own);
  if (own) rule.own = std::move(*own);
  if (reader.fault()) return fail(*reader.fault());
  return rule;
}

QString describe(const QuietRule& rule) {
  QString words;
  switch (rule.use) {
    case QuietRule::Use::None:
      return QStringLiteral("None");
    case QuietRule::Use::Workspace:
      words = QStringLiteral("As the workspace says");
      break;
    case QuietRule::Use::Own:
      words = schedule::describe(rule.own.hours);
      break;
  }
  return rule.then == QuietRule::Then::Discard ? words + QStringLiteral("; messages in them are discarded") : words;
}

}  // namespace heliograph::campaign
