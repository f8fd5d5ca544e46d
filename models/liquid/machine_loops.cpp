// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string>

#include "liquid/decimal.h"
#include "liquid/machine.h"
#include "liquid/number_reader.h"

namespace heliograph::liquid {

std::int64_t Machine::wholeNumber(const Operand& operand, bool lenient) {
  const Value given = value(operand);
  if (given.isNil()) {
    return 0;
  }
  if (!lenient) {
    return toWholeNumber(given, m_scratch).value_or(0);
  }
  if (given.kind() == Kind::Decimal) {
    const Decimal whole = truncated(toDecimal(given));
    return toInteger(whole).value_or(whole.mantissa < 0 ? INT64_MIN : INT64_MAX);
  }
  if (given.isString()) {
    m_scratch.chargeText(given.size());
    return leadingInteger(given.toView()).value_or(0);
  }
  return toWholeNumber(given, m_scratch).value_or(0);
}

std::int64_t Machine::continueOffset(std::string_view label) {
  chargeSearch(m_continues.size());
  for (std::size_t i = m_context.continues; i < m_continues.size(); ++i) {
    if (m_continues[i].label == label) {
      return m_continues[i].next;
    }
  }
  return 0;
}

void Machine::keepContinue(std::string_view label, std::int64_t next) {
  chargeSearch(m_continues.size());
  for (std::size_t i = m_context.continues; i < m_continues.size(); ++i) {
    if (m_continues[i].label == label) {
      m_continues[i].next = next;
      return;
    }
  }
  m_continues.push_back({label, next});
}

/// Sets the part of the collection that the frame goes through; false when there's nothing.
bool Machine::slice(const LoopSpec& spec, Frame& frame, bool isTable) {
  const std::int64_t offset = spec.continues ? continueOffset(spec.label) : wholeNumber(spec.offset, isTable);
  const bool limited = spec.limit.kind != Operand::Kind::None && (isTable || !value(spec.limit).isNil());
  const std::int64_t limit = limited ? wholeNumber(spec.limit, isTable) : INT64_MAX;
  const std::int64_t size = itemCount(frame.subject);
  frame.from = 0;
  frame.count = size;
  if (!frame.subject.isString()) {
    std::int64_t end = size;
    if (!__builtin_add_overflow(offset, limit, &end)) {
      end = std::min(end, size);
    } else {
      end = size;
    }
    frame.from = std::max<std::int64_t>(offset, 0);
    frame.count = std::max<std::int64_t>(end - frame.from, 0);
  }
  if (!isTable) {
    std::int64_t next = 0;
    keepContinue(spec.label, __builtin_add_overflow(offset, frame.count, &next) ? INT64_MAX : next);
  }
  return frame.count > 0;
}

void Machine::beginLoop(const Instruction& instruction, FrameKind kind) {
  const bool isTable = kind == FrameKind::Table;
  const LoopSpec& spec = m_program->loops[instruction.a];
  Frame frame{.kind = kind, .reversed = spec.reversed, .spec = instruction.a, .scoped = m_scoped.size()};
  frame.subject = value(spec.collection);
  if (isTable && !frame.subject.isTruthy()) {
    m_pc = instruction.b;
    return;
  }
  const bool hasItems = slice(spec, frame, isTable);
  const std::int64_t columns = spec.columns.kind == Operand::Kind::None ? frame.count : wholeNumber(spec.columns, true);
  if (m_scratch.failed()) {
    return;
  }
  if (isTable) {
    emitText("<tr class=\"row1\">\n");
  }
  if (!hasItems) {
    emitText(isTable ? "</tr>\n" : "");
    m_pc = instruction.b;
    return;
  }
  frame.state = m_scratch.many<LoopState>(1);
  if (frame.state == nullptr) {
    return;
  }
  frame.state->length = frame.count;
  frame.state->isTable = isTable;
  frame.state->columns = columns;
  pushLoopVariables(frame, spec);
  m_frames.push_back(frame);
  setItem(m_frames.back());
  if (isTable) {
    openCell(*frame.state);
  }
}

void Machine::pushLoopVariables(Frame& frame, const LoopSpec& spec) {
  if (frame.kind == FrameKind::Loop) {
    frame.state->name = spec.label;
    frame.state->parent = m_context.loop;
    m_context.loop = frame.state;
  }
  // The item comes last, so a variable called forloop is the item.
  m_scoped.push_back({frame.kind == FrameKind::Loop ? "forloop" : "tablerowloop", Value::loopState(frame.state)});
  m_scoped.push_back({spec.variable, {}});
}

void Machine::setItem(Frame& frame) {
  const std::int64_t turn = frame.state->index;
  const std::int64_t index = frame.reversed ? frame.from + frame.count - 1 - turn : frame.from + turn;
  m_scoped[frame.scoped + 1].value = itemAt(frame.subject, index, m_scratch);
}

void Machine::nextTurn(const Instruction& instruction) {
  Frame& frame = m_frames.back();
  if (++frame.state->index < frame.count) {
    setItem(frame);
    m_pc = instruction.b;
  } else {
    endLoop();
  }
}

void Machine::openCell(const LoopState& state) {
  emitText("<td class=\"col" + std::to_string(state.column) + "\">");
}

void Machine::nextCell(const Instruction& instruction) {
  Frame& frame = m_frames.back();
  LoopState& state = *frame.state;
  emitText("</td>");
  const bool last = state.index == state.length - 1;
  if (state.column == state.columns) {
    state.column = 1;
    ++state.row;
    if (!last) {
      emitText("</tr>\n<tr class=\"row" + std::to_string(state.row) + "\">");
    }
  } else {
    ++state.column;
  }
  ++state.index;
  if (last) {
    emitText("</tr>\n");
    endLoop();
    return;
  }
  setItem(frame);
  openCell(state);
  m_pc = instruction.b;
}

void Machine::endLoop() {
  const Frame& frame = m_frames.back();
  if (frame.kind == FrameKind::Loop) {
    m_context.loop = frame.state->parent;
  }
  m_scoped.resize(frame.scoped);
  m_frames.pop_back();
}

// break and continue leave every block on the way out; captures keep what they have so far.
void Machine::interrupt(bool isBreak) {
  while (!m_frames.empty()) {
    const Frame& frame = m_frames.back();
    switch (frame.kind) {
      case FrameKind::Loop:
      case FrameKind::Table: {
        const LoopSpec& spec = m_program->loops[frame.spec];
        m_pc = isBreak ? spec.exit : spec.next;
        if (isBreak) {
          emitText(frame.kind == FrameKind::Table ? "</td></tr>\n" : "");
          endLoop();
        }
        return;
      }
      case FrameKind::Case:
        m_frames.pop_back();
        break;
      case FrameKind::Capture:
        capture(m_program->names[frame.spec]);
        break;
      case FrameKind::IfChanged:
        ifChanged();
        break;
      case FrameKind::Call:
        if (frame.isolated) {
          endTurn();
          return;
        }
        leave();
        break;
    }
  }
  m_stopped = true;
}

}  // namespace heliograph::liquid
