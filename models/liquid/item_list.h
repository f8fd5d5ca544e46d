// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "liquid/scratch.h"
#include "liquid/value.h"

namespace heliograph::liquid {

/// The values that a list filter goes through.
struct ItemList {
  const Value* items = nullptr;
  std::uint32_t count = 0;

  const Value* begin() const { return items; }
  const Value* end() const { return items + count; }
};

/// The items of a filter's input: arrays lose their nesting, a range is written out, nil has none, and anything else is
/// one item itself. Empty (and a fault) when that costs too much.
ItemList itemList(const Value& input, Scratch& scratch);

/// What an item says to a property's name.
struct Property {
  Value value;
  bool selectable = true;  ///< false for items that can't be asked at all, like nil
};

/// item[property] as filters mean it: members of hashes, parts of texts. A fault for whole numbers.
Property propertyOf(const Value& item, const Value& property, Scratch& scratch);

/// True when the item could be asked for a property.
bool isSelectable(const Value& item);

}  // namespace heliograph::liquid
