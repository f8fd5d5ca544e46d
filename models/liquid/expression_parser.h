// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "liquid/diagnostic.h"
#include "liquid/lexer.h"
#include "liquid/limits.h"
#include "liquid/program.h"

namespace heliograph::liquid {

/// Parses what stands inside one output or tag into a program. The first fault stops it: from then on it gives empty
/// operands and stands at the end, until the fault is taken or the next piece is begun.
class ExpressionParser {
 public:
  ExpressionParser(Program& program, const Environment& environment, const Limits& limits);

  /// Starts on a byte range of the source.
  void begin(std::size_t begin, std::size_t end, bool inTag);

  /// A literal, a path or a range.
  Operand operand();
  /// A value that is compared: there, empty and blank ask about the other value; elsewhere they are an empty text.
  Operand compared();
  /// A value with its filters up to the end, as an index of expressions. An empty piece gives an empty value.
  std::uint32_t filtered();
  /// Comparisons joined by and/or up to the end, as the index of the first.
  std::uint32_t condition();

  const Lexeme& peek(std::size_t ahead = 0) const;
  std::string_view text(const Lexeme& lexeme) const;
  bool atEnd() const { return peek().kind == LexKind::End; }
  bool accept(LexKind kind);
  bool acceptWord(std::string_view word);
  /// The name at this place; a fault, described by what, when there's none.
  std::string_view expectName(const char* what);
  void expect(LexKind kind, const char* what);
  void expectEnd();
  /// The source from the lexeme at first up to this place, without blanks.
  std::string compactText(std::size_t firstLexeme) const;
  std::size_t lexemeIndex() const { return m_at; }

  void fail(std::string_view code, std::string message, Mend mend = {});
  bool failed() const { return m_fault.has_value(); }
  /// The fault of this piece, once.
  std::optional<Diagnostic> takeFault();

 private:
  void failUnexpected(const char* wanted);
  Operand literal(Value value);
  Operand number();
  Operand range();
  Operand pathOrWord();
  Operand path(std::string_view root, Operand computedRoot, std::size_t begin);
  bool segment(std::vector<Segment>& segments);
  Segment bracket();
  void filterCall();
  void arguments(FilterCall& call);
  bool keywordArgument(const FilterCall& call, Operand& keyword);
  void checkArguments(const FilterCall& call, std::size_t positional);
  void comparison();
  CompareOp compareOp();

  Program& m_program;
  const Environment& m_environment;
  const Limits& m_limits;
  std::vector<Lexeme> m_lexemes;
  std::size_t m_at = 0;
  std::size_t m_begin = 0;
  std::size_t m_end = 0;
  int m_depth = 0;
  bool m_inTag = false;
  std::optional<Diagnostic> m_fault;
};

}  // namespace heliograph::liquid
