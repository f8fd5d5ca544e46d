// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/quiet/quiet_gate.h"

#include <algorithm>

#include "storage/statement.h"

namespace heliograph::delivery {

std::optional<QDateTime> QuietClock::until(const QByteArray& zone, const QDateTime& now) {
  auto it = m_zones.find(zone);
  const bool holds =
      it != m_zones.end() && it->second.from <= now && (!it->second.change.isValid() || now < it->second.change);
  if (holds) return it->second.until;
  const Known known{now, m_hours.nextChange(now, zone).value_or(now.addDays(1)), m_hours.quietUntil(now, zone)};
  m_zones[zone] = known;
  return known.until;
}

const audience::Property* zoneProperty(const std::vector<audience::Property>& properties) {
  const auto it = std::find_if(properties.begin(), properties.end(), [](const audience::Property& property) {
    return property.type == audience::PropertyType::Text &&
           property.name.compare(QLatin1String("tz"), Qt::CaseInsensitive) == 0;
  });
  return it == properties.end() ? nullptr : &*it;
}

QString zoneSql(const audience::Property* property) {
  const QString own = QStringLiteral("NULLIF(p.time_zone, '')");
  if (!property) return own;
  return QStringLiteral("COALESCE(%1, NULLIF(p.%2, ''))").arg(own, audience::propertyColumn(property->id));
}

QuietGate::QuietGate(QuietInForce inForce, const audience::Property* zoneProperty)
    : m_inForce(std::move(inForce)),
      m_sql(QStringLiteral("SELECT %1, p.country FROM profile AS p WHERE p.id = ?").arg(zoneSql(zoneProperty))),
      m_zones(m_inForce.zone),
      m_clock(m_inForce.hours) {}

Result<std::optional<QDateTime>> QuietGate::until(const storage::Database& database, ProfileId person,
                                                  const QDateTime& now) {
  if (!isOn() || !person.isValid()) return std::optional<QDateTime>();
  storage::Statement find(database, m_sql);
  auto row = find.bind(person).next();
  if (!row) return fail(row.error());
  if (!*row) return std::optional<QDateTime>();
  const schedule::PersonZone& zone = m_zones.of(find.text(0).toStdString(), find.text(1).toStdString());
  return m_clock.until(zone.zone, now);
}

}  // namespace heliograph::delivery
