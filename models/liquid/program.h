// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "liquid/compare.h"
#include "liquid/filter.h"
#include "liquid/template.h"
#include "liquid/value.h"

namespace heliograph::liquid {

/// Where a value comes from: a literal, a variable's path or a range, by index into the program.
struct Operand {
  enum class Kind : std::uint8_t { None, Literal, Path, Range };
  Kind kind = Kind::None;
  std::uint32_t index = 0;
};

/// One step of a path behind its root.
struct Segment {
  std::string_view key;  ///< .key or ["key"]; empty with an operand for a computed one
  Operand computed;      ///< [name], [0]
  bool command = false;  ///< .size, .first and .last ask the value when it has no such key
};

/// A variable's path: Profile.first_name, a[0], [name].
struct Path {
  std::string_view root;
  Operand computedRoot;
  std::uint32_t firstSegment = 0;
  std::uint32_t segmentCount = 0;
  bool local = false;  ///< the root may be a variable of the template's own
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool guarded = false;
  bool inTag = false;
};

struct RangeOperand {
  Operand first;
  Operand last;
};

struct FilterCall {
  const FilterSpec* filter = nullptr;
  std::uint32_t firstArgument = 0;
  std::uint32_t argumentCount = 0;
  std::uint32_t begin = 0;
};

/// A value with its filters.
struct Expression {
  Operand base;
  std::uint32_t firstFilter = 0;
  std::uint32_t filterCount = 0;
};

/// How one comparison of a condition goes on to the next. Both bind to the right.
enum class Relation : std::uint8_t { End, And, Or };

struct Comparison {
  Operand left;
  CompareOp op = CompareOp::None;
  Operand right;
  Relation next = Relation::End;
};

/// A for or tablerow tag.
struct LoopSpec {
  std::string_view variable;
  std::string label;  ///< "item-Profile.tags", the name that offset: continue goes by
  Operand collection;
  Operand limit;
  Operand offset;
  Operand columns;
  bool reversed = false;
  bool continues = false;
  std::uint32_t next = 0;  ///< the instruction that starts the next turn
  std::uint32_t exit = 0;
};

struct NamedOperand {
  std::string_view name;
  Operand value;
};

/// An include or render tag.
struct PartialCall {
  Operand name;
  Operand subject;
  std::string_view alias;
  bool isolated = false;  ///< render
  bool eachItem = false;  ///< for, not with
  std::uint32_t firstArgument = 0;
  std::uint32_t argumentCount = 0;
};

struct CycleSpec {
  Operand group;    ///< or none
  std::string key;  ///< stands for the group when there is none
  std::uint32_t firstValue = 0;
  std::uint32_t valueCount = 0;
};

enum class Op : std::uint8_t {
  Text,          // a: offset, b: size
  Emit,          // a: expression
  Assign,        // a: name, b: expression
  CaptureBegin,  // a: name
  CaptureEnd,    // a: name
  JumpUnless,    // a: first comparison, b: target
  JumpIf,        // a: first comparison, b: target
  Jump,          // b: target
  CaseBegin,     // a: operand index
  CaseWhen,      // a: first operand, c: count, b: target when no (further) value matches
  CaseElse,      // b: target when a value matched
  CaseEnd,
  LoopBegin,   // a: loop, b: target when there is nothing to loop over
  LoopNext,    // b: start of the body
  TableBegin,  // a: loop, b: target when there is nothing to loop over
  TableNext,   // b: start of the body
  Break,
  Continue,
  Cycle,      // a: cycle
  Increment,  // a: name
  Decrement,  // a: name
  IfChangedBegin,
  IfChangedEnd,
  CallPartial,  // a: partial call
  Abort,        // a: operand index
  End,
};

struct Instruction {
  Op op = Op::End;
  std::uint16_t c = 0;
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  std::uint32_t begin = 0;  ///< byte offset of the tag or output, for messages
};

/// What a template compiles to. Immutable and shared; strings are views of the source.
struct Program {
  std::uint64_t id = 0;  ///< unique in this process
  std::string source;
  std::vector<Instruction> code;
  std::vector<Value> literals;
  std::vector<Operand> operands;
  std::vector<Segment> segments;
  std::vector<Path> paths;
  std::vector<RangeOperand> ranges;
  std::vector<FilterCall> filters;
  std::vector<Expression> expressions;
  std::vector<Comparison> comparisons;
  std::vector<LoopSpec> loops;
  std::vector<PartialCall> partials;
  std::vector<NamedOperand> arguments;
  std::vector<CycleSpec> cycles;
  std::vector<std::string_view> names;
  std::vector<PathUse> uses;
  std::vector<PartialUse> partialUses;
};

}  // namespace heliograph::liquid
