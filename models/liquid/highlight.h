// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace heliograph::liquid {

/// What a stretch of a source is to somebody who reads it.
enum class HighlightKind {
  Brace,   ///< {{ }} {% %}
  Tag,     ///< the name of a tag
  Name,    ///< a variable, a property, a named argument
  Filter,  ///< the name of a filter
  Text,    ///< a quoted text
  Number,
  Operator,  ///< signs, comparisons, and, or, in
  Comment,   ///< inside of comment and doc, or behind #
  Raw,       ///< inside of raw: printed as it stands
  Fault      ///< a sign that belongs nowhere, or a brace without its other half
};

/// Bytes [begin, end) of the source.
struct Highlight {
  HighlightKind kind = HighlightKind::Brace;
  std::size_t begin = 0;
  std::size_t end = 0;

  bool operator==(const Highlight&) const = default;
};

/// Everything in a source that isn't plain text, in order and without overlaps, as the compiler reads it. Faults don't
/// stop it.
std::vector<Highlight> highlight(std::string_view source);

}  // namespace heliograph::liquid
