// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace heliograph::liquid {

/// Seconds east of UTC at some moment, and the zone's abbreviation there ("CEST").
struct ZoneOffset {
  std::int32_t seconds = 0;
  std::string_view abbreviation = "UTC";
};

/// One IANA time zone, read from the system's TZif files. Immutable once loaded.
class TimeZone {
 public:
  /// "Europe/Berlin" and the like; nothing when the system doesn't know the zone.
  static std::shared_ptr<const TimeZone> load(std::string_view name);

  /// The offset in force at a moment (Unix seconds).
  ZoneOffset at(std::int64_t utcSeconds) const;

 private:
  struct Kind {
    std::int32_t offset;
    std::size_t abbreviation;
  };
  bool read(std::string_view bytes);
  ZoneOffset kindOffset(const Kind& kind) const;

  std::vector<std::int64_t> m_moments;
  std::vector<std::uint8_t> m_indices;
  std::vector<Kind> m_kinds;
  std::string m_abbreviations;
  std::string m_footer;
};

}  // namespace heliograph::liquid
