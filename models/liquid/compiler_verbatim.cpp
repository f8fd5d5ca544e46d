// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/compiler.h"
#include "liquid/utf8.h"

namespace heliograph::liquid {

void Compiler::raw(const Tag& tag) {
  if (m_lines != nullptr) {
    diagnose("syntax", "The tag raw can't stand inside of a liquid tag.", tag.begin, tag.end);
    return;
  }
  begin(tag);
  m_parser.expectEnd();
  const Piece close = m_scanner.findTag("endraw");
  if (close.kind == PieceKind::End) {
    diagnose("unclosed", "The tag raw isn't closed with endraw.", tag.begin, tag.end);
    return;
  }
  if (close.begin > m_scanner.position()) {
    setVisible();
    emitText(m_scanner.position(), close.begin);
  }
  m_trimsNext = close.trimsRight;
  m_scanner.moveTo(close.end);
}

void Compiler::doc(const Tag& tag) {
  if (m_lines != nullptr) {
    diagnose("syntax", "The tag doc can't stand inside of a liquid tag.", tag.begin, tag.end);
    return;
  }
  begin(tag);
  m_parser.expectEnd();
  const Piece close = m_scanner.findTag("enddoc");
  if (close.kind == PieceKind::End) {
    diagnose("unclosed", "The tag doc isn't closed with enddoc.", tag.begin, tag.end);
    return;
  }
  const Piece nested = m_scanner.findTag("doc");
  if (nested.kind != PieceKind::End && nested.begin < close.begin) {
    diagnose("syntax", "A doc tag can't stand inside of another.", nested.begin, nested.end);
  }
  m_trimsNext = close.trimsRight;
  m_scanner.moveTo(close.end);
}

void Compiler::comment(const Tag& tag) {
  if (m_lines != nullptr) {
    commentLines(tag);
    return;
  }
  const Piece close = m_scanner.skipComment();
  if (close.kind == PieceKind::End) {
    diagnose("unclosed", "The tag comment isn't closed with endcomment.", tag.begin, tag.end);
    return;
  }
  m_trimsNext = close.trimsRight;
}

void Compiler::commentLines(const Tag& tag) {
  int depth = 1;
  Tag inner;
  while (nextLine(*m_lines, inner)) {
    depth += inner.name == "comment" ? 1 : inner.name == "endcomment" ? -1 : 0;
    if (depth == 0) {
      return;
    }
  }
  diagnose("unclosed", "The tag comment isn't closed with endcomment.", tag.begin, tag.end);
}

void Compiler::inlineComment(const Tag& tag) {
  const std::string_view markup =
      std::string_view(m_program.source).substr(tag.markupBegin, tag.markupEnd - tag.markupBegin);
  for (std::size_t newline = markup.find('\n'); newline != std::string_view::npos;
       newline = markup.find('\n', newline + 1)) {
    const std::string_view line = withoutLeadingBlanks(markup.substr(newline + 1));
    if (!line.empty() && line.front() != '#') {
      diagnose("syntax", "Each line of a # comment has to begin with #.", tag.begin, tag.end);
      return;
    }
  }
}

bool Compiler::nextLine(Lines& lines, Tag& tag) const {
  const std::string_view source = m_program.source;
  while (lines.at < lines.end) {
    const std::size_t newline = std::min(source.find('\n', lines.at), lines.end);
    const std::size_t begin = lines.at;
    lines.at = newline + 1;
    tag.begin = begin;
    while (tag.begin < newline && isSpace(source[tag.begin])) {
      ++tag.begin;
    }
    tag.end = newline;
    while (tag.end > tag.begin && isSpace(source[tag.end - 1])) {
      --tag.end;
    }
    if (tag.begin < tag.end) {
      splitTag(tag.begin, tag.end, tag);
      return true;
    }
  }
  return false;
}

void Compiler::liquid(const Tag& tag) {
  if (m_liquidDepth >= m_limits.nesting) {
    diagnose("limit", "The tags are nested too deeply.", tag.begin, tag.end);
    m_tooLarge = true;
    return;
  }
  Lines* const outerLines = m_lines;
  const std::size_t outerLowest = m_lowestBlock;
  Lines lines{tag.markupBegin, tag.markupEnd};
  m_lines = &lines;
  m_lowestBlock = m_blocks.size();
  ++m_liquidDepth;
  Tag line;
  while (!m_tooLarge && nextLine(lines, line)) {
    dispatch(line);
    m_tooLarge = m_tooLarge || isTooLarge();
  }
  while (m_blocks.size() > m_lowestBlock) {
    const std::string name = blockName(m_blocks.back().kind);
    diagnose("unclosed", "The tag " + name + " isn't closed with end" + name + ".", m_blocks.back().begin,
             m_blocks.back().end);
    popBlock();
  }
  --m_liquidDepth;
  m_lowestBlock = outerLowest;
  m_lines = outerLines;
}

}  // namespace heliograph::liquid
