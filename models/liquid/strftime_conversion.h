// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace heliograph::liquid {

/// One conversion of a format: its flags, width and letter.
struct StrftimeConversion {
  char padding = 0;  ///< '0', ' ' or 0 for what is usual
  bool unpadded = false;
  bool upper = false;
  bool swapped = false;
  int colons = 0;
  int width = 0;
  char letter = 0;
  bool unfinished = false;  ///< the format ends before the letter
};

/// Reads what stands behind a % at an offset; gives the offset behind it, or npos when it's no conversion. Widths are
/// capped at widest.
std::size_t readConversion(std::string_view format, std::size_t at, int widest, StrftimeConversion& read);

}  // namespace heliograph::liquid
