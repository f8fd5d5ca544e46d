// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "schedule/when.h"

#include <array>

namespace heliograph::schedule {
namespace {

/// In the order of WhenLate.
constexpr std::array<const char*, 3> kLateNames{"ask", "send_within_15_minutes", "skip"};

template <class... Branches>
struct Overloaded : Branches... {
  using Branches::operator()...;
};
template <class... Branches>
Overloaded(Branches...) -> Overloaded<Branches...>;

QString timeText(const QTime& time) {
  return time.toString(time.second() == 0 ? QStringLiteral("HH:mm") : QStringLiteral("HH:mm:ss"));
}

Result<When> onceFromJson(const QJsonObject& json) {
  const LocalTime at{QDate::fromString(json.value(u"date").toString(), Qt::ISODate),
                     QTime::fromString(json.value(u"time").toString(), Qt::ISODate),
                     json.value(u"zone").toString().toUtf8()};
  if (!at.date.isValid()) {
    return fail(ErrorCode::InvalidInput, QStringLiteral("when.date is no date. Write it as 2026-11-26."));
  }
  if (!at.time.isValid()) {
    return fail(ErrorCode::InvalidInput, QStringLiteral("when.time is no time. Write it as 18:00."));
  }
  if (at.zone.isEmpty()) {
    return fail(ErrorCode::InvalidInput,
                QStringLiteral("when.zone is missing. Write an IANA name such as Europe/Berlin."));
  }
  const bool held = json.value(u"held_by_provider").toBool();
  if (!json.contains(u"late")) return When(Once{at, WhenLate::Ask, held});
  const auto late = whenLateFromName(json.value(u"late").toString());
  if (!late) {
    return fail(ErrorCode::InvalidInput,
                QStringLiteral("when.late is unknown. Known are ask, send_within_15_minutes and skip."));
  }
  return When(Once{at, *late, held});
}

QJsonObject onceToJson(const Once& once) {
  QJsonObject json{{QStringLiteral("kind"), QStringLiteral("once")},
                   {QStringLiteral("date"), once.at.date.toString(Qt::ISODate)},
                   {QStringLiteral("time"), timeText(once.at.time)},
                   {QStringLiteral("zone"), QString::fromUtf8(once.at.zone)}};
  if (once.heldByProvider) json.insert(QStringLiteral("held_by_provider"), true);
  if (once.late != WhenLate::Ask) json.insert(QStringLiteral("late"), whenLateName(once.late));
  return json;
}

}  // namespace

Result<std::vector<QDateTime>> dueTimes(const When& when, const QDateTime& publishedAt) {
  using Times = Result<std::vector<QDateTime>>;
  return std::visit(Overloaded{[](const NotChosen&) -> Times {
                                 return fail(ErrorCode::InvalidInput,
                                             QStringLiteral("It is not chosen when to send. Choose it under When."));
                               },
                               [&](const OnPublish&) -> Times { return std::vector{publishedAt.toUTC()}; },
                               [](const Once& once) -> Times {
                                 auto resolved = resolve(once.at);
                                 if (!resolved) return fail(resolved.error());
                                 return std::vector{resolved->utc};
                               }},
                    when);
}

bool isMissed(const QDateTime& due, const QDateTime& now) {
  return due.secsTo(now) > kMissedAfterSeconds;
}

Departure departureAt(const QDateTime& due, const QDateTime& now, WhenLate late) {
  if (due.secsTo(now) <= kOnTimeSeconds) return Departure::Send;
  if (late == WhenLate::Skip) return Departure::Skip;
  if (!isMissed(due, now)) return Departure::Send;
  return late == WhenLate::Ask ? Departure::Hold : Departure::Skip;
}

bool isHeldByProvider(const When& when) {
  const auto* once = std::get_if<Once>(&when);
  return once && once->heldByProvider;
}

WhenLate whenLateOf(const When& when) {
  const auto* once = std::get_if<Once>(&when);
  return once ? once->late : WhenLate::Ask;
}

QString whenLateName(WhenLate late) {
  return QLatin1String(kLateNames.at(static_cast<std::size_t>(late)));
}

std::optional<WhenLate> whenLateFromName(const QString& name) {
  for (std::size_t i = 0; i < kLateNames.size(); ++i) {
    if (name == QLatin1String(kLateNames[i])) return static_cast<WhenLate>(i);
  }
  return std::nullopt;
}

QString describe(const When& when) {
  return std::visit(Overloaded{[](const NotChosen&) { return QStringLiteral("Not chosen"); },
                               [](const OnPublish&) { return QStringLiteral("As soon as it is published"); },
                               [](const Once& once) { return describe(once.at); }},
                    when);
}

QJsonObject toJson(const When& when) {
  return std::visit(Overloaded{[](const NotChosen&) {
                                 return QJsonObject{{QStringLiteral("kind"), QStringLiteral("none")}};
                               },
                               [](const OnPublish&) {
                                 return QJsonObject{{QStringLiteral("kind"), QStringLiteral("on_publish")}};
                               },
                               [](const Once& once) { return onceToJson(once); }},
                    when);
}

Result<When> whenFromJson(const QJsonObject& json) {
  const QString kind = json.value(u"kind").toString();
  if (kind == u"none") return When(NotChosen{});
  if (kind == u"on_publish") return When(OnPublish{});
  if (kind == u"once") return onceFromJson(json);
  return fail(ErrorCode::InvalidInput,
              QStringLiteral("when.kind is \"%1\". Known are none, on_publish and once.").arg(kind));
}

}  // namespace heliograph::schedule
