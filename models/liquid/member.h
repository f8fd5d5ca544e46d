// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "liquid/scratch.h"
#include "liquid/value.h"

namespace heliograph::liquid {

/// Things that can be gone through: how many items.
std::int64_t itemCount(const Value& collection);
/// The item at an index below the count; a [key, value] pair for hashes.
Value itemAt(const Value& collection, std::int64_t index, Scratch& scratch);

/// What .size, .first and .last (the key) ask of a value; nil where that has no meaning.
Value command(const Value& object, std::string_view key, Scratch& scratch);

}  // namespace heliograph::liquid
