// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/highlight.h"

#include <algorithm>

#include "liquid/lexer.h"
#include "liquid/scanner.h"
#include "liquid/tag_name.h"

namespace heliograph::liquid {

namespace {

class Painter {
 public:
  explicit Painter(std::string_view source) : m_source(source), m_scanner(source) {}

  std::vector<Highlight> run() {
    for (Piece piece = m_scanner.next(); piece.kind != PieceKind::End; piece = m_scanner.next()) {
      switch (piece.kind) {
        case PieceKind::Output:
          braced(piece, [&] { expression(piece.contentBegin, piece.contentEnd); });
          break;
        case PieceKind::Tag:
          tag(piece);
          break;
        case PieceKind::Unclosed:
          add(HighlightKind::Fault, piece.begin, std::min(piece.begin + 2, piece.end));
          break;
        case PieceKind::Text:
        case PieceKind::End:
          break;
      }
    }
    return std::move(m_highlights);
  }

 private:
  void add(HighlightKind kind, std::size_t begin, std::size_t end) {
    if (begin < end) {
      m_highlights.push_back({kind, begin, end});
    }
  }

  template <class Inside>
  void braced(const Piece& piece, Inside inside) {
    add(HighlightKind::Brace, piece.begin, piece.contentBegin);
    inside();
    add(HighlightKind::Brace, piece.contentEnd, piece.end);
  }

  void tag(const Piece& piece) {
    const TagName name = tagNameIn(m_source, piece.contentBegin, piece.contentEnd);
    const std::string_view word = name.in(m_source);
    braced(piece, [&] {
      if (word == "liquid") {
        add(HighlightKind::Tag, name.begin, name.end);
        lines(name.end, piece.contentEnd);
      } else {
        statement(name, piece.contentEnd);
      }
    });
    if (word == "raw" || word == "doc") {
      const Piece close = m_scanner.findTag(word == "raw" ? "endraw" : "enddoc");
      skipped(word == "raw" ? HighlightKind::Raw : HighlightKind::Comment, close);
    } else if (word == "comment") {
      const std::size_t begin = m_scanner.position();
      const Piece close = m_scanner.skipComment();
      m_scanner.moveTo(begin);
      skipped(HighlightKind::Comment, close);
    }
  }

  // What stands before the tag that closes a part whose inside isn't read.
  void skipped(HighlightKind kind, const Piece& close) {
    const bool closed = close.kind != PieceKind::End;
    add(kind, m_scanner.position(), closed ? close.begin : m_source.size());
    m_scanner.moveTo(closed ? close.begin : m_source.size());
    if (!closed) {
      return;
    }
    const Piece tag = m_scanner.next();
    const TagName name = tagNameIn(m_source, tag.contentBegin, tag.contentEnd);
    braced(tag, [&] { add(HighlightKind::Tag, name.begin, name.end); });
  }

  void lines(std::size_t at, std::size_t end) {
    while (at < end) {
      const std::size_t newline = std::min(m_source.find('\n', at), end);
      statement(tagNameIn(m_source, at, newline), newline);
      at = newline + 1;
    }
  }

  void statement(const TagName& name, std::size_t end) {
    if (name.in(m_source) == "#") {
      add(HighlightKind::Comment, name.begin, end);
      return;
    }
    add(HighlightKind::Tag, name.begin, name.end);
    expression(name.end, end);
  }

  void expression(std::size_t begin, std::size_t end) {
    lex(m_source, begin, end, m_lexemes);
    bool behindPipe = false;
    for (const Lexeme& lexeme : m_lexemes) {
      add(kindOf(lexeme, behindPipe), lexeme.begin, lexeme.end);
      behindPipe = lexeme.kind == LexKind::Pipe;
    }
  }

  HighlightKind kindOf(const Lexeme& lexeme, bool behindPipe) const {
    switch (lexeme.kind) {
      case LexKind::Identifier: {
        const std::string_view word = m_source.substr(lexeme.begin, lexeme.end - lexeme.begin);
        const bool joins = word == "and" || word == "or" || word == "in";
        return behindPipe ? HighlightKind::Filter : joins ? HighlightKind::Operator : HighlightKind::Name;
      }
      case LexKind::String:
        return HighlightKind::Text;
      case LexKind::Number:
        return HighlightKind::Number;
      case LexKind::Invalid:
        // An assignment; the compiler says more where it is none.
        return m_source[lexeme.begin] == '=' ? HighlightKind::Operator : HighlightKind::Fault;
      default:
        return HighlightKind::Operator;
    }
  }

  std::string_view m_source;
  Scanner m_scanner;
  std::vector<Lexeme> m_lexemes;
  std::vector<Highlight> m_highlights;
};

}  // namespace

std::vector<Highlight> highlight(std::string_view source) {
  return Painter(source).run();
}

}  // namespace heliograph::liquid
