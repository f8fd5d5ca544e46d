// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/compiler.h"

namespace heliograph::liquid {

void Compiler::openFor(const Tag& tag) {
  LoopSpec loop;
  loopHead(tag, loop);
  if (m_parser.acceptWord("reversed")) {
    loop.reversed = true;
  }
  loopArguments(loop, false);
  m_ownNames.insert("forloop");
  beginLoop(tag, BlockKind::For, std::move(loop), Op::LoopBegin);
}

void Compiler::openTableRow(const Tag& tag) {
  LoopSpec loop;
  loopHead(tag, loop);
  loopArguments(loop, true);
  m_ownNames.insert("tablerowloop");
  beginLoop(tag, BlockKind::TableRow, std::move(loop), Op::TableBegin);
}

void Compiler::loopHead(const Tag& tag, LoopSpec& loop) {
  begin(tag);
  loop.variable = m_parser.expectName("a name for the item, as in: for item in list");
  m_ownNames.insert(loop.variable);
  if (!m_parser.acceptWord("in") && !m_parser.failed()) {
    m_parser.fail("syntax", "The word in is missing, as in: for item in list.");
  }
  const std::size_t first = m_parser.lexemeIndex();
  loop.collection = m_parser.operand();
  loop.label = std::string(loop.variable) + "-" + m_parser.compactText(first);
}

void Compiler::loopArguments(LoopSpec& loop, bool isTable) {
  m_parser.accept(LexKind::Comma);
  while (!m_parser.failed() && !m_parser.atEnd()) {
    const std::string_view name = m_parser.text(m_parser.peek());
    const bool known = name == "limit" || name == "offset" || (isTable && (name == "cols" || name == "range"));
    if (!known) {
      m_parser.fail("syntax", isTable ? "The tag tablerow takes cols, limit and offset here."
                                      : "The tag for takes reversed, then limit and offset here.");
      return;
    }
    m_parser.accept(LexKind::Identifier);
    m_parser.expect(LexKind::Colon, "a colon");
    // An argument that comes twice counts as it was given last.
    loop.continues = name == "offset" ? !isTable && m_parser.acceptWord("continue") : loop.continues;
    if (name != "offset" || !loop.continues) {
      const Operand value = m_parser.operand();
      if (name == "limit") {
        loop.limit = value;
      } else if (name == "offset") {
        loop.offset = value;
      } else if (name == "cols") {
        loop.columns = value;
      }
    }
    m_parser.accept(LexKind::Comma);
  }
}

void Compiler::beginLoop(const Tag& tag, BlockKind kind, LoopSpec loop, Op op) {
  takeFault();
  m_program.loops.push_back(std::move(loop));
  openBlock(kind, tag);
  Block& block = m_blocks.back();
  block.subject = static_cast<std::uint32_t>(m_program.loops.size() - 1);
  block.pending = emit(op, block.subject);
  block.start = here();
}

void Compiler::elseOfLoop(Block& block) {
  LoopSpec& loop = m_program.loops[block.subject];
  loop.next = emit(Op::LoopNext, 0, block.start);
  block.exits.push_back(emit(Op::Jump));
  patch(block.pending);
  block.pending = -1;
}

void Compiler::endLoop(Block& block) {
  LoopSpec& loop = m_program.loops[block.subject];
  if (!block.sawElse) {
    loop.next = emit(block.kind == BlockKind::For ? Op::LoopNext : Op::TableNext, 0, block.start);
    patch(block.pending);
  }
  loop.exit = here();
}

void Compiler::breakLoop(const Tag&) {
  setVisible();
  emit(Op::Break);
}

void Compiler::continueLoop(const Tag&) {
  setVisible();
  emit(Op::Continue);
}

void Compiler::cycle(const Tag& tag) {
  begin(tag);
  setVisible();
  CycleSpec cycle;
  const std::size_t first = m_parser.lexemeIndex();
  std::vector<Operand> values{m_parser.operand()};
  if (m_parser.accept(LexKind::Colon)) {
    cycle.group = values.front();
    values.front() = m_parser.operand();
  }
  bool onlyLiterals = values.front().kind == Operand::Kind::Literal;
  while (m_parser.accept(LexKind::Comma) && !m_parser.atEnd()) {
    values.push_back(m_parser.operand());
    onlyLiterals = onlyLiterals && values.back().kind == Operand::Kind::Literal;
  }
  m_parser.expectEnd();
  // Cycles without a name share their state when they are the same literals; one with variables is its own group.
  cycle.key = onlyLiterals ? "cycle " + m_parser.compactText(first)
                           : "cycle " + std::to_string(m_program.id) + "." + std::to_string(here());
  cycle.firstValue = static_cast<std::uint32_t>(m_program.operands.size());
  cycle.valueCount = static_cast<std::uint32_t>(values.size());
  m_program.operands.insert(m_program.operands.end(), values.begin(), values.end());
  m_program.cycles.push_back(std::move(cycle));
  emit(Op::Cycle, static_cast<std::uint32_t>(m_program.cycles.size() - 1));
}

}  // namespace heliograph::liquid
