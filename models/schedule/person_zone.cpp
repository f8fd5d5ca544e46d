// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "schedule/person_zone.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>
#include <algorithm>

#include "schedule/zone_names.h"

namespace heliograph::schedule {
namespace {

/// Whether two zones' clocks show the same in these years.
bool showTheSame(const QTimeZone& one, const QTimeZone& other) {
  constexpr int years = 3;
  constexpr int stepDays = 5;
  const QDateTime begin(QDate(2025, 1, 1), QTime(12, 0), Qt::UTC);
  for (int day = 0; day < years * 365; day += stepDays) {
    const QDateTime at = begin.addDays(day);
    if (one.offsetFromUtc(at) != other.offsetFromUtc(at)) return false;
  }
  return true;
}

QByteArray onlyZoneOf(const QString& region) {
  const QLocale::Territory territory = QLocale::codeToTerritory(region);
  if (territory == QLocale::AnyTerritory) return {};
  QList<QByteArray> ids = QTimeZone::availableTimeZoneIds(territory);
  ids.removeIf([](const QByteArray& id) { return !id.contains('/'); });
  if (ids.isEmpty()) return {};
  const QTimeZone first(ids.constFirst());
  const bool same =
      std::all_of(ids.cbegin(), ids.cend(), [&](const QByteArray& id) { return showTheSame(first, QTimeZone(id)); });
  return same ? ids.constFirst() : QByteArray();
}

}  // namespace

QByteArray zoneOfCountry(std::string_view region) {
  if (region.size() != 2) return {};
  thread_local std::unordered_map<std::string, QByteArray> known;
  const auto [it, isNew] = known.try_emplace(std::string(region));
  if (isNew) it->second = onlyZoneOf(QString::fromLatin1(region.data(), static_cast<qsizetype>(region.size())));
  return it->second;
}

const PersonZone& PersonZones::of(std::string_view profileZone, std::string_view country) {
  std::string key(profileZone);
  key.append(1, '\n').append(country);
  const auto [it, isNew] = m_found.try_emplace(std::move(key));
  if (isNew) it->second = find(profileZone, country);
  return it->second;
}

PersonZone PersonZones::find(std::string_view profileZone, std::string_view country) const {
  const QByteArray own = QByteArray(profileZone.data(), static_cast<qsizetype>(profileZone.size())).trimmed();
  if (isKnownZone(own)) return {own, ZoneSource::Known};
  const QByteArray guessed = zoneOfCountry(country);
  if (!guessed.isEmpty()) return {guessed, ZoneSource::Country};
  return {m_fallback, ZoneSource::Unknown};
}

}  // namespace heliograph::schedule
