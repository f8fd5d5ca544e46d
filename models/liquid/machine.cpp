// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/machine.h"

#include "liquid/compare.h"
#include "liquid/number_reader.h"

namespace heliograph::liquid {

RenderResult Machine::render(const Program& program, std::span<const Root> roots, const RenderOptions& options) {
  prepare(program, roots, options);
  run();
  return result();
}

void Machine::prepare(const Program& program, std::span<const Root> roots, const RenderOptions& options) {
  m_scratch.reset(options.limits);
  m_output.clear();
  m_outputLimit = options.limits.outputBytes;
  m_program = &program;
  m_main = &program;
  m_pc = 0;
  m_roots = roots;
  m_partials = options.partials;
  m_filters.now = options.now;
  m_filters.zone = options.zone;
  m_frames.clear();
  m_context = {};
  m_scoped.clear();
  m_assigned.clear();
  m_counters.clear();
  m_cycles.clear();
  m_continues.clear();
  m_lastChanged = {};
  m_depth = 0;
  m_isolation = 0;
  m_stopped = false;
  m_aborted = false;
  if (m_cachedProgram != program.id) {
    m_cachedProgram = program.id;
    m_cache.assign(program.paths.size(), {});
  }
}

RenderResult Machine::result() const {
  RenderResult made;
  if (!m_scratch.failed() && !m_aborted) {
    made.output = m_output;
    return made;
  }
  made.status = m_scratch.failed() ? RenderStatus::Error : RenderStatus::Aborted;
  made.message = m_scratch.failed() ? m_scratch.fault() : m_reason;
  // A fault in a partial is shown where the main text calls it.
  std::uint32_t pc = m_pc;
  for (const Frame& frame : m_frames) {
    if (frame.kind == FrameKind::Call) {
      pc = frame.pc;
      break;
    }
  }
  const Position position = positionAt(m_main->source, m_main->code[pc == 0 ? 0 : pc - 1].begin);
  made.line = position.line;
  made.column = position.column;
  return made;
}

void Machine::run() {
  while (!m_stopped) {
    const Instruction& instruction = m_program->code[m_pc++];
    if (!m_scratch.charge(1)) {
      return;
    }
    // The two that nearly every message consists of.
    if (instruction.op == Op::Text) {
      emitText({m_program->source.data() + instruction.a, instruction.b});
    } else if (instruction.op == Op::Emit) {
      emitValue(filtered(m_program->expressions[instruction.a]));
    } else {
      step(instruction);
    }
    if (m_scratch.failed()) {
      return;
    }
  }
}

void Machine::step(const Instruction& instruction) {
  switch (instruction.op) {
    case Op::Assign:
      assign(m_program->names[instruction.a], filtered(m_program->expressions[instruction.b]));
      break;
    case Op::CaptureBegin:
      beginCapture(FrameKind::Capture, instruction.a);
      break;
    case Op::CaptureEnd:
      capture(m_program->names[instruction.a]);
      break;
    case Op::JumpUnless:
      m_pc = holds(instruction.a) ? m_pc : instruction.b;
      break;
    case Op::JumpIf:
      m_pc = holds(instruction.a) ? instruction.b : m_pc;
      break;
    case Op::Jump:
      m_pc = instruction.b;
      break;
    case Op::CaseBegin:
      m_frames.push_back({.kind = FrameKind::Case, .spec = instruction.a});
      break;
    case Op::CaseWhen:
      caseWhen(instruction);
      break;
    case Op::CaseElse:
      m_pc = m_frames.back().matched ? instruction.b : m_pc;
      break;
    case Op::CaseEnd:
      m_frames.pop_back();
      break;
    case Op::LoopBegin:
      beginLoop(instruction, FrameKind::Loop);
      break;
    case Op::TableBegin:
      beginLoop(instruction, FrameKind::Table);
      break;
    case Op::LoopNext:
      nextTurn(instruction);
      break;
    case Op::TableNext:
      nextCell(instruction);
      break;
    case Op::Break:
      interrupt(true);
      break;
    case Op::Continue:
      interrupt(false);
      break;
    case Op::Cycle:
      cycle(m_program->cycles[instruction.a]);
      break;
    case Op::Increment:
      count(m_program->names[instruction.a], 1);
      break;
    case Op::Decrement:
      count(m_program->names[instruction.a], -1);
      break;
    case Op::IfChangedBegin:
      beginCapture(FrameKind::IfChanged, 0);
      break;
    case Op::IfChangedEnd:
      ifChanged();
      break;
    case Op::CallPartial:
      call(instruction);
      break;
    case Op::Abort:
      abort(m_program->operands[instruction.a]);
      break;
    case Op::End:
      endTurn();
      break;
    case Op::Text:
    case Op::Emit:
      break;
  }
}

void Machine::emitText(std::string_view text) {
  if (text.size() > m_outputLimit - m_output.size()) {
    m_scratch.fail("The text gets too long.");
    return;
  }
  m_output.append(text);
}

void Machine::emitValue(const Value& value) {
  if (value.isString()) {
    emitText(value.toView());
    return;
  }
  TextSink sink{m_output, m_outputLimit};
  appendText(sink, value);
  m_scratch.charge(sink.touched);
  if (sink.full) {
    m_scratch.fail("The text gets too long.");
  }
}

void Machine::beginCapture(FrameKind kind, std::uint32_t name) {
  m_frames.push_back({.kind = kind, .spec = name, .outputStart = m_output.size(), .outputLimit = m_outputLimit});
  m_outputLimit = m_output.size() + m_scratch.remaining();
}

/// Takes back what was printed since the capture began; valid until more is printed.
std::string_view Machine::endCapture() {
  const Frame frame = m_frames.back();
  m_frames.pop_back();
  m_outputLimit = frame.outputLimit;
  const std::string_view captured = std::string_view(m_output).substr(frame.outputStart);
  const Value kept = m_scratch.copy(captured);
  m_output.resize(frame.outputStart);
  return kept.isString() ? kept.toView() : std::string_view();
}

void Machine::capture(std::string_view name) {
  assign(name, Value::string(endCapture()));
}

void Machine::ifChanged() {
  const Value captured = Value::string(endCapture());
  if (!equals(captured, m_lastChanged)) {
    m_lastChanged = captured;
    emitText(captured.toView());
  }
}

/// A counter named like a variable of the caller goes on from its number.
std::int64_t Machine::countedFrom(std::string_view name) {
  for (const Root& root : m_roots) {
    if (root.name != name || !m_context.seesRoots || root.value.isNil()) {
      continue;
    }
    if (root.value.kind() == Kind::Integer) {
      return root.value.toInteger();
    }
    m_scratch.fail("A variable that isn't a whole number can't be counted.");
  }
  return 0;
}

void Machine::count(std::string_view name, int change) {
  chargeSearch(m_counters.size());
  auto counter = m_counters.begin() + static_cast<std::ptrdiff_t>(m_context.counters);
  while (counter != m_counters.end() && counter->name != name) {
    ++counter;
  }
  if (counter == m_counters.end()) {
    m_counters.push_back({name, Value::integer(countedFrom(name))});
    counter = m_counters.end() - 1;
  }
  const std::int64_t before = counter->value.toInteger();
  std::int64_t after = 0;
  if (__builtin_add_overflow(before, change, &after)) {
    m_scratch.fail(numberTooLarge);
    return;
  }
  counter->value = Value::integer(after);
  emitValue(Value::integer(change > 0 ? before : after));
}

void Machine::cycle(const CycleSpec& spec) {
  const Value group = spec.group.kind == Operand::Kind::None ? Value::string(spec.key) : value(spec.group);
  chargeSearch(m_cycles.size());
  auto state = m_cycles.begin() + static_cast<std::ptrdiff_t>(m_context.cycles);
  while (state != m_cycles.end() && !(state->group.kind() == group.kind() && equals(state->group, group))) {
    ++state;
  }
  if (state == m_cycles.end()) {
    m_cycles.push_back({group, 0});
    state = m_cycles.end() - 1;
  }
  const std::uint32_t turn = state->next;
  state->next = turn + 1 >= spec.valueCount ? 0 : turn + 1;
  if (turn < spec.valueCount) {
    emitValue(value(m_program->operands[spec.firstValue + turn]));
  }
}

void Machine::caseWhen(const Instruction& instruction) {
  const std::uint32_t first = m_frames.back().cursor;
  for (std::uint32_t i = first; i < instruction.c; ++i) {
    const Value candidate = value(m_program->operands[instruction.a + i]);
    Frame& frame = m_frames.back();
    // The subject is read anew, as a branch before may have changed it.
    const Value subject = value(m_program->operands[frame.spec]);
    if (compareValues(subject, CompareOp::Equal, candidate, m_scratch)) {
      frame.cursor = i + 1;
      frame.matched = true;
      return;
    }
  }
  m_frames.back().cursor = 0;
  m_pc = instruction.b;
}

void Machine::abort(const Operand& reason) {
  m_reason = textOf(value(reason), m_scratch);
  m_aborted = true;
  m_stopped = true;
}

void Machine::assign(std::string_view name, const Value& value) {
  chargeSearch(m_assigned.size());
  for (std::size_t i = m_context.assigned; i < m_assigned.size(); ++i) {
    if (m_assigned[i].name == name) {
      m_assigned[i].value = value;
      return;
    }
  }
  m_assigned.push_back({name, value});
}

}  // namespace heliograph::liquid
