// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/diagnostic.h"

#include "liquid/utf8.h"

namespace heliograph::liquid {

Position positionAt(std::string_view source, std::size_t offset) {
  const std::string_view before = source.substr(0, offset);
  Position position;
  std::size_t lineStart = 0;
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (before[i] == '\n') {
      ++position.line;
      lineStart = i + 1;
    }
  }
  position.column = static_cast<int>(codePointCount(before.substr(lineStart))) + 1;
  return position;
}

std::string shownName(std::string_view name) {
  constexpr std::size_t most = 40;
  if (codePointCount(name) <= most) {
    return std::string(name);
  }
  return std::string(name.substr(0, codePointOffset(name, most))) + "…";
}

}  // namespace heliograph::liquid
