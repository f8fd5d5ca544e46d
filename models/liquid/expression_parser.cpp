// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/expression_parser.h"

#include <charconv>

#include "liquid/decimal.h"

namespace heliograph::liquid {

namespace {

std::optional<Value> literalWord(std::string_view word) {
  if (word == "nil" || word == "null") {
    return Value();
  }
  if (word == "true" || word == "false") {
    return Value::boolean(word == "true");
  }
  if (word == "empty" || word == "blank") {
    return Value::string("");
  }
  return std::nullopt;
}

bool isCommand(std::string_view key) {
  return key == "size" || key == "first" || key == "last";
}

}  // namespace

ExpressionParser::ExpressionParser(Program& program, const Environment& environment, const Limits& limits)
    : m_program(program), m_environment(environment), m_limits(limits) {}

void ExpressionParser::begin(std::size_t begin, std::size_t end, bool inTag) {
  m_begin = begin;
  m_end = end;
  m_inTag = inTag;
  m_at = 0;
  m_depth = 0;
  m_fault.reset();
  lex(m_program.source, begin, end, m_lexemes);
}

const Lexeme& ExpressionParser::peek(std::size_t ahead) const {
  const std::size_t last = m_lexemes.size() - 1;
  return m_lexemes[m_at + ahead < last ? m_at + ahead : last];
}

std::string_view ExpressionParser::text(const Lexeme& lexeme) const {
  return std::string_view(m_program.source).substr(lexeme.begin, lexeme.end - lexeme.begin);
}

bool ExpressionParser::accept(LexKind kind) {
  if (failed() || peek().kind != kind) {
    return false;
  }
  ++m_at;
  return true;
}

bool ExpressionParser::acceptWord(std::string_view word) {
  return !failed() && peek().kind == LexKind::Identifier && text(peek()) == word && accept(LexKind::Identifier);
}

std::string_view ExpressionParser::expectName(const char* what) {
  const Lexeme name = peek();
  if (!accept(LexKind::Identifier)) {
    failUnexpected(what);
    return {};
  }
  return text(name);
}

void ExpressionParser::expect(LexKind kind, const char* what) {
  if (!accept(kind)) {
    failUnexpected(what);
  }
}

void ExpressionParser::expectEnd() {
  if (!failed() && !atEnd()) {
    failUnexpected("the end");
  }
}

std::string ExpressionParser::compactText(std::size_t firstLexeme) const {
  std::string joined;
  for (std::size_t i = firstLexeme; i < m_at && i < m_lexemes.size(); ++i) {
    joined += text(m_lexemes[i]);
  }
  return joined;
}

void ExpressionParser::fail(std::string_view code, std::string message, Mend mend) {
  if (failed()) {
    return;
  }
  const Lexeme& at = peek();
  Diagnostic fault{code, std::move(message), at.begin, at.end, 1, 1, std::move(mend)};
  if (at.kind == LexKind::End) {
    fault.begin = m_begin;
    fault.end = m_end;
  }
  m_fault = std::move(fault);
  m_at = m_lexemes.size() - 1;
}

std::optional<Diagnostic> ExpressionParser::takeFault() {
  std::optional<Diagnostic> fault = std::move(m_fault);
  m_fault.reset();
  return fault;
}

void ExpressionParser::failUnexpected(const char* wanted) {
  const Lexeme& at = peek();
  const std::string_view found = text(at);
  if (at.kind == LexKind::End) {
    fail("syntax", std::string("Something is missing here: ") + wanted + " was expected.");
  } else if (found.front() == '\'' || found.front() == '"') {
    fail("syntax", at.kind == LexKind::Invalid
                       ? "The quotation mark that opens here is never closed."
                       : std::string("A quoted text stands where ") + wanted + " was expected.");
  } else if (found == "@") {
    fail("syntax", "The sign @ belongs to the text, outside of {{ }} and {% %}; write the name without it.");
  } else if (found == "&") {
    fail("syntax", "The sign & isn't known here; write and between two conditions.");
  } else if (found == "|" && peek(1).kind == LexKind::Pipe) {
    fail("syntax", "The signs || aren't known here; write or between two conditions.");
  } else if (found == "=") {
    fail("syntax", "A single = doesn't compare; write == to compare.");
  } else {
    fail("syntax", "\"" + shownName(found) + "\" stands where " + wanted + " was expected.");
  }
}

Operand ExpressionParser::literal(Value value) {
  m_program.literals.push_back(value);
  return {Operand::Kind::Literal, static_cast<std::uint32_t>(m_program.literals.size() - 1)};
}

Operand ExpressionParser::operand() {
  if (failed()) {
    return {};
  }
  if (m_depth >= m_limits.nesting) {
    fail("limit", "The brackets are nested too deeply.");
    return {};
  }
  ++m_depth;
  Operand made;
  const Lexeme first = peek();
  switch (first.kind) {
    case LexKind::Identifier:
      made = pathOrWord();
      break;
    case LexKind::String:
      ++m_at;
      made = literal(Value::string(text(first).substr(1, first.end - first.begin - 2)));
      break;
    case LexKind::Number:
      made = number();
      break;
    case LexKind::OpenRound:
      made = range();
      break;
    case LexKind::OpenSquare: {
      const Segment root = bracket();
      made = path(root.key, root.computed, first.begin);
      break;
    }
    default:
      failUnexpected("a value");
  }
  --m_depth;
  return made;
}

Operand ExpressionParser::compared() {
  const LexKind behind = peek(1).kind;
  const bool isWord =
      !failed() && peek().kind == LexKind::Identifier && behind != LexKind::Dot && behind != LexKind::OpenSquare;
  if (isWord && (text(peek()) == "empty" || text(peek()) == "blank")) {
    const Kind question = text(peek()) == "empty" ? Kind::Empty : Kind::Blank;
    ++m_at;
    return literal(Value::special(question));
  }
  return operand();
}

Operand ExpressionParser::number() {
  const std::string_view digits = text(peek());
  if (digits.find('.') != std::string_view::npos) {
    const auto made = parseFloat(digits);
    ++m_at;
    return literal(made.value_or(Value()));
  }
  std::int64_t value = 0;
  if (std::from_chars(digits.data(), digits.data() + digits.size(), value).ec != std::errc()) {
    fail("limit", "This number is too large.");
    return {};
  }
  ++m_at;
  return literal(Value::integer(value));
}

Operand ExpressionParser::range() {
  expect(LexKind::OpenRound, "(");
  RangeOperand made;
  made.first = operand();
  expect(LexKind::DotDot, ".. between the two ends of a range");
  made.last = operand();
  expect(LexKind::CloseRound, ")");
  m_program.ranges.push_back(made);
  return {Operand::Kind::Range, static_cast<std::uint32_t>(m_program.ranges.size() - 1)};
}

Operand ExpressionParser::pathOrWord() {
  const Lexeme word = peek();
  const LexKind behind = peek(1).kind;
  if (behind != LexKind::Dot && behind != LexKind::OpenSquare) {
    if (const auto value = literalWord(text(word))) {
      ++m_at;
      return literal(*value);
    }
  }
  ++m_at;
  return path(text(word), {}, word.begin);
}

Operand ExpressionParser::path(std::string_view root, Operand computedRoot, std::size_t begin) {
  std::vector<Segment> segments;
  while (segment(segments)) {
  }
  if (failed()) {
    return {};
  }
  Path made;
  made.root = root;
  made.computedRoot = computedRoot;
  made.firstSegment = static_cast<std::uint32_t>(m_program.segments.size());
  made.segmentCount = static_cast<std::uint32_t>(segments.size());
  made.begin = static_cast<std::uint32_t>(begin);
  made.end = static_cast<std::uint32_t>(m_lexemes[m_at - 1].end);
  made.inTag = m_inTag;
  m_program.segments.insert(m_program.segments.end(), segments.begin(), segments.end());
  m_program.paths.push_back(made);
  return {Operand::Kind::Path, static_cast<std::uint32_t>(m_program.paths.size() - 1)};
}

bool ExpressionParser::segment(std::vector<Segment>& segments) {
  if (accept(LexKind::Dot)) {
    const std::string_view key = expectName("a name behind the point");
    segments.push_back({key, {}, isCommand(key)});
    return !failed();
  }
  if (!failed() && peek().kind == LexKind::OpenSquare) {
    segments.push_back(bracket());
    return !failed();
  }
  return false;
}

Segment ExpressionParser::bracket() {
  expect(LexKind::OpenSquare, "[");
  Segment made;
  made.computed = operand();
  expect(LexKind::CloseSquare, "]");
  if (!failed() && made.computed.kind == Operand::Kind::Literal) {
    const Value& key = m_program.literals[made.computed.index];
    if (key.isString() && key.size() > 0) {
      made.key = key.toView();
      made.computed = {};
    }
  }
  return made;
}

}  // namespace heliograph::liquid
