// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace heliograph::audience {

/// How dates are written in a column: a pattern of yyyy, yy, MM, MMM, dd, HH, mm, ss ("dd/MM/yyyy HH:mm:ss"; one letter
/// allows one digit), "iso" or "unix". The clock may be missing; it is noon then, so that the day is the same in the
/// next zones too.
class DateFormat final {
 public:
  /// Nothing if the pattern can't be understood.
  [[nodiscard]] static std::optional<DateFormat> parse(const QString& pattern);
  [[nodiscard]] static DateFormat iso();

  /// A date that was read.
  struct Reading {
    std::int64_t milliseconds;  ///< since 1970; of UTC if `exact`, else of the file's own clock
    bool exact;                 ///< the text says how far its clock is from UTC
  };
  [[nodiscard]] std::optional<Reading> read(std::string_view text) const;

 private:
  enum class Kind { Pattern, Iso, Unix };
  enum class Part { Year, ShortYear, Month, MonthName, Day, Hour, Minute, Second, Literal };
  struct Token {
    Part part;
    char literal = 0;
  };

  explicit DateFormat(Kind kind) : m_kind(kind) {}
  [[nodiscard]] bool addPart(char letter, int count);
  [[nodiscard]] std::optional<Reading> readPattern(std::string_view text) const;

  Kind m_kind;
  std::vector<Token> m_tokens;
};

/// An ISO 8601 date: "2026-02-03", with "T14:05", ":06", ".789", "Z" or "+05:30" if they are there; a space for the T.
[[nodiscard]] std::optional<DateFormat::Reading> readIsoDate(std::string_view text);

/// Seconds, milliseconds or microseconds since 1970, told apart by their size; at least nine digits.
[[nodiscard]] std::optional<DateFormat::Reading> readUnixTime(std::string_view text);

}  // namespace heliograph::audience
