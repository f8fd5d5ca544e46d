// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "schedule/read_back.h"

#include <QLocale>
#include <cmath>

#include "schedule/zone_names.h"

namespace heliograph::schedule {
namespace {

constexpr qint64 kMinute = 60;
constexpr qint64 kHour = 60 * kMinute;
constexpr qint64 kDay = 24 * kHour;

QString counted(qint64 number, const QString& one) {
  return number == 1 ? QStringLiteral("1 %1").arg(one) : QStringLiteral("%1 %2s").arg(number).arg(one);
}

/// The largest unit that leaves at least one, rounded; two days and less are told in hours, as "in 1 day" is no help.
QString spanWords(qint64 seconds) {
  const auto rounded = [seconds](qint64 unit) {
    return static_cast<qint64>(std::llround(static_cast<double>(seconds) / static_cast<double>(unit)));
  };
  if (seconds >= 2 * kDay) return counted(rounded(kDay), QStringLiteral("day"));
  if (seconds >= 2 * kHour) return counted(rounded(kHour), QStringLiteral("hour"));
  return counted(std::max<qint64>(1, rounded(kMinute)), QStringLiteral("minute"));
}

QString onceWords(const Once& once, const QDateTime& now) {
  const auto resolved = resolve(once.at);
  if (!resolved) return {};
  const QString wall = QLocale::c().toString(once.at.date, QStringLiteral("ddd d MMM yyyy, ")) +
                       once.at.time.toString(QStringLiteral("HH:mm"));
  const QString place =
      QStringLiteral("%1 (%2)").arg(zoneName(once.at.zone).city, zoneAbbreviation(once.at.zone, resolved->utc));
  const QString where = once.at.zone == "UTC" ? QStringLiteral("UTC") : QStringLiteral("in ") + place;
  const QString said = QStringLiteral("%1 %2, %3").arg(wall, where, distanceWords(resolved->utc, now));
  return resolved->utc < now ? said + QStringLiteral(": this time has passed.") : said;
}

}  // namespace

QString distanceWords(const QDateTime& at, const QDateTime& now) {
  const qint64 seconds = now.secsTo(at);
  if (std::abs(seconds) < kMinute / 2) return QStringLiteral("now");
  return seconds > 0 ? QStringLiteral("in ") + spanWords(seconds) : spanWords(-seconds) + QStringLiteral(" ago");
}

bool hasPassed(const When& when, const QDateTime& now) {
  const auto* once = std::get_if<Once>(&when);
  const auto resolved = once ? resolve(once->at) : Result<ResolvedTime>(ResolvedTime{});
  return once != nullptr && resolved && resolved->utc < now;
}

QString readBack(const When& when, const QDateTime& now) {
  if (std::holds_alternative<OnPublish>(when)) return QStringLiteral("As soon as you publish.");
  const auto* once = std::get_if<Once>(&when);
  return once ? onceWords(*once, now) : QString();
}

QString describe(WhenLate late) {
  switch (late) {
    case WhenLate::Ask:
      return QStringLiteral(
          "Up to 15 minutes late it is sent. Later it is held, and you decide whether it still goes out.");
    case WhenLate::SendIfWithin15Minutes:
      return QStringLiteral("Up to 15 minutes late it is sent. Later it is skipped, and nobody gets it.");
    case WhenLate::Skip:
      return QStringLiteral("More than a minute late it is skipped, and nobody gets it.");
  }
  return {};
}

}  // namespace heliograph::schedule
