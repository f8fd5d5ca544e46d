// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "liquid/expression_parser.h"

namespace heliograph::liquid {

std::uint32_t ExpressionParser::filtered() {
  Expression made;
  made.firstFilter = static_cast<std::uint32_t>(m_program.filters.size());
  if (!atEnd()) {
    made.base = operand();
    while (accept(LexKind::Pipe)) {
      filterCall();
    }
    if (!failed() && !atEnd()) {
      failUnexpected("a filter (|) or the end");
    }
  }
  made.filterCount = static_cast<std::uint32_t>(m_program.filters.size()) - made.firstFilter;
  for (std::uint32_t i = 0; i < made.filterCount && made.base.kind == Operand::Kind::Path; ++i) {
    if (m_program.filters[made.firstFilter + i].filter->name == "default") {
      m_program.paths[made.base.index].guarded = true;
    }
  }
  m_program.expressions.push_back(made);
  return static_cast<std::uint32_t>(m_program.expressions.size() - 1);
}

void ExpressionParser::filterCall() {
  const Lexeme at = peek();
  if (at.kind == LexKind::Identifier) {
    FilterCall call;
    call.begin = static_cast<std::uint32_t>(at.begin);
    call.filter = findFilter(text(at), m_environment);
    if (call.filter == nullptr) {
      const std::string_view near = nearestFilter(text(at), m_environment);
      fail("unknown_filter",
           "There's no filter called " + shownName(text(at)) +
               (near.empty() ? "." : "; did you mean " + std::string(near) + "?"),
           {std::string(near), at.begin, at.end});
      return;
    }
    ++m_at;
    arguments(call);
    if (!failed()) {
      m_program.filters.push_back(call);
    }
    return;
  }
  failUnexpected("the name of a filter");
}

void ExpressionParser::arguments(FilterCall& call) {
  std::array<Operand, mostArguments> given;
  std::size_t positional = 0;
  Operand keyword;
  if (accept(LexKind::Colon)) {
    do {
      if (keywordArgument(call, keyword)) {
        continue;
      }
      const Operand made = operand();
      if (positional < given.size()) {
        given[positional] = made;
      }
      ++positional;
    } while (accept(LexKind::Comma));
  }
  if (failed()) {
    return;
  }
  checkArguments(call, positional);
  std::size_t count = positional < given.size() ? positional : given.size();
  if (keyword.kind != Operand::Kind::None) {
    count = call.filter->most;
    given[count++] = keyword;
  }
  call.firstArgument = static_cast<std::uint32_t>(m_program.operands.size());
  call.argumentCount = static_cast<std::uint32_t>(count);
  m_program.operands.insert(m_program.operands.end(), given.begin(),
                            given.begin() + static_cast<std::ptrdiff_t>(count));
}

bool ExpressionParser::keywordArgument(const FilterCall& call, Operand& keyword) {
  if (failed() || peek().kind != LexKind::Identifier || peek(1).kind != LexKind::Colon) {
    return false;
  }
  if (call.filter->keyword.empty() || text(peek()) != call.filter->keyword) {
    fail("arguments",
         "The filter " + std::string(call.filter->name) + " has no argument called " + shownName(text(peek())) + ".");
    return true;
  }
  m_at += 2;
  keyword = operand();
  return true;
}

void ExpressionParser::checkArguments(const FilterCall& call, std::size_t positional) {
  const FilterSpec& filter = *call.filter;
  if (positional >= filter.fewest && positional <= filter.most) {
    return;
  }
  std::string wanted = "no argument";
  if (filter.most > 0) {
    const bool exact = filter.fewest == filter.most;
    wanted = (exact ? "" : std::to_string(filter.fewest) + " to ") + std::to_string(filter.most) +
             (filter.most == 1 ? " argument" : " arguments");
  }
  --m_at;
  fail("arguments",
       "The filter " + std::string(filter.name) + " takes " + wanted + ", not " + std::to_string(positional) + ".");
}

std::uint32_t ExpressionParser::condition() {
  const auto first = static_cast<std::uint32_t>(m_program.comparisons.size());
  comparison();
  while (!failed()) {
    if (acceptWord("and")) {
      m_program.comparisons.back().next = Relation::And;
    } else if (acceptWord("or")) {
      m_program.comparisons.back().next = Relation::Or;
    } else {
      break;
    }
    comparison();
  }
  if (!failed() && !atEnd()) {
    failUnexpected("and, or or the end");
  }
  return first;
}

void ExpressionParser::comparison() {
  if (!failed() && peek().kind == LexKind::Identifier && text(peek()) == "not" && peek(1).kind != LexKind::End &&
      peek(1).kind != LexKind::Comparison && peek(1).kind != LexKind::Dot) {
    fail("syntax", "Liquid has no word not; use unless, or compare with == false.");
  }
  Comparison made;
  made.left = compared();
  if (!failed() && peek().kind == LexKind::Comparison) {
    made.op = compareOp();
    made.right = compared();
  }
  m_program.comparisons.push_back(made);
}

CompareOp ExpressionParser::compareOp() {
  const std::string_view sign = text(peek());
  ++m_at;
  if (sign == "==") {
    return CompareOp::Equal;
  }
  if (sign == "!=" || sign == "<>") {
    return CompareOp::NotEqual;
  }
  if (sign == "<") {
    return CompareOp::Less;
  }
  if (sign == "<=") {
    return CompareOp::LessOrEqual;
  }
  if (sign == ">") {
    return CompareOp::Greater;
  }
  return sign == ">=" ? CompareOp::GreaterOrEqual : CompareOp::Contains;
}

}  // namespace heliograph::liquid
