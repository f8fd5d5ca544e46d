// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "liquid/compare.h"
#include "liquid/decimal.h"
#include "liquid/filter.h"
#include "liquid/item_list.h"
#include "liquid/member.h"
#include "liquid/number_reader.h"
#include "liquid/utf8.h"
#include "liquid/value_text.h"

namespace heliograph::liquid {

namespace {

/// Room for a list that gets filled item by item; none (and a fault) when that costs too much.
struct ListBuilder {
  Value* items;
  std::uint32_t count = 0;

  ListBuilder(std::size_t room, Scratch& scratch) : items(scratch.charge(room) ? scratch.many<Value>(room) : nullptr) {}
  void add(const Value& item) { items[count++] = item; }
  Value list() const { return items == nullptr ? Value() : Value::array(items, count); }
};

/// The property that a filter was asked to look at; nil stands for the item itself.
Value argumentOr(Arguments arguments, const Value& absent) {
  return arguments.empty() ? absent : arguments[0];
}

Value join(FilterContext& context, const Value& input, Arguments arguments) {
  const std::string_view glue = arguments.empty() ? " " : textOf(arguments[0], context.scratch);
  const ItemList list = itemList(input, context.scratch);
  std::string text;
  TextSink sink{text, context.scratch.remaining()};
  for (std::uint32_t i = 0; i < list.count && !sink.full; ++i) {
    sink.add(i == 0 ? std::string_view() : glue);
    appendText(sink, list.items[i]);
  }
  context.scratch.charge(sink.touched);
  if (sink.full) {
    return context.scratch.fail("The message builds texts or lists that are too large.");
  }
  return context.scratch.chargeText(text.size()) ? context.scratch.copy(text) : Value();
}

Value words(FilterContext& context, std::string_view text) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    count += !isSpace(text[i]) && (i == 0 || isSpace(text[i - 1])) ? 1 : 0;
  }
  ListBuilder made(count, context.scratch);
  for (std::size_t at = 0; made.items != nullptr && made.count < count;) {
    if (isSpace(text[at])) {
      ++at;
      continue;
    }
    const auto end = std::find_if(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), isSpace);
    const auto stop = static_cast<std::size_t>(end - text.begin());
    made.add(Value::string(text.substr(at, stop - at)));
    at = stop;
  }
  return made.list();
}

Value characters(FilterContext& context, std::string_view text) {
  const std::size_t count = codePointCount(text);
  ListBuilder made(count, context.scratch);
  for (std::size_t at = 0; made.items != nullptr && made.count < count;) {
    const std::size_t size = firstCodePoint(text.substr(at));
    made.add(Value::string(text.substr(at, size)));
    at += size;
  }
  return made.list();
}

Value parts(FilterContext& context, std::string_view text, std::string_view separator) {
  std::size_t count = 1;
  for (std::size_t at = text.find(separator); at != std::string_view::npos;
       at = text.find(separator, at + separator.size())) {
    ++count;
  }
  ListBuilder made(count, context.scratch);
  for (std::size_t from = 0; made.items != nullptr && made.count < count;) {
    const std::size_t at = std::min(text.find(separator, from), text.size());
    made.add(Value::string(text.substr(from, at - from)));
    from = at + separator.size();
  }
  while (made.items != nullptr && made.count > 0 && made.items[made.count - 1].size() == 0) {
    --made.count;
  }
  return made.list();
}

Value split(FilterContext& context, const Value& input, Arguments arguments) {
  const std::string_view text = textOf(input, context.scratch);
  const std::string_view separator = textOf(arguments[0], context.scratch);
  if (!context.scratch.chargeSearch(text.size(), separator.size())) {
    return {};
  }
  if (separator.empty()) {
    return characters(context, text);
  }
  return separator == " " ? words(context, text) : parts(context, text, separator);
}

Value first(FilterContext& context, const Value& input, Arguments) {
  return command(input, "first", context.scratch);
}

Value last(FilterContext& context, const Value& input, Arguments) {
  return command(input, "last", context.scratch);
}

Value size(FilterContext& context, const Value& input, Arguments) {
  const Value count = command(input, "size", context.scratch);
  return count.isNil() ? Value::integer(0) : count;
}

Value concat(FilterContext& context, const Value& input, Arguments arguments) {
  if (arguments[0].kind() != Kind::Array) {
    return context.scratch.fail("The filter concat needs a list to add.");
  }
  const ItemList left = itemList(input, context.scratch);
  const ItemList right{arguments[0].items(), arguments[0].size()};
  ListBuilder made(std::size_t{left.count} + right.count, context.scratch);
  if (made.items != nullptr) {
    std::for_each(left.begin(), left.end(), [&](const Value& item) { made.add(item); });
    std::for_each(right.begin(), right.end(), [&](const Value& item) { made.add(item); });
  }
  return made.list();
}

