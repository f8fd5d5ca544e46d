// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/scanner.h"

#include "liquid/tag_name.h"
#include "liquid/utf8.h"

namespace heliograph::liquid {

Piece Scanner::next() {
  if (m_at >= m_source.size()) {
    return {PieceKind::End, m_source.size(), m_source.size(), m_source.size(), m_source.size(), false, false};
  }
  std::size_t brace = m_source.find('{', m_at);
  while (brace != std::string_view::npos && brace + 1 < m_source.size()) {
    const char second = m_source[brace + 1];
    if (second == '{' || second == '%') {
      if (brace > m_at) {
        return text(brace);
      }
      return second == '{' ? output(brace) : tag(brace, brace + 2);
    }
    brace = m_source.find('{', brace + 1);
  }
  return text(m_source.size());
}

Piece Scanner::text(std::size_t end) {
  const Piece piece{PieceKind::Text, m_at, end, m_at, end, false, false};
  m_at = end;
  return piece;
}

// An output ends at the first "}"; only "}}" closes it. "{%" inside makes it run to the end of that tag.
Piece Scanner::output(std::size_t begin) {
  for (std::size_t i = begin + 2; i < m_source.size(); ++i) {
    if (m_source[i] == '}') {
      if (i + 1 < m_source.size() && m_source[i + 1] == '}') {
        return closed(PieceKind::Output, begin, i + 2);
      }
      return closed(PieceKind::Unclosed, begin, i + 1);
    }
    if (m_source[i] == '{' && i + 1 < m_source.size() && m_source[i + 1] == '%') {
      Piece piece = tag(begin, i + 2);
      piece.kind = PieceKind::Unclosed;
      return piece;
    }
  }
  return closed(PieceKind::Unclosed, begin, m_source.size());
}

Piece Scanner::tag(std::size_t begin, std::size_t search) {
  const std::size_t end = tagEnd(search);
  if (end == std::string_view::npos) {
    return closed(PieceKind::Unclosed, begin, begin + 2);
  }
  return closed(PieceKind::Tag, begin, end + 2);
}

std::size_t Scanner::tagEnd(std::size_t from) {
  if (m_noTagEnd) {
    return std::string_view::npos;
  }
  const std::size_t end = m_source.find("%}", from);
  m_noTagEnd = end == std::string_view::npos;
  return end;
}

Piece Scanner::closed(PieceKind kind, std::size_t begin, std::size_t end) {
  Piece piece{kind, begin, end, begin + 2, end, false, false};
  if (kind != PieceKind::Unclosed) {
    piece.contentEnd = end - 2;
    if (piece.contentBegin < piece.contentEnd && m_source[piece.contentBegin] == '-') {
      piece.trimsLeft = true;
      ++piece.contentBegin;
    }
    if (piece.contentBegin < piece.contentEnd && m_source[piece.contentEnd - 1] == '-') {
      piece.trimsRight = true;
      --piece.contentEnd;
    }
  }
  m_at = end;
  return piece;
}

bool Scanner::opensTag(std::size_t from, std::size_t to) const {
  for (std::size_t begin = m_source.find("{%", from); begin < to; begin = m_source.find("{%", begin + 2)) {
    std::size_t at = begin + 2;
    at += at < to && m_source[at] == '-' ? 1 : 0;
    while (at < to && isSpace(m_source[at])) {
      ++at;
    }
    if (at < to && (isLetter(m_source[at]) || isDigit(m_source[at]) || m_source[at] == '_')) {
      return true;
    }
  }
  return false;
}

Piece Scanner::findTag(std::string_view name) const {
  std::size_t end = 0;
  for (std::size_t begin = m_source.find("{%", m_at); begin != std::string_view::npos;
       begin = m_source.find("{%", begin + 2)) {
    std::size_t at = begin + 2;
    const bool trimsLeft = at < m_source.size() && m_source[at] == '-';
    at += trimsLeft ? 1 : 0;
    while (at < m_source.size() && isSpace(m_source[at])) {
      ++at;
    }
    if (m_source.substr(at, name.size()) != name) {
      continue;
    }
    const std::size_t behind = at + name.size();
    if (behind < m_source.size() &&
        (isLetter(m_source[behind]) || isDigit(m_source[behind]) || m_source[behind] == '_')) {
      continue;
    }
    end = end < behind ? m_source.find("%}", behind) : end;
    if (end == std::string_view::npos) {
      break;
    }
    // Of several openings before one closing the last one counts.
    if (opensTag(behind, end)) {
      continue;
    }
    return {PieceKind::Tag, begin, end + 2, behind, end, trimsLeft, m_source[end - 1] == '-'};
  }
  return {};
}

Piece Scanner::skipComment() {
  for (int depth = 1;;) {
    const Piece piece = next();
    if (piece.kind == PieceKind::End) {
      return piece;
    }
    if (piece.kind != PieceKind::Tag) {
      continue;
    }
    const std::string_view name = tagNameIn(m_source, piece.contentBegin, piece.contentEnd).in(m_source);
    depth += name == "comment" ? 1 : name == "endcomment" ? -1 : 0;
    if (depth == 0) {
      return piece;
    }
    if (name == "raw") {
      const Piece close = findTag("endraw");
      moveTo(close.kind == PieceKind::End ? m_source.size() : close.end);
    }
  }
}

}  // namespace heliograph::liquid
