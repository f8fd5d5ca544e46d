// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace heliograph::liquid {

/// What a piece of a template is.
enum class PieceKind { End, Text, Output, Tag, Unclosed };

/// A piece of the source: its whole byte range, and for outputs and tags the range between the delimiters (without
/// the dashes of whitespace control).
struct Piece {
  PieceKind kind = PieceKind::End;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t contentBegin = 0;
  std::size_t contentEnd = 0;
  bool trimsLeft = false;
  bool trimsRight = false;
};

/// Splits a template into text, outputs and tags in one pass: every byte is looked at a fixed number of times, also
/// when delimiters are left open.
class Scanner {
 public:
  explicit Scanner(std::string_view source) : m_source(source) {}

  /// The next piece; an output or tag without its end is Unclosed and reaches to where the scan gave up.
  Piece next();

  /// Where the next piece begins; may be set to go on elsewhere.
  std::size_t position() const { return m_at; }
  void moveTo(std::size_t position) { m_at = position; }

  /// The tag `{% name … %}` that ends a part whose inside isn't read (raw, doc): its range, or kind End.
  Piece findTag(std::string_view name) const;
  /// Goes on behind the `endcomment` of the comment that was just opened, over comments and raw parts inside of it:
  /// the range of that tag, or kind End when it is missing.
  Piece skipComment();

 private:
  Piece text(std::size_t end);
  Piece output(std::size_t begin);
  Piece tag(std::size_t begin, std::size_t search);
  Piece closed(PieceKind kind, std::size_t begin, std::size_t end);
  std::size_t tagEnd(std::size_t from);
  /// Whether a tag with a name begins in that range.
  bool opensTag(std::size_t from, std::size_t to) const;

  std::string_view m_source;
  std::size_t m_at = 0;
  bool m_noTagEnd = false;  ///< there's no %} behind m_at
};

}  // namespace heliograph::liquid
