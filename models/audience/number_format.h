// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>
#include <optional>
#include <string>
#include <string_view>

namespace heliograph::audience {

/// What a spreadsheet's number format makes of a number, as far as it changes the value that a person sees.
struct NumberFormat {
  enum class Kind { Plain, Date /*of a day, with a clock or without*/, Clock /*of a time alone*/ };
  Kind kind = Kind::Plain;
  int leastDigits = 1;  ///< "00000" shows 42 as 00042

  /// By the number that stands for one of Excel's own formats (ECMA-376 part 1, 18.8.30); Plain for others.
  [[nodiscard]] static NumberFormat builtIn(int id);
  /// By a format's code ("dd/mm/yyyy;@", "[h]:mm", "0.00").
  [[nodiscard]] static NumberFormat fromCode(QStringView code);

  bool operator==(const NumberFormat&) const = default;
};

/// The number as digits, without an exponent and without what binary fractions add: "4.47911123456E11" gives
/// "447911123456". Text that is no number is given back.
[[nodiscard]] std::string plainNumber(std::string_view raw);

/// A number of days as ISO 8601: "2024-03-01", with "T14:05:00" if it has a part of a day; "14:05:00" if `kind` is
/// Clock or there is no day. Days count from 1900 (with the 29th of February that wasn't) or from 1904. Nothing if it
/// is no date of the years 1900 to 9999.
[[nodiscard]] std::optional<std::string> isoFromDays(double days, bool from1904, NumberFormat::Kind kind);

/// A number as the cell shows it: a date in ISO 8601, leading zeros of the format, else plain.
[[nodiscard]] std::string shownNumber(std::string_view raw, const NumberFormat& format, bool from1904);

}  // namespace heliograph::audience
