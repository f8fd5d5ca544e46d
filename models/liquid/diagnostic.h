// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace heliograph::liquid {

/// What most likely was meant: the text to write in place of bytes [begin, end). Empty when nobody can tell.
struct Mend {
  std::string text;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// One fault in a template's source. begin and end are byte offsets (end exclusive); line and column count from 1, the
/// column in code points.
struct Diagnostic {
  std::string_view
      code;  ///< stable: "syntax", "unknown_tag", "unknown_filter", "arguments", "unclosed", "stray", "limit"
  std::string message;  ///< a sentence for the person who wrote the template
  std::size_t begin = 0;
  std::size_t end = 0;
  int line = 1;
  int column = 1;
  Mend mend;
};

/// Line and column (in code points, both from 1) of a byte offset.
struct Position {
  int line = 1;
  int column = 1;
};
Position positionAt(std::string_view source, std::size_t offset);

/// A name as a sentence about it shows it: a very long one is cut.
std::string shownName(std::string_view name);

}  // namespace heliograph::liquid
