// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/compare.h"
#include "liquid/machine.h"
#include "liquid/number_reader.h"
#include "liquid/value_text.h"

namespace heliograph::liquid {

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
  if (!equals(captured, m_context.lastChanged)) {
    m_context.lastChanged = captured;
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

bool Machine::isSameGroup(const Value& a, const Value& b) {
  return a.kind() == b.kind() && compareValues(a, CompareOp::Equal, b, m_scratch);
}

void Machine::cycle(const CycleSpec& spec) {
  const Value group = spec.group.kind == Operand::Kind::None ? Value::string(spec.key) : value(spec.group);
  chargeSearch(m_cycles.size());
  auto state = m_cycles.begin() + static_cast<std::ptrdiff_t>(m_context.cycles);
  while (state != m_cycles.end() && !isSameGroup(state->group, group)) {
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
    if (i > first && !m_scratch.charge(1)) {
      return;
    }
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
