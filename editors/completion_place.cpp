// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editors/completion_place.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "liquid/highlight.h"
#include "liquid/lexer.h"
#include "liquid/scanner.h"
#include "liquid/tag_name.h"

namespace heliograph::editors {
namespace {

using liquid::Lexeme;
using liquid::LexKind;
using liquid::Piece;
using liquid::PieceKind;
using Kind = CompletionPlace::Kind;

std::string_view viewOf(const QByteArray& source) {
  return {source.constData(), static_cast<std::size_t>(source.size())};
}

QString sourceText(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

bool isWord(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// Where the inside of the output or tag begins that holds the caret, and whether it is a tag.
struct Inside {
  std::size_t begin = 0;
  bool isTag = false;
};

bool hidesLiquid(std::string_view source, const Piece& piece) {
  const std::string_view name = liquid::tagNameIn(source, piece.contentBegin, piece.contentEnd).in(source);
  return name == "raw" || name == "doc" || name == "comment";
}

void skipHidden(std::string_view source, const Piece& piece, liquid::Scanner& scanner) {
  const std::string_view name = liquid::tagNameIn(source, piece.contentBegin, piece.contentEnd).in(source);
  if (name == "comment") {
    scanner.skipComment();
    return;
  }
  const Piece close = scanner.findTag(name == "raw" ? "endraw" : "enddoc");
  scanner.moveTo(close.kind == PieceKind::End ? source.size() : close.end);
}

std::optional<Inside> insideAt(std::string_view source, std::size_t caret) {
  liquid::Scanner scanner(source);
  std::optional<Inside> open;  // an output or tag without its end goes on into what follows
  for (Piece piece = scanner.next(); piece.kind != PieceKind::End && piece.begin < caret; piece = scanner.next()) {
    if (piece.kind == PieceKind::Text) {
      if (caret <= piece.end) return open;
      continue;
    }
    const bool isTag = source[piece.begin + 1] == '%';
    if (piece.kind == PieceKind::Unclosed) {
      open = Inside{piece.contentBegin, isTag};
      if (caret >= piece.contentBegin && caret <= piece.end) return open;
      continue;
    }
    if (caret >= piece.contentBegin && caret <= piece.contentEnd) return Inside{piece.contentBegin, isTag};
    open.reset();
    if (isTag && hidesLiquid(source, piece)) skipHidden(source, piece, scanner);
    if (scanner.position() >= caret && piece.end < caret) return std::nullopt;
  }
  return open;
}

bool wantsValue(const Lexeme& before, std::string_view source) {
  switch (before.kind) {
    case LexKind::Colon:
    case LexKind::Comma:
    case LexKind::Comparison:
    case LexKind::OpenSquare:
    case LexKind::OpenRound:
    case LexKind::DotDot:
      return true;
    case LexKind::Identifier: {
      const std::string_view word = source.substr(before.begin, before.end - before.begin);
      return word == "and" || word == "or" || word == "in" || word == "with" || word == "for";
    }
    case LexKind::Invalid:
      return source[before.begin] == '=';
    default:
      return false;
  }
}

CompletionPlace placeIn(std::string_view source, std::size_t begin, std::size_t caret, bool isTag) {
  std::vector<Lexeme> lexemes;
  liquid::lex(source, begin, caret, lexemes);
  lexemes.pop_back();
  CompletionPlace place;
  place.begin = place.end = static_cast<qsizetype>(caret);
  const auto is = [&](LexKind kind) { return !lexemes.empty() && lexemes.back().kind == kind; };
  // What is being typed: a word that reaches to the caret, or an @ as in the text.
  if (!lexemes.empty() && lexemes.back().end == caret) {
    const Lexeme last = lexemes.back();
    const bool at = last.kind == LexKind::Invalid && source[last.begin] == '@';
    if (last.kind == LexKind::Identifier || at) {
      place.begin = static_cast<qsizetype>(last.begin);
      if (!at) place.typed = sourceText(source.substr(last.begin, last.end - last.begin));
      lexemes.pop_back();
    }
  }
  if (is(LexKind::Invalid) && source[lexemes.back().begin] == '@') lexemes.pop_back();
  if (is(LexKind::Dot)) {
    lexemes.pop_back();
    if (!is(LexKind::Identifier)) return {};
    Lexeme root = lexemes.back();
    const std::size_t depth = lexemes.size();
    if (depth > 1 && lexemes[depth - 2].kind == LexKind::Dot) {
      // Only what is linked has members of members that are known.
      const bool isLinked =
          depth > 2 && lexemes[depth - 3].kind == LexKind::Identifier &&
          source.substr(lexemes[depth - 3].begin, lexemes[depth - 3].end - lexemes[depth - 3].begin) == "Linked" &&
          (depth == 3 || lexemes[depth - 4].kind != LexKind::Dot);
      if (!isLinked) return {};
      root.begin = lexemes[depth - 3].begin;
    }
    place.kind = Kind::Member;
    place.begin = static_cast<qsizetype>(root.begin);
    place.root = sourceText(source.substr(root.begin, root.end - root.begin));
    return place;
  }
  if (is(LexKind::Pipe)) {
    place.kind = Kind::Filter;
    return place;
  }
  if (lexemes.empty() ? !isTag || begin < caret : wantsValue(lexemes.back(), source)) {
    place.kind = Kind::Value;
    return place;
  }
  return {};
}

/// The name of a snippet from `begin` on, behind the tag's own name; none where something else stands.
CompletionPlace snippetPlace(std::string_view source, std::size_t begin, std::size_t caret) {
  const std::size_t first = source.find_first_not_of(" \t\r\n", begin);
  CompletionPlace place;
  const std::size_t from = std::min(first, caret);
  if (from == begin) return place;
  const bool isQuoted = from < caret && (source[from] == '"' || source[from] == '\'');
  const std::string_view typed = source.substr(from + (isQuoted ? 1 : 0), caret - from - (isQuoted ? 1 : 0));
  const bool isName =
      isQuoted ? typed.find(source[from]) == std::string_view::npos : std::all_of(typed.begin(), typed.end(), isWord);
  if (!isName) return place;
  place.kind = Kind::Snippet;
  place.begin = static_cast<qsizetype>(from);
  place.end = static_cast<qsizetype>(caret);
  place.typed = sourceText(typed);
  if (!isQuoted) return place;
  place.quote = source[from];
  const std::size_t stop = source.find_first_of(std::string("{}%\n") + place.quote, caret);
  if (stop != std::string_view::npos && source[stop] == place.quote) place.end = static_cast<qsizetype>(stop) + 1;
  return place;
}

bool takesSnippet(std::string_view tag) {
  return tag == "render" || tag == "include";
}

}  // namespace

CompletionPlace completionPlace(const QByteArray& source, qsizetype caret) {
  const std::string_view text = viewOf(source);
  const auto at = static_cast<std::size_t>(caret);
  const std::optional<Inside> inside = insideAt(text, at);
  if (!inside) return {};
  CompletionPlace place;
  std::size_t begin = inside->begin;
  if (inside->isTag) {
    const liquid::TagName name = liquid::tagNameIn(text, begin, at);
    if (name.end == at) {
      place.kind = Kind::Tag;
      place.begin = static_cast<qsizetype>(name.begin);
      place.typed = sourceText(name.in(text));
    } else {
      begin = name.end;
      if (takesSnippet(name.in(text))) place = snippetPlace(text, begin, at);
      if (place.quote != 0) return place;
    }
  }
  if (place.kind == Kind::None) place = placeIn(text, begin, at, inside->isTag);
  place.end = caret;
  while (place.kind != Kind::None && place.end < source.size() && isWord(source[place.end])) ++place.end;
  return place;
}

QStringList ownNames(const QByteArray& source) {
  const std::string_view text = viewOf(source);
  QStringList names;
  std::string_view tag;
  for (const liquid::Highlight& each : liquid::highlight(text)) {
    const std::string_view word = text.substr(each.begin, each.end - each.begin);
    const bool gives = tag == "assign" || tag == "capture" || tag == "for" || tag == "tablerow" || tag == "increment" ||
                       tag == "decrement";
    if (gives && each.kind == liquid::HighlightKind::Name) names << sourceText(word);
    tag = each.kind == liquid::HighlightKind::Tag ? word : std::string_view();
  }
  names.removeDuplicates();
  names.sort();
  return names;
}

}  // namespace heliograph::editors
