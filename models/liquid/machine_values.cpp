// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "liquid/compare.h"
#include "liquid/decimal.h"
#include "liquid/machine.h"
#include "liquid/number_reader.h"
#include "liquid/shape.h"
#include "liquid/utf8.h"

namespace heliograph::liquid {

Value Machine::value(const Operand& operand) {
  switch (operand.kind) {
    case Operand::Kind::Literal:
      return m_program->literals[operand.index];
    case Operand::Kind::Path:
      return path(operand.index);
    case Operand::Kind::Range:
      return range(m_program->ranges[operand.index]);
    case Operand::Kind::None:
      break;
  }
  return {};
}

Value Machine::filtered(const Expression& expression) {
  Value made = value(expression.base);
  m_scratch.charge(expression.filterCount);
  for (std::uint32_t i = 0; i < expression.filterCount && !m_scratch.failed(); ++i) {
    made = applyFilter(m_program->filters[expression.firstFilter + i], made);
  }
  return made;
}

Value Machine::applyFilter(const FilterCall& call, const Value& input) {
  std::array<Value, mostArguments> arguments;
  for (std::uint32_t i = 0; i < call.argumentCount; ++i) {
    arguments[i] = value(m_program->operands[call.firstArgument + i]);
  }
  return call.filter->run(m_filters, input, std::span<const Value>(arguments.data(), call.argumentCount));
}

bool Machine::holds(std::uint32_t comparison) {
  for (;; ++comparison) {
    const Comparison& test = m_program->comparisons[comparison];
    const Value left = value(test.left);
    const bool result =
        test.op == CompareOp::None ? left.isTruthy() : compareValues(left, test.op, value(test.right), m_scratch);
    // and/or bind to the right, so the first one that settles the answer ends the whole.
    if (test.next == Relation::End || (test.next == Relation::Or) == result) {
      return result;
    }
    m_scratch.charge(1);
  }
}

std::int64_t Machine::rangeEnd(const Operand& operand, bool isWritten) {
  const Value end = value(operand);
  switch (end.kind()) {
    case Kind::Integer:
      return end.toInteger();
    case Kind::Nil:
      return 0;
    case Kind::String:
      m_scratch.chargeText(end.size());
      return leadingInteger(end.toView()).value_or(0);
    case Kind::Decimal:
      if (isWritten) {
        return toInteger(truncated(toDecimal(end))).value_or(0);
      }
      [[fallthrough]];
    default:
      m_scratch.fail("The end of a range is no whole number.");
      return 0;
  }
}

Value Machine::range(const RangeOperand& range) {
  auto* ends = m_scratch.many<std::int64_t>(2);
  if (ends == nullptr) {
    return {};
  }
  // Only where both ends stand in the template do they lose a fraction; a float from a variable is a fault.
  const bool isWritten = range.first.kind == Operand::Kind::Literal && range.last.kind == Operand::Kind::Literal;
  ends[0] = rangeEnd(range.first, isWritten);
  ends[1] = rangeEnd(range.last, isWritten);
  return Value::range(ends);
}

Value Machine::path(std::uint32_t index) {
  const Path& path = m_program->paths[index];
  PathCache* cache = m_program == m_main ? &m_cache[index] : nullptr;
  Value found = rootOf(path, cache);
  std::uint32_t at = 0;
  if (cache != nullptr && found.kind() == Kind::Record && path.segmentCount > 0) {
    const Segment& first = m_program->segments[path.firstSegment];
    const Record& record = found.toRecord();
    if (first.computed.kind == Operand::Kind::None) {
      if (cache->shape != record.shape->id()) {
        cache->shape = record.shape->id();
        cache->slot = record.shape->slot(first.key);
      }
      found = cache->slot >= 0 ? record.slots[cache->slot] : command(found, first.command ? first.key : "", m_scratch);
      at = 1;
    }
  }
  for (; at < path.segmentCount && !found.isNil(); ++at) {
    found = member(found, m_program->segments[path.firstSegment + at]);
  }
  return found;
}

Value Machine::rootOf(const Path& path, PathCache* cache) {
  if (path.root.empty()) {
    const Value name = value(path.computedRoot);
    return name.isString() ? named(name.toView()) : Value();
  }
  if (!path.local && cache != nullptr && m_context.seesRoots) {
    if (cache->root < m_roots.size() && m_roots[cache->root].name == path.root) {
      return m_roots[cache->root].value;
    }
    for (std::uint32_t i = 0; i < m_roots.size(); ++i) {
      if (m_roots[i].name == path.root) {
        cache->root = i;
        return m_roots[i].value;
      }
    }
    return {};
  }
  return named(path.root);
}

Value Machine::named(std::string_view name) {
  Value found;
  if (findOwn(name, found)) {
    return found;
  }
  for (const Root& root : m_roots) {
    if (root.name == name && (m_context.seesRoots || root.everywhere)) {
      return root.value;
    }
  }
  return {};
}

bool Machine::findOwn(std::string_view name, Value& found) {
  chargeSearch(m_scoped.size() + m_assigned.size() + m_counters.size());
  for (std::size_t i = m_scoped.size(); i > m_context.scoped; --i) {
    if (m_scoped[i - 1].name == name) {
      found = m_scoped[i - 1].value;
      return true;
    }
  }
  for (std::size_t i = m_context.assigned; i < m_assigned.size(); ++i) {
    if (m_assigned[i].name == name) {
      found = m_assigned[i].value;
      return true;
    }
  }
  for (std::size_t i = m_context.counters; i < m_counters.size(); ++i) {
    if (m_counters[i].name == name) {
      found = m_counters[i].value;
      return true;
    }
  }
  return false;
}

}  // namespace heliograph::liquid
