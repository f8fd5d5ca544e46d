// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/compiler.h"

namespace heliograph::liquid {

const char* Compiler::blockName(BlockKind kind) {
  switch (kind) {
    case BlockKind::If:
      return "if";
    case BlockKind::Unless:
      return "unless";
    case BlockKind::Case:
      return "case";
    case BlockKind::For:
      return "for";
    case BlockKind::TableRow:
      return "tablerow";
    case BlockKind::Capture:
      return "capture";
    case BlockKind::IfChanged:
      return "ifchanged";
  }
  return "";
}

void Compiler::openBlock(BlockKind kind, const Tag& tag) {
  if (m_blocks.size() == static_cast<std::size_t>(m_limits.nesting)) {
    diagnose("limit", "The tags are nested too deeply.", tag.begin, tag.end);
    m_tooLarge = true;
  }
  Block block{kind, tag.begin, tag.end, true, false, {}, {}, -1, 0, 0};
  m_blocks.push_back(std::move(block));
}

void Compiler::conditionJump(Block& block, const Tag& tag, Op op) {
  begin(tag);
  const std::uint32_t first = m_parser.condition();
  block.pending = emit(op, first);
}

void Compiler::openIf(const Tag& tag) {
  openBlock(BlockKind::If, tag);
  conditionJump(m_blocks.back(), tag, Op::JumpUnless);
}

void Compiler::openUnless(const Tag& tag) {
  openBlock(BlockKind::Unless, tag);
  conditionJump(m_blocks.back(), tag, Op::JumpIf);
}

void Compiler::openCase(const Tag& tag) {
  openBlock(BlockKind::Case, tag);
  begin(tag);
  const Operand subject = m_parser.operand();
  m_parser.expectEnd();
  m_program.operands.push_back(subject);
  emit(Op::CaseBegin, static_cast<std::uint32_t>(m_program.operands.size() - 1));
  m_blocks.back().pending = emit(Op::Jump);  // over what stands before the first when
}

void Compiler::openCapture(const Tag& tag) {
  openBlock(BlockKind::Capture, tag);
  std::size_t behind = tag.markupBegin;
  m_blocks.back().subject = variable(tag, behind, true);
  emit(Op::CaptureBegin, m_blocks.back().subject);
}

void Compiler::openIfChanged(const Tag& tag) {
  openBlock(BlockKind::IfChanged, tag);
  emit(Op::IfChangedBegin);
}

void Compiler::endBranch(Block& block) {
  block.exits.push_back(emit(Op::Jump));
  if (block.pending >= 0) {
    patch(block.pending);
    block.pending = -1;
  }
}

void Compiler::elseIf(const Tag& tag) {
  const bool fits = m_blocks.size() > m_lowestBlock &&
                    (m_blocks.back().kind == BlockKind::If || m_blocks.back().kind == BlockKind::Unless);
  if (!fits) {
    diagnose("stray", "The tag elsif belongs inside of if or unless.", tag.begin, tag.end);
    return;
  }
  endBranch(m_blocks.back());
  conditionJump(m_blocks.back(), tag, Op::JumpUnless);
}

void Compiler::elseBranch(const Tag& tag) {
  const bool fits = m_blocks.size() > m_lowestBlock && m_blocks.back().kind != BlockKind::TableRow &&
                    m_blocks.back().kind != BlockKind::Capture && m_blocks.back().kind != BlockKind::IfChanged;
  if (!fits) {
    diagnose("stray", "The tag else belongs inside of if, unless, case or for.", tag.begin, tag.end);
    return;
  }
  Block& block = m_blocks.back();
  if (block.kind == BlockKind::For && block.sawElse) {
    diagnose("stray", "A for has one else at most.", tag.begin, tag.end);
    return;
  }
  if (block.kind == BlockKind::For) {
    elseOfLoop(block);
  } else if (block.kind == BlockKind::Case) {
    begin(tag);
    m_parser.expectEnd();
    endOf(block);
    block.pending = emit(Op::CaseElse);
  } else {
    endBranch(block);
  }
  block.sawElse = true;
}

// A branch of a case goes on to the next one; a when first goes back to look for a further matching value.
void Compiler::endOf(Block& block) {
  if (block.start > 0) {
    emit(Op::Jump, 0, block.start);
    block.start = 0;
  }
  if (block.pending >= 0) {
    patch(block.pending);
    block.pending = -1;
  }
}

void Compiler::when(const Tag& tag) {
  if (m_blocks.size() <= m_lowestBlock || m_blocks.back().kind != BlockKind::Case) {
    diagnose("stray", "The tag when belongs inside of case.", tag.begin, tag.end);
    return;
  }
  Block& block = m_blocks.back();
  endOf(block);
  begin(tag);
  std::vector<Operand> values;
  do {
    values.push_back(m_parser.compared());
  } while (m_parser.accept(LexKind::Comma) || m_parser.acceptWord("or"));
  m_parser.expectEnd();
  const auto first = static_cast<std::uint32_t>(m_program.operands.size());
  m_program.operands.insert(m_program.operands.end(), values.begin(), values.end());
  block.start = emit(Op::CaseWhen, first);
  block.pending = block.start;
  m_program.code.back().c = static_cast<std::uint16_t>(values.size());
}

void Compiler::closeBlock(const Tag& tag) {
  const std::string_view name = tag.name.substr(3);
  std::size_t match = m_blocks.size();
  while (match > m_lowestBlock && blockName(m_blocks[match - 1].kind) != name) {
    --match;
  }
  if (match == m_lowestBlock) {
    diagnose("stray", "The tag " + shownName(tag.name) + " closes nothing that is open here.", tag.begin, tag.end);
    return;
  }
  while (m_blocks.size() > match) {
    const Block& open = m_blocks.back();
    const std::string open_name = blockName(open.kind);
    diagnose("unclosed", "The tag " + open_name + " isn't closed with end" + open_name + ".", open.begin, open.end);
    popBlock();
  }
  popBlock();
}

void Compiler::popBlock() {
  Block& block = m_blocks.back();
  switch (block.kind) {
    case BlockKind::If:
    case BlockKind::Unless:
      if (block.pending >= 0) {
        patch(block.pending);
      }
      break;
    case BlockKind::Case:
      endOf(block);
      emit(Op::CaseEnd);
      break;
    case BlockKind::For:
    case BlockKind::TableRow:
      endLoop(block);
      break;
    case BlockKind::Capture:
      emit(Op::CaptureEnd, block.subject);
      break;
    case BlockKind::IfChanged:
      emit(Op::IfChangedEnd);
      break;
  }
  for (const std::uint32_t exit : block.exits) {
    patch(exit);
  }
  const bool dropsBlanks = block.blank && block.kind != BlockKind::Capture && block.kind != BlockKind::IfChanged &&
                           block.kind != BlockKind::TableRow;
  for (const std::uint32_t text : block.texts) {
    if (dropsBlanks) {
      m_program.code[text].b = 0;
    }
  }
  const bool visible = !block.blank && block.kind != BlockKind::Capture;
  m_blocks.pop_back();
  if (visible) {
    setVisible();
  }
}

}  // namespace heliograph::liquid