Value reverse(FilterContext& context, const Value& input, Arguments) {
  const ItemList list = itemList(input, context.scratch);
  ListBuilder made(list.count, context.scratch);
  for (std::uint32_t i = list.count; made.items != nullptr && i > 0; --i) {
    made.add(list.items[i - 1]);
  }
  return made.list();
}

Value map(FilterContext& context, const Value& input, Arguments arguments) {
  const ItemList list = itemList(input, context.scratch);
  ListBuilder made(list.count, context.scratch);
  for (std::uint32_t i = 0; made.items != nullptr && i < list.count && !context.scratch.failed(); ++i) {
    made.add(propertyOf(list.items[i], arguments[0], context.scratch).value);
  }
  return made.list();
}

Value compact(FilterContext& context, const Value& input, Arguments arguments) {
  const ItemList list = itemList(input, context.scratch);
  const Value property = argumentOr(arguments, {});
  ListBuilder made(list.count, context.scratch);
  for (std::uint32_t i = 0; made.items != nullptr && i < list.count && !context.scratch.failed(); ++i) {
    const Value& item = list.items[i];
    const Property found = property.isNil() ? Property{item} : propertyOf(item, property, context.scratch);
    if (!found.selectable) {
      return {};
    }
    if (!found.value.isNil()) {
      made.add(item);
    }
  }
  return made.list();
}

// Unlike ==, 1 and 1.0 are two different items here.
bool isSame(const Value& a, const Value& b, Scratch& scratch) {
  return a.kind() == b.kind() && compareValues(a, CompareOp::Equal, b, scratch);
}

bool isAmong(const ListBuilder& seen, const Value& key, Scratch& scratch) {
  return std::any_of(seen.items, seen.items + seen.count, [&](const Value& one) { return isSame(one, key, scratch); });
}

Value uniq(FilterContext& context, const Value& input, Arguments arguments) {
  const ItemList list = itemList(input, context.scratch);
  const Value property = argumentOr(arguments, {});
  ListBuilder made(list.count, context.scratch);
  ListBuilder keys(list.count, context.scratch);
  if (made.items == nullptr || keys.items == nullptr) {
    return {};
  }
  for (const Value& item : list) {
    // Nobody asks a single item for its property.
    const bool asks = !property.isNil() && list.count > 1;
    const Property key = asks ? propertyOf(item, property, context.scratch) : Property{item};
    if (!key.selectable || !context.scratch.charge(keys.count / 8)) {
      return {};
    }
    if (!isAmong(keys, key.value, context.scratch)) {
      keys.add(key.value);
      made.add(item);
    }
  }
  return made.list();
}

/// A sum that stays exact until the end: a whole number as long as every part is one, else a float.
struct ExactSum {
  Decimal exact;
  double rough = 0;
  bool isExact = true;
  bool isWhole = true;

  void add(const Value& number) {
    isWhole = isWhole && number.kind() == Kind::Integer;
    const Decimal part = toDecimal(number);
    const auto next = isExact ? addExactly(exact, part) : std::nullopt;
    if (!next && isExact) {
      rough = toDouble(exact);
      isExact = false;
    }
    rough += isExact ? 0 : toDouble(part);
    exact = next.value_or(exact);
  }

  std::optional<Value> value() const {
    if (isWhole) {
      const auto whole = isExact ? toInteger(exact) : std::nullopt;
      return whole ? std::optional(Value::integer(*whole)) : std::nullopt;
    }
    return isExact ? toFloat(exact) : fromDouble(rough);
  }
};

Value sum(FilterContext& context, const Value& input, Arguments arguments) {
  const Value property = argumentOr(arguments, {});
  const ItemList list = itemList(property.isNil() ? input : map(context, input, arguments), context.scratch);
  ExactSum total;
  for (const Value& item : list) {
    const Value number = toNumber(item, context.scratch);
    if (context.scratch.failed()) {
      return {};
    }
    total.add(number);
  }
  const auto result = total.value();
  return result ? *result : context.scratch.fail(numberTooLarge);
}

constexpr std::array arrayFilterTable = {
    FilterSpec{"join", join, 0, 1},       FilterSpec{"split", split, 1, 1}, FilterSpec{"first", first, 0, 0},
    FilterSpec{"last", last, 0, 0},       FilterSpec{"size", size, 0, 0},   FilterSpec{"concat", concat, 1, 1},
    FilterSpec{"reverse", reverse, 0, 0}, FilterSpec{"map", map, 1, 1},     FilterSpec{"compact", compact, 0, 1},
    FilterSpec{"uniq", uniq, 0, 1},       FilterSpec{"sum", sum, 0, 1},
};

}  // namespace

std::span<const FilterSpec> arrayFilters() {
  return arrayFilterTable;
}

}  // namespace heliograph::liquid
