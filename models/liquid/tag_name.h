// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace heliograph::liquid {

/// The word a tag begins with: its byte range. Empty (begin == end) when there is none.
struct TagName {
  std::size_t begin = 0;
  std::size_t end = 0;

  std::string_view in(std::string_view source) const { return source.substr(begin, end - begin); }
};

/// The name of the tag whose inside is [begin, end) of the source; "#" for a comment of one tag.
TagName tagNameIn(std::string_view source, std::size_t begin, std::size_t end);

}  // namespace heliograph::liquid
