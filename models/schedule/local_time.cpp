// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "schedule/local_time.h"

#include <QLocale>
#include <QTimeZone>

#include "schedule/zone_names.h"

namespace heliograph::schedule {
namespace {

QString idText(const QByteArray& zone) {
  return QString::fromUtf8(zone);
}

Result<QTimeZone> findZone(const QByteArray& name) {
  if (name.isEmpty()) {
    return fail(ErrorCode::InvalidInput,
                QStringLiteral("No time zone is chosen. Choose one, for example Europe/Berlin."));
  }
  QTimeZone zone(name);
  if (!zone.isValid()) {
    return fail(ErrorCode::InvalidInput,
                QStringLiteral("This computer knows no time zone \"%1\". Use an IANA name such as Europe/Berlin.")
                    .arg(idText(name)));
  }
  return zone;
}

QString describeWall(const QDate& date, const QTime& time) {
  return QLocale::c().toString(date, QStringLiteral("ddd d MMM yyyy")) + u' ' + time.toString(QStringLiteral("HH:mm"));
}

}  // namespace

Result<ResolvedTime> resolve(const LocalTime& local) {
  if (!local.date.isValid() || !local.time.isValid()) {
    return fail(ErrorCode::InvalidInput, QStringLiteral("The date or the time is missing. Choose both."));
  }
  auto zone = findZone(local.zone);
  if (!zone) return fail(zone.error());
  // Qt 6.4 answers differently for skipped and repeated times from one platform to the next, so the two offsets around
  // the wall time are tried here.
  const QDateTime wall(local.date, local.time, Qt::UTC);
  const int before = zone->offsetFromUtc(wall.addDays(-1));
  const int after = zone->offsetFromUtc(wall.addDays(1));
  const QDateTime byBefore = wall.addSecs(-before);
  const QDateTime byAfter = wall.addSecs(-after);
  const bool beforeHolds = zone->offsetFromUtc(byBefore) == before;
  const bool afterHolds = zone->offsetFromUtc(byAfter) == after;
  if (beforeHolds && afterHolds && byBefore != byAfter) {
    return ResolvedTime{std::min(byBefore, byAfter), ClockChange::Twice};
  }
  if (beforeHolds) return ResolvedTime{byBefore, ClockChange::None};
  if (afterHolds) return ResolvedTime{byAfter, ClockChange::None};
  return ResolvedTime{byBefore, ClockChange::Skipped};
}

Result<LocalTime> localTimeAt(const QDateTime& instant, const QByteArray& zoneId) {
  auto zone = findZone(zoneId);
  if (!zone) return fail(zone.error());
  const QDateTime local = instant.toTimeZone(*zone);
  return LocalTime{local.date(), local.time(), zoneId};
}

QString describe(const LocalTime& local) {
  return describeWall(local.date, local.time) + QStringLiteral(", ") + idText(local.zone);
}

QString describeClockChange(const LocalTime& local) {
  const auto resolved = resolve(local);
  if (!resolved || resolved->change == ClockChange::None) return {};
  if (resolved->change == ClockChange::Twice) {
    return QStringLiteral("The clocks in %1 go back then, so %2 comes twice; the first one is used.")
        .arg(zoneName(local.zone).city, local.time.toString(QStringLiteral("HH:mm")));
  }
  const auto shown = localTimeAt(resolved->utc, local.zone);
  if (!shown) return {};
  return QStringLiteral("The clocks in %1 go forward then and skip %2; %3 is used.")
      .arg(zoneName(local.zone).city, local.time.toString(QStringLiteral("HH:mm")),
           shown->time.toString(QStringLiteral("HH:mm")));
}

}  // namespace heliograph::schedule
