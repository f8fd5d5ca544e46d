// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <vector>

#include "liquid/compare.h"
#include "liquid/filter.h"
#include "liquid/item_list.h"
#include "liquid/utf8.h"
#include "liquid/value_text.h"

namespace heliograph::liquid {

namespace {

enum class Match { No, Yes, Impossible };

/// Whether an item has the property with the value asked for, or any true value when none (or nil) is given.
Match matches(FilterContext& context, const Value& item, Arguments arguments) {
  const Property found = propertyOf(item, arguments[0], context.scratch);
  if (!found.selectable || context.scratch.failed()) {
    return Match::Impossible;
  }
  const bool any = arguments.size() < 2 || arguments[1].isNil();
  const bool matched =
      any ? found.value.isTruthy() : compareValues(found.value, CompareOp::Equal, arguments[1], context.scratch);
  return matched ? Match::Yes : Match::No;
}

/// The items that match (or that don't); nil when one of them can't be asked.
Value selected(FilterContext& context, const Value& input, Arguments arguments, Match wanted) {
  const ItemList list = itemList(input, context.scratch);
  Value* const kept = context.scratch.many<Value>(list.count);
  if (kept == nullptr) {
    return {};
  }
  std::uint32_t count = 0;
  for (const Value& item : list) {
    const Match match = matches(context, item, arguments);
    if (match == Match::Impossible) {
      return {};
    }
    if (match == wanted) {
      kept[count++] = item;
    }
  }
  return Value::array(kept, count);
}

Value where(FilterContext& context, const Value& input, Arguments arguments) {
  return selected(context, input, arguments, Match::Yes);
}

Value reject(FilterContext& context, const Value& input, Arguments arguments) {
  return selected(context, input, arguments, Match::No);
}

/// The first item that matches, or the first that can't be asked.
struct Hit {
  const Value* item = nullptr;
  std::int64_t index = 0;
  Match match = Match::No;
};

Hit firstHit(FilterContext& context, const Value& input, Arguments arguments) {
  const ItemList list = itemList(input, context.scratch);
  for (std::uint32_t i = 0; i < list.count; ++i) {
    const Match match = matches(context, list.items[i], arguments);
    if (match != Match::No) {
      return {&list.items[i], i, match};
    }
  }
  return {};
}

Value findItem(FilterContext& context, const Value& input, Arguments arguments) {
  const Hit hit = firstHit(context, input, arguments);
  return hit.match == Match::Yes ? *hit.item : Value();
}

Value findIndex(FilterContext& context, const Value& input, Arguments arguments) {
  const Hit hit = firstHit(context, input, arguments);
  return hit.match == Match::Yes ? Value::integer(hit.index) : Value();
}

Value has(FilterContext& context, const Value& input, Arguments arguments) {
  const Hit hit = firstHit(context, input, arguments);
  return hit.match == Match::Impossible ? Value() : Value::boolean(hit.match == Match::Yes);
}

/// An item with what it is sorted by.
struct SortItem {
  Value key;
  Value item;
};

/// The items with their keys; nothing when one of them can't be asked.
std::optional<std::vector<SortItem>> sortItems(FilterContext& context, const Value& input, Arguments arguments) {
  const ItemList list = itemList(input, context.scratch);
  const bool byProperty = !arguments.empty() && !arguments[0].isNil();
  std::vector<SortItem> made;
  made.reserve(list.count);
  if (byProperty && !std::all_of(list.begin(), list.end(), isSelectable)) {
    return std::nullopt;
  }
  for (const Value& item : list) {
    // A single item is in order whatever it holds.
    const bool asks = byProperty && list.count > 1;
    const Property key = asks ? propertyOf(item, arguments[0], context.scratch) : Property{item};
    if (context.scratch.failed()) {
      return std::nullopt;
    }
    made.push_back({key.value, item});
  }
  return made;
}

/// What a comparison of two keys costs: long texts are read.
std::uint64_t keyComparisonCost(const Value& a, const Value& b) {
  return 1 + (a.isString() && b.isString() ? std::min(a.size(), b.size()) / 64 : 0);
}

/// Sorts, keeping the order of equals and putting nil last, and counts every comparison.
template <class Order>
Value sortedBy(FilterContext& context, std::vector<SortItem> items, Order order) {
  Value* const room = context.scratch.many<Value>(items.size());
  if (room == nullptr) {
    return {};
  }
  std::stable_sort(items.begin(), items.end(), [&](const SortItem& a, const SortItem& b) {
    if (!context.scratch.charge(keyComparisonCost(a.key, b.key)) || a.key.isNil() || b.key.isNil()) {
      return !a.key.isNil() && b.key.isNil();
    }
    return order(a.key, b.key);
  });
  std::transform(items.begin(), items.end(), room, [](const SortItem& item) { return item.item; });
  return Value::array(room, static_cast<std::uint32_t>(items.size()));
}

Value sort(FilterContext& context, const Value& input, Arguments arguments) {
  auto items = sortItems(context, input, arguments);
  if (!items) {
    return {};
  }
  return sortedBy(context, std::move(*items), [&](const Value& a, const Value& b) {
    const auto result = order(a, b);
    if (!result) {
      context.scratch.fail("Values of different kinds can't be sorted.");
    }
    return result.value_or(0) < 0;
  });
}

bool naturallyLess(const Value& a, const Value& b) {
  const std::string_view left = a.toView();
  const std::string_view right = b.toView();
  return std::lexicographical_compare(left.begin(), left.end(), right.begin(), right.end(), [](char x, char y) {
    return static_cast<unsigned char>(lowerAscii(x)) < static_cast<unsigned char>(lowerAscii(y));
  });
}

Value sortNatural(FilterContext& context, const Value& input, Arguments arguments) {
  auto items = sortItems(context, input, arguments);
  if (!items) {
    return {};
  }
  for (SortItem& item : *items) {
    if (!item.key.isNil()) {
      item.key = Value::string(textOf(item.key, context.scratch));
    }
  }
  return sortedBy(context, std::move(*items), naturallyLess);
}

Value defaultTo(FilterContext&, const Value& input, Arguments arguments) {
  const bool allowsFalse = arguments.size() > 2 && arguments[2].isTruthy();
  const bool missing = allowsFalse ? input.isNil() : !input.isTruthy();
  if (missing || equals(input, Value::special(Kind::Empty))) {
    return arguments.empty() ? Value::string("") : arguments[0];
  }
  return input;
}

constexpr std::array selectFilterTable = {
    FilterSpec{"where", where, 1, 2},
    FilterSpec{"reject", reject, 1, 2},
    FilterSpec{"find", findItem, 1, 2},
    FilterSpec{"find_index", findIndex, 1, 2},
    FilterSpec{"has", has, 1, 2},
    FilterSpec{"sort", sort, 0, 1},
    FilterSpec{"sort_natural", sortNatural, 0, 1},
    FilterSpec{"default", defaultTo, 0, 2, "allow_false"},
};

}  // namespace

std::span<const FilterSpec> selectFilters() {
  return selectFilterTable;
}

}  // namespace heliograph::liquid
