// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <map>
#include <optional>

#include "audience/property.h"
#include "core/result.h"
#include "delivery/quiet/workspace_quiet.h"
#include "schedule/person_zone.h"

namespace heliograph::delivery {

/// Until when it is quiet in a zone, remembered for as long as that holds.
class QuietClock final {
 public:
  explicit QuietClock(schedule::QuietHours hours) : m_hours(std::move(hours)) {}

  /// Nothing if it isn't quiet.
  [[nodiscard]] std::optional<QDateTime> until(const QByteArray& zone, const QDateTime& now);

 private:
  struct Known {
    QDateTime from;
    QDateTime change;  ///< invalid: none is near
    std::optional<QDateTime> until;
  };

  schedule::QuietHours m_hours;
  std::map<QByteArray, Known> m_zones;
};

/// The property in which apps give a person's zone ("Tz"); nullptr if there is none.
[[nodiscard]] const audience::Property* zoneProperty(const std::vector<audience::Property>& properties);
/// SQL for the zone that the profile of alias p names: its own field, else that property; NULL if neither does.
[[nodiscard]] QString zoneSql(const audience::Property* property);

/// Asks of the people of one campaign whether it is quiet where they are. One thread.
class QuietGate final {
 public:
  QuietGate() = default;
  QuietGate(QuietInForce inForce, const audience::Property* zoneProperty);

  [[nodiscard]] bool isOn() const { return m_inForce.isOn(); }
  [[nodiscard]] const QuietInForce& inForce() const { return m_inForce; }
  /// When the quiet of a person is over; nothing if it isn't quiet, or the person was deleted.
  [[nodiscard]] Result<std::optional<QDateTime>> until(const storage::Database& database, ProfileId person,
                                                       const QDateTime& now);

 private:
  QuietInForce m_inForce;
  QString m_sql;
  schedule::PersonZones m_zones{QByteArray()};
  QuietClock m_clock{{}};
};

}  // namespace heliograph::delivery
