// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "liquid/scratch.h"
#include "liquid/value.h"

namespace heliograph::liquid {

/// The comparison operators of conditions.
enum class CompareOp : std::uint8_t { None, Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual, Contains };

/// a == b as Liquid means it: no coercion, 1 == 1.0, `empty` and `blank` ask a question.
bool equals(const Value& a, const Value& b);

/// How a stands to b in order, where that has a meaning.
std::optional<int> order(const Value& a, const Value& b);

/// The answer of an operator; a fault for numbers against strings.
bool compareValues(const Value& a, CompareOp op, const Value& b, Scratch& scratch);

/// 'Integer', 'String', … as error sentences name a value.
const char* kindName(const Value& value);

}  // namespace heliograph::liquid
