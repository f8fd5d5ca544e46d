// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimeZone>
#include <cstdint>
#include <unordered_map>

namespace heliograph::audience {

/// A zone's offsets from UTC, remembered by day: for converting many instants at once. One thread at a time.
class ZoneOffsets final {
 public:
  explicit ZoneOffsets(QTimeZone zone) : m_zone(std::move(zone)) {}

  /// Seconds to add to UTC to get the zone's clock, at an instant in milliseconds since 1970.
  [[nodiscard]] int at(std::int64_t milliseconds);
  /// The instant, in milliseconds since 1970, at which the zone's clock shows what UTC's would at `clock`.
  [[nodiscard]] std::int64_t fromClock(std::int64_t clock);

 private:
  QTimeZone m_zone;
  std::unordered_map<std::int64_t, int> m_days;
};

}  // namespace heliograph::audience
