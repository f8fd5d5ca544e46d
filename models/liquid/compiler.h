// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "liquid/diagnostic.h"
#include "liquid/expression_parser.h"
#include "liquid/program.h"
#include "liquid/scanner.h"

namespace heliograph::liquid {

/// Turns a source into a program, tag by tag. A fault in one tag is noted and the next tag is read, so that all faults
/// of a source are found in one pass.
class Compiler {
 public:
  Compiler(Program& program, const Environment& environment, const Limits& limits);

  void run();
  std::vector<Diagnostic> takeDiagnostics() { return std::move(m_diagnostics); }
  /// Every tag an environment has, but most of those that close a block.
  static std::vector<std::string_view> tagNames(const Environment& environment);

 private:
  enum class BlockKind { If, Unless, Case, For, TableRow, Capture, IfChanged };
  struct Block {
    BlockKind kind;
    std::size_t begin;
    std::size_t end;
    bool blank = true;  ///< nothing in it prints: its blanks are dropped
    bool sawElse = false;
    std::vector<std::uint32_t> texts;  ///< its own text instructions
    std::vector<std::uint32_t> exits;  ///< jumps to its end
    std::int64_t pending = -1;         ///< the jump to its next branch
    std::uint32_t subject = 0;         ///< its loop or name
    std::uint32_t start = 0;           ///< where its body starts
  };
  struct Tag {
    std::string_view name;
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t markupBegin = 0;
    std::size_t markupEnd = 0;
    bool trimsRight = false;
  };
  struct TagHandler {
    std::string_view name;
    void (Compiler::*run)(const Tag&);
  };
  struct Lines {
    std::size_t at;
    std::size_t end;
  };
  static const std::vector<TagHandler>& handlers();
  static const char* blockName(BlockKind kind);

  // compiler.cpp: the frame
  void flushText(bool trimRight);
  void output(const Piece& piece);
  void tagPiece(const Piece& piece);
  void unclosed(const Piece& piece);
  bool splitTag(std::size_t begin, std::size_t end, Tag& tag) const;
  void dispatch(const Tag& tag);
  void unknownTag(const Tag& tag);
  void diagnose(std::string_view code, std::string message, std::size_t begin, std::size_t end);
  void takeFault();
  void finish();
  void collectPathUses();
  bool isTooLarge();

  // compiler_blocks.cpp
  void openBlock(BlockKind kind, const Tag& tag);
  void openIf(const Tag& tag);
  void openUnless(const Tag& tag);
  void openCase(const Tag& tag);
  void openCapture(const Tag& tag);
  void openIfChanged(const Tag& tag);
  void elseIf(const Tag& tag);
  void elseBranch(const Tag& tag);
  void when(const Tag& tag);
  void closeBlock(const Tag& tag);
  void endOf(Block& block);
  void popBlock();
  void endBranch(Block& block);
  void conditionJump(Block& block, const Tag& tag, Op op);

  // compiler_loops.cpp
  void openFor(const Tag& tag);
  void openTableRow(const Tag& tag);
  void loopHead(const Tag& tag, LoopSpec& loop);
  void loopArguments(LoopSpec& loop, bool isTable);
  void beginLoop(const Tag& tag, BlockKind kind, LoopSpec loop, Op op);
  void endLoop(Block& block);
  void elseOfLoop(Block& block);
  void breakLoop(const Tag& tag);
  void continueLoop(const Tag& tag);
  void cycle(const Tag& tag);

  // compiler_tags.cpp
  void assign(const Tag& tag);
  void echo(const Tag& tag);
  void counter(const Tag& tag, Op op);
  void increment(const Tag& tag);
  void decrement(const Tag& tag);
  void include(const Tag& tag);
  void render(const Tag& tag);
  void partial(const Tag& tag, bool isolated);
  void partialArguments(PartialCall& call);
  void abort(const Tag& tag);

  // compiler_verbatim.cpp
  void raw(const Tag& tag);
  void doc(const Tag& tag);
  void comment(const Tag& tag);
  void commentLines(const Tag& tag);
  void inlineComment(const Tag& tag);
  void liquid(const Tag& tag);
  bool nextLine(Lines& lines, Tag& tag) const;

  std::uint32_t emit(Op op, std::uint32_t a = 0, std::uint32_t b = 0);
  std::uint32_t here() const { return static_cast<std::uint32_t>(m_program.code.size()); }
  void patch(std::int64_t jump) { m_program.code[static_cast<std::size_t>(jump)].b = here(); }
  void setVisible();
  void emitText(std::size_t begin, std::size_t end);
  std::uint32_t variable(const Tag& tag, std::size_t& behind, bool quoted);
  std::uint32_t nameIndex(std::string_view name);
  void begin(const Tag& tag) { m_parser.begin(tag.markupBegin, tag.markupEnd, true); }

  Program& m_program;
  const Environment& m_environment;
  const Limits& m_limits;
  Scanner m_scanner;
  ExpressionParser m_parser;
  std::vector<Block> m_blocks;
  std::vector<Diagnostic> m_diagnostics;
  std::set<std::string_view> m_ownNames;
  Lines* m_lines = nullptr;       ///< the rest of the liquid tag that is being read
  std::size_t m_lowestBlock = 0;  ///< a liquid tag can't close what was opened outside of it
  int m_liquidDepth = 0;
  std::size_t m_textBegin = 0;
  std::size_t m_textEnd = 0;
  bool m_trimsNext = false;
  bool m_sharesNames = false;  ///< an include may set any name
  bool m_tooLarge = false;
  std::uint32_t m_tagBegin = 0;
};

}  // namespace heliograph::liquid
