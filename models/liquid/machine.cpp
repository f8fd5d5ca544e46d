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

}  // namespace heliograph::liquid
