// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/strftime_conversion.h"

#include <algorithm>

#include "liquid/utf8.h"

namespace heliograph::liquid {

std::size_t readConversion(std::string_view format, std::size_t at, int widest, StrftimeConversion& read) {
  for (; at < format.size(); ++at) {
    const char c = format[at];
    if (c == '-') {
      read.unpadded = true;
      read.padding = 0;
      read.width = 0;
    } else if (c == '0' && read.width == 0) {
      read.padding = '0';
    } else if (isDigit(c)) {
      read.width = std::min(read.width * 10 + (c - '0'), widest);
    } else if (c == '^' || c == '#' || c == '_') {
      read.upper = read.upper || c == '^';
      read.swapped = read.swapped || c == '#';
      read.padding = c == '_' ? ' ' : read.padding;
      if (read.width > 0) {
        return std::string_view::npos;
      }
    } else if (c == ':') {
      read.colons = static_cast<int>(std::min(format.find_first_not_of(':', at), format.size()) - at);
      at += static_cast<std::size_t>(read.colons);
      read.letter = at < format.size() && format[at] == 'z' && read.colons <= 3 ? 'z' : '\0';
      return read.letter != '\0' ? at + 1 : std::string_view::npos;
    } else if ((c == 'E' || c == 'O') && at + 1 < format.size()) {
      read.letter = format[at + 1];
      const std::string_view allowed = c == 'E' ? "cCxXyY" : "deHkIlmMSuUVwWy";
      return allowed.find(read.letter) != std::string_view::npos ? at + 2 : std::string_view::npos;
    } else {
      read.letter = c;
      return at + 1;
    }
  }
  read.unfinished = true;
  return std::string_view::npos;
}

}  // namespace heliograph::liquid
