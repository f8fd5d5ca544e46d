// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/compiler.h"
#include "liquid/utf8.h"

namespace heliograph::liquid {

namespace {

bool isNameCharacter(char c) {
  return isLetter(c) || isDigit(c) || c == '_' || c == '-';
}

}  // namespace

std::uint32_t Compiler::nameIndex(std::string_view name) {
  m_ownNames.insert(name);
  m_program.names.push_back(name);
  return static_cast<std::uint32_t>(m_program.names.size() - 1);
}

// Names to assign to may start with a digit, which the lexer would take for a number.
std::uint32_t Compiler::variable(const Tag& tag, std::size_t& behind, bool quoted) {
  const std::string_view source = m_program.source;
  std::size_t at = tag.markupBegin;
  while (at < tag.markupEnd && isSpace(source[at])) {
    ++at;
  }
  const bool quote = quoted && at < tag.markupEnd && (source[at] == '"' || source[at] == '\'');
  at += quote ? 1 : 0;
  std::size_t stop = at;
  while (stop < tag.markupEnd && isNameCharacter(source[stop])) {
    ++stop;
  }
  const std::string_view name = source.substr(at, stop - at);
  if (name.empty() || name.front() == '-') {
    diagnose("syntax", "The tag " + std::string(tag.name) + " needs the name of a variable here.", tag.begin, tag.end);
    behind = tag.markupEnd;
    return 0;
  }
  behind = stop + (quote && stop < tag.markupEnd ? 1 : 0);
  return nameIndex(name);
}

void Compiler::assign(const Tag& tag) {
  std::size_t behind = tag.markupBegin;
  const std::size_t faults = m_diagnostics.size();
  const std::uint32_t name = variable(tag, behind, false);
  if (m_diagnostics.size() != faults) {
    return;
  }
  const std::string_view source = m_program.source;
  while (behind < tag.markupEnd && isSpace(source[behind])) {
    ++behind;
  }
  if (behind == tag.markupEnd || source[behind] != '=') {
    diagnose("syntax", "The tag assign is written: assign name = value.", tag.begin, tag.end);
    return;
  }
  m_parser.begin(behind + 1, tag.markupEnd, true);
  const std::uint32_t expression = m_parser.filtered();
  emit(Op::Assign, name, expression);
}

void Compiler::echo(const Tag& tag) {
  begin(tag);
  setVisible();
  const std::uint32_t expression = m_parser.filtered();
  emit(Op::Emit, expression);
}

// All that stands in the tag is the counter's name.
void Compiler::counter(const Tag& tag, Op op) {
  std::size_t behind = 0;
  setVisible();
  variable(tag, behind, false);
  const std::string_view source = m_program.source;
  std::size_t begin = tag.markupBegin;
  std::size_t end = tag.markupEnd;
  while (begin < end && isSpace(source[begin])) {
    ++begin;
  }
  while (end > begin && isSpace(source[end - 1])) {
    --end;
  }
  emit(op, nameIndex(source.substr(begin, end - begin)));
}

void Compiler::increment(const Tag& tag) {
  counter(tag, Op::Increment);
}

void Compiler::decrement(const Tag& tag) {
  counter(tag, Op::Decrement);
}

void Compiler::include(const Tag& tag) {
  m_sharesNames = true;
  partial(tag, false);
}

void Compiler::render(const Tag& tag) {
  partial(tag, true);
}

void Compiler::partial(const Tag& tag, bool isolated) {
  begin(tag);
  setVisible();
  PartialCall call;
  call.isolated = isolated;
  if (isolated && m_parser.peek().kind != LexKind::String) {
    m_parser.fail("syntax", "The tag render needs the name of a snippet in quotation marks.");
  }
  PartialUse use;
  use.isolated = isolated;
  use.begin = m_parser.peek().begin;
  use.end = m_parser.peek().end;
  call.name = m_parser.operand();
  if (call.name.kind == Operand::Kind::Literal && m_program.literals[call.name.index].isString()) {
    use.name = m_program.literals[call.name.index].toView();
  }
  const bool each = m_parser.acceptWord("for");
  if (each || m_parser.acceptWord("with")) {
    call.eachItem = each;
    call.subject = m_parser.operand();
  }
  if (m_parser.acceptWord("as")) {
    call.alias = m_parser.expectName("a name");
  }
  m_parser.accept(LexKind::Comma);
  partialArguments(call);
  m_program.partials.push_back(call);
  if (!m_parser.failed()) m_program.partialUses.push_back(std::move(use));
  emit(Op::CallPartial, static_cast<std::uint32_t>(m_program.partials.size() - 1));
}

void Compiler::partialArguments(PartialCall& call) {
  std::vector<NamedOperand> given;
  while (!m_parser.failed() && m_parser.peek().kind == LexKind::Identifier) {
    NamedOperand argument;
    argument.name = m_parser.expectName("a name");
    m_parser.expect(LexKind::Colon, "a colon");
    argument.value = m_parser.operand();
    given.push_back(argument);
    m_parser.accept(LexKind::Comma);
  }
  m_parser.expectEnd();
  call.firstArgument = static_cast<std::uint32_t>(m_program.arguments.size());
  call.argumentCount = static_cast<std::uint32_t>(given.size());
  m_program.arguments.insert(m_program.arguments.end(), given.begin(), given.end());
}

void Compiler::abort(const Tag& tag) {
  begin(tag);
  setVisible();
  Operand reason;
  const bool bracketed = m_parser.accept(LexKind::OpenRound);
  if (!m_parser.atEnd()) {
    reason = m_parser.operand();
  }
  if (bracketed) {
    m_parser.expect(LexKind::CloseRound, ")");
  }
  m_parser.expectEnd();
  m_program.operands.push_back(reason);
  emit(Op::Abort, static_cast<std::uint32_t>(m_program.operands.size() - 1));
}

}  // namespace heliograph::liquid
