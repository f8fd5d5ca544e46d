// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "liquid/loop_state.h"
#include "liquid/member.h"
#include "liquid/program.h"
#include "liquid/renderer.h"
#include "liquid/scratch.h"
#include "liquid/value_text.h"

namespace heliograph::liquid {

/// Runs programs. Blocks, loops and partials are frames on a stack of its own, so nothing here recurses with the
/// template.
class Machine {
 public:
  RenderResult render(const Program& program, std::span<const Root> roots, const RenderOptions& options);

 private:
  enum class FrameKind : std::uint8_t { Loop, Table, Case, Capture, IfChanged, Call };
  /// Where the names of one template begin in the vectors below; render starts a new context.
  struct Context {
    std::size_t scoped = 0;
    std::size_t assigned = 0;
    std::size_t counters = 0;
    std::size_t cycles = 0;
    std::size_t continues = 0;
    bool seesRoots = true;
    LoopState* loop = nullptr;
    Value lastChanged = {};  ///< what ifchanged printed last
  };
  struct Frame {
    FrameKind kind = FrameKind::Loop;
    bool matched = false;        ///< Case: a value matched
    bool reversed = false;       ///< Loop
    bool isolated = false;       ///< Call: render
    std::uint32_t spec = 0;      ///< Loop, Table: the loop; Capture: the name; Case: the operand
    std::uint32_t cursor = 0;    ///< Case: the value of a when to look at next
    Value subject = {};          ///< Loop, Table, Call: what is gone through
    std::int64_t from = 0;       ///< Loop, Table: the first item's index
    std::int64_t count = 0;      ///< Loop, Table, Call: turns
    std::int64_t turn = 0;       ///< Call
    LoopState* state = nullptr;  ///< Loop, Table; Call: of render … for
    std::size_t scoped = 0;      ///< the length of m_scoped before this frame
    std::size_t outputStart = 0;
    std::size_t outputLimit = 0;
    const Program* program = nullptr;  ///< Call: where to go back to
    std::uint32_t pc = 0;
    Context context = {};
    std::size_t alias = 0;  ///< Call: the scoped variable that takes the item
  };
  struct Variable {
    std::string_view name;
    Value value;
  };
  struct CycleState {
    Value group;
    std::uint32_t next;
  };
  struct ContinueState {
    std::string_view label;
    std::int64_t next;
  };
  struct PathCache {
    std::uint64_t shape = 0;
    std::int32_t slot = -1;
    std::uint32_t root = 0;
  };

  // machine.cpp
  void prepare(const Program& program, std::span<const Root> roots, const RenderOptions& options);
  RenderResult result() const;
  void run();
  void step(const Instruction& instruction);
  void emitText(std::string_view text);
  void emitValue(const Value& value);
  /// Counts the search through so many names.
  void chargeSearch(std::size_t names) { m_scratch.charge(names / 32); }

  // machine_tags.cpp
  void beginCapture(FrameKind kind, std::uint32_t name);
  std::string_view endCapture();
  void capture(std::string_view name);
  void ifChanged();
  std::int64_t countedFrom(std::string_view name);
  void count(std::string_view name, int change);
  bool isSameGroup(const Value& a, const Value& b);
  void cycle(const CycleSpec& spec);
  void caseWhen(const Instruction& instruction);
  void abort(const Operand& reason);
  void assign(std::string_view name, const Value& value);

  // machine_values.cpp
  Value value(const Operand& operand);
  Value filtered(const Expression& expression);
  Value applyFilter(const FilterCall& call, const Value& input);
  bool holds(std::uint32_t comparison);
  Value range(const RangeOperand& range);
  std::int64_t rangeEnd(const Operand& operand, bool isWritten);
  Value path(std::uint32_t index);
  Value rootOf(const Path& path, PathCache* cache);
  Value named(std::string_view name);
  bool findOwn(std::string_view name, Value& found);
  Value member(const Value& object, const Segment& segment);
  Value keyed(const Value& object, std::string_view key, bool command);
  Value indexed(const Value& object, const Value& key);

  // machine_loops.cpp
  void beginLoop(const Instruction& instruction, FrameKind kind);
  bool slice(const LoopSpec& spec, Frame& frame, bool isTable);
  std::int64_t wholeNumber(const Operand& operand, bool lenient);
  void pushLoopVariables(Frame& frame, const LoopSpec& spec);
  void setItem(Frame& frame);
  void nextTurn(const Instruction& instruction);
  void nextCell(const Instruction& instruction);
  void endLoop();
  void openCell(const LoopState& state);
  void interrupt(bool isBreak);
  std::int64_t continueOffset(std::string_view label);
  void keepContinue(std::string_view label, std::int64_t next);

  // machine_partials.cpp
  void call(const Instruction& instruction);
  void enter(const Program& partial, const PartialCall& call, std::string_view name);
  bool mayCall(const PartialCall& call, const Value& name);
  void pushArguments(const PartialCall& call);
  void startTurn(Frame& frame);
  void endTurn();
  void leave();

  Scratch m_scratch;
  std::string m_output;
  std::size_t m_outputLimit = 0;
  const Program* m_program = nullptr;
  const Program* m_main = nullptr;
  std::uint32_t m_pc = 0;
  std::span<const Root> m_roots;
  const Partials* m_partials = nullptr;
  FilterContext m_filters{m_scratch};
  std::vector<Frame> m_frames;
  Context m_context;
  std::vector<Variable> m_scoped;    ///< of loops and partials, the innermost last
  std::vector<Variable> m_assigned;  ///< by assign and capture
  std::vector<Variable> m_counters;  ///< by increment and decrement
  std::vector<CycleState> m_cycles;
  std::vector<ContinueState> m_continues;
  int m_depth = 0;      ///< partials in partials
  int m_isolation = 0;  ///< how many of them are renders
  bool m_stopped = false;
  bool m_aborted = false;
  std::string m_reason;
  std::vector<PathCache> m_cache;
  std::uint64_t m_cachedProgram = 0;
};

}  // namespace heliograph::liquid
