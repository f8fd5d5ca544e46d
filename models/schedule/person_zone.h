// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <string>
#include <string_view>
#include <unordered_map>

namespace heliograph::schedule {

/// Where a person's time zone is known from.
enum class ZoneSource {
  Known,    ///< their profile says it
  Country,  ///< all clocks of their number's country show the same: a fair guess
  Unknown,  ///< the zone for everybody whose own isn't known
};

/// The zone by whose clocks a person lives.
struct PersonZone {
  QByteArray zone;  ///< IANA name that this computer knows
  ZoneSource source = ZoneSource::Unknown;

  bool operator==(const PersonZone&) const = default;
};

/// The zone whose clocks all of a country (ISO 3166) show; empty if it has several that differ, or isn't known.
[[nodiscard]] QByteArray zoneOfCountry(std::string_view region);

/// Finds people's zones, and remembers what it found. One thread.
class PersonZones final {
 public:
  /// `fallback`: of whoever's own isn't known.
  explicit PersonZones(QByteArray fallback) : m_fallback(std::move(fallback)) {}

  /// By what the profile says, else by the country of the number, else the fallback.
  [[nodiscard]] const PersonZone& of(std::string_view profileZone, std::string_view country);
  [[nodiscard]] const QByteArray& fallback() const { return m_fallback; }

 private:
  [[nodiscard]] PersonZone find(std::string_view profileZone, std::string_view country) const;

  QByteArray m_fallback;
  std::unordered_map<std::string, PersonZone> m_found;
};

}  // namespace heliograph::schedule
