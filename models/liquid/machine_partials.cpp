// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/machine.h"

namespace heliograph::liquid {

bool Machine::mayCall(const PartialCall& call, const Value& name) {
  if (!call.isolated && m_isolation > 0) {
    m_scratch.fail("The tag include can't be used inside of a rendered snippet; use render.");
  } else if (!name.isString()) {
    m_scratch.fail("The name of a snippet has to be a text.");
  } else if (m_depth >= m_scratch.limits().partialDepth) {
    m_scratch.fail("Snippets call each other too deeply.");
  }
  return !m_scratch.failed();
}

void Machine::call(const Instruction& instruction) {
  const PartialCall& call = m_program->partials[instruction.a];
  const Value name = value(call.name);
  if (!mayCall(call, name)) {
    return;
  }
  if (m_partials == nullptr || !m_partials->contains(name.toView())) {
    m_scratch.fail("There's no snippet called " + std::string(name.toView().substr(0, 60)) + ".");
    return;
  }
  enter(m_partials->find(name.toView())->second.program(), call, name.toView());
}

void Machine::enter(const Program& partial, const PartialCall& call, std::string_view name) {
  Frame frame{.kind = FrameKind::Call, .isolated = call.isolated, .scoped = m_scoped.size(), .program = m_program};
  frame.pc = m_pc;
  frame.context = m_context;
  const bool hasSubject = call.subject.kind != Operand::Kind::None;
  frame.subject = hasSubject ? value(call.subject) : call.isolated ? Value() : named(name);
  const Kind kind = frame.subject.kind();
  const bool iterates = call.isolated ? call.eachItem && (kind == Kind::Array || kind == Kind::Range ||
                                                          kind == Kind::Hash || kind == Kind::Record)
                                      : kind == Kind::Array;
  frame.count = iterates ? itemCount(frame.subject) : -1;
  if (frame.count == 0) {
    return;
  }
  if (call.isolated && iterates) {
    frame.state = m_scratch.many<LoopState>(1);
    if (frame.state == nullptr) {
      return;
    }
    frame.state->length = frame.count;
    frame.state->name = name;
    m_scoped.push_back({"forloop", Value::loopState(frame.state)});
  }
  pushArguments(call);
  const std::string_view own = name.substr(name.rfind('/') + 1);
  frame.alias = m_scoped.size();
  if (!call.isolated || !frame.subject.isNil()) {
    m_scoped.push_back({call.alias.empty() ? own : call.alias, {}});
  }
  if (call.isolated) {
    m_context = {
        frame.scoped, m_assigned.size(), m_counters.size(), m_cycles.size(), m_continues.size(), false, nullptr, {}};
    ++m_isolation;
  }
  ++m_depth;
  m_program = &partial;
  m_frames.push_back(frame);
  startTurn(m_frames.back());
}

// An include's arguments see those before them; a render's stand for themselves.
void Machine::pushArguments(const PartialCall& call) {
  if (!m_scratch.charge(call.argumentCount)) {
    return;
  }
  std::vector<Variable> given;
  for (std::uint32_t i = 0; i < call.argumentCount; ++i) {
    const NamedOperand& argument = m_program->arguments[call.firstArgument + i];
    const Variable made{argument.name, value(argument.value)};
    if (call.isolated) {
      given.push_back(made);
    } else {
      m_scoped.push_back(made);
    }
  }
  m_scoped.insert(m_scoped.end(), given.begin(), given.end());
}

void Machine::startTurn(Frame& frame) {
  m_pc = 0;
  if (frame.isolated) {
    m_assigned.resize(m_context.assigned);
    m_counters.resize(m_context.counters);
    m_cycles.resize(m_context.cycles, {});
    m_continues.resize(m_context.continues);
    m_context.lastChanged = {};
  }
  if (frame.alias < m_scoped.size()) {
    m_scoped[frame.alias].value = frame.count < 0 ? frame.subject : itemAt(frame.subject, frame.turn, m_scratch);
  }
}

void Machine::endTurn() {
  if (m_frames.empty()) {
    m_stopped = true;
    return;
  }
  Frame& frame = m_frames.back();
  ++frame.turn;
  if (frame.state != nullptr) {
    ++frame.state->index;
  }
  if (frame.turn < frame.count) {
    startTurn(frame);
  } else {
    leave();
  }
}

void Machine::leave() {
  const Frame frame = m_frames.back();
  m_frames.pop_back();
  m_program = frame.program;
  m_pc = frame.pc;
  m_scoped.resize(frame.scoped);
  --m_depth;
  if (frame.isolated) {
    m_assigned.resize(m_context.assigned);
    m_counters.resize(m_context.counters);
    m_cycles.resize(m_context.cycles, {});
    m_continues.resize(m_context.continues);
    m_context = frame.context;
    --m_isolation;
  }
}

}  // namespace heliograph::liquid
