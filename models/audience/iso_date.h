// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace heliograph::audience {

/// A date that was read.
struct DateReading {
  std::int64_t milliseconds;  ///< since 1970; of UTC if `exact`, else of the file's own clock
  bool exact;                 ///< the text says how far its clock is from UTC
};

/// An ISO 8601 date: "2026-02-03", with "T14:05", ":06", ".789", "Z" or "+05:30" if they are there; a space for the T.
[[nodiscard]] std::optional<DateReading> readIsoDate(std::string_view text);

/// Seconds, milliseconds or microseconds since 1970, told apart by their size; at least nine digits.
[[nodiscard]] std::optional<DateReading> readUnixTime(std::string_view text);

}  // namespace heliograph::audience
