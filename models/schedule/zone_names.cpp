// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "schedule/zone_names.h"

#include <QLocale>
#include <QTimeZone>
#include <algorithm>

namespace heliograph::schedule {
namespace {

/// Zones that people choose are named by a place; the others are aliases and fixed offsets.
bool isPlace(const QByteArray& id) {
  return id == "UTC" || (id.contains('/') && !id.startsWith("Etc/") && !id.startsWith("SystemV/") &&
                         !id.startsWith("US/") && !id.startsWith("posix/") && !id.startsWith("right/"));
}

QString cityOf(const QByteArray& id) {
  QString city = QString::fromLatin1(id.mid(id.lastIndexOf('/') + 1));
  return city.replace(QLatin1Char('_'), QLatin1Char(' '));
}

}  // namespace

QString ZoneName::label() const {
  return country.isEmpty() ? city : QStringLiteral("%1 (%2)").arg(country, city);
}

ZoneName zoneName(const QByteArray& id) {
  ZoneName name{id, {}, cityOf(id)};
  const QTimeZone zone(id);
  if (zone.isValid() && zone.territory() != QLocale::AnyTerritory) {
    name.country = QLocale::territoryToString(zone.territory());
  }
  return name;
}

std::vector<ZoneName> zoneNames(const QByteArray& first) {
  std::vector<ZoneName> names;
  for (const QByteArray& id : QTimeZone::availableTimeZoneIds()) {
    if (isPlace(id) && id != first) names.push_back(zoneName(id));
  }
  // A zone of no country is an old name of another one, or of the sea.
  std::erase_if(names, [](const ZoneName& name) { return name.country.isEmpty() && name.id != "UTC"; });
  std::sort(names.begin(), names.end(),
            [](const ZoneName& a, const ZoneName& b) { return QString::localeAwareCompare(a.label(), b.label()) < 0; });
  names.insert(names.begin(), zoneName(first));
  return names;
}

bool isKnownZone(const QByteArray& id) {
  const bool isName = id.contains('/') || id.startsWith("UTC") || id == "GMT";
  return isName && !id.contains(',') && QTimeZone(id).isValid();
}

QByteArray localZone() {
  const QByteArray id = QTimeZone::systemTimeZoneId();
  if (id.isEmpty() || id == "Etc/UTC" || !QTimeZone(id).isValid()) return QByteArrayLiteral("UTC");
  return id;
}

QString zoneAbbreviation(const QByteArray& id, const QDateTime& at) {
  const QTimeZone zone(id);
  if (!zone.isValid()) return {};
  const QString abbreviation = zone.abbreviation(at);
  const bool named = !abbreviation.isEmpty() && abbreviation.front().isLetter() &&
                     !abbreviation.startsWith(QLatin1String("UTC+")) && !abbreviation.startsWith(QLatin1String("UTC-"));
  if (named) return abbreviation;
  const int minutes = zone.offsetFromUtc(at) / 60;
  if (minutes == 0) return QStringLiteral("UTC");
  const int hours = std::abs(minutes) / 60;
  const int rest = std::abs(minutes) % 60;
  const QString sign = minutes < 0 ? QStringLiteral("\u2212") : QStringLiteral("+");
  return rest == 0 ? QStringLiteral("UTC%1%2").arg(sign).arg(hours)
                   : QStringLiteral("UTC%1%2:%3").arg(sign).arg(hours).arg(rest, 2, 10, QLatin1Char('0'));
}

}  // namespace heliograph::schedule
