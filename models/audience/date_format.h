// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>
#include <string_view>
#include <vector>

#include "audience/iso_date.h"

namespace heliograph::audience {

/// How dates are written in a column: a pattern of yyyy, yy, MM, MMM, dd, HH, mm, ss ("dd/MM/yyyy HH:mm:ss"; one letter
/// allows one digit), "iso" or "unix". The clock may be missing; it is noon then, so that the day is the same in the
/// next zones too.
class DateFormat final {
 public:
  /// Nothing if the pattern can't be understood.
  [[nodiscard]] static std::optional<DateFormat> parse(const QString& pattern);
  [[nodiscard]] static DateFormat iso();

  [[nodiscard]] std::optional<DateReading> read(std::string_view text) const;

 private:
  enum class Kind { Pattern, Iso, Unix };
  enum class Part { Year, ShortYear, Month, MonthName, Day, Hour, Minute, Second, Literal };
  struct Token {
    Part part;
    char literal = 0;
  };

  explicit DateFormat(Kind kind) : m_kind(kind) {}
  [[nodiscard]] bool addPart(char letter, int count);
  [[nodiscard]] std::optional<DateReading> readPattern(std::string_view text) const;

  Kind m_kind;
  std::vector<Token> m_tokens;
};

}  // namespace heliograph::audience
