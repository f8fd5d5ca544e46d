// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "liquid/filter.h"
#include "liquid/utf8.h"
#include "liquid/value_text.h"

namespace heliograph::liquid {

namespace {

std::string_view replacementOf(FilterContext& context, Arguments arguments) {
  return arguments.size() > 1 ? countedText(arguments[1], context.scratch) : std::string_view();
}

/// Text with the part of that size at a place exchanged.
Value exchanged(FilterContext& context, std::string_view text, std::size_t at, std::size_t size,
                std::string_view replacement) {
  char* const room = context.scratch.bytes(text.size() - size + replacement.size());
  if (room == nullptr) {
    return {};
  }
  char* out = std::copy_n(text.data(), at, room);
  out = std::copy(replacement.begin(), replacement.end(), out);
  out = std::copy(text.begin() + static_cast<std::ptrdiff_t>(at + size), text.end(), out);
  return Value::string({room, static_cast<std::size_t>(out - room)});
}

/// An empty pattern matches before every character and at the end.
Value interleaved(FilterContext& context, std::string_view text, std::string_view replacement) {
  const std::size_t places = codePointCount(text) + 1;
  if (!replacement.empty() && places > context.scratch.remaining() / replacement.size()) {
    return context.scratch.fail("The message builds texts or lists that are too large.");
  }
  char* const room = context.scratch.bytes(text.size() + places * replacement.size());
  if (room == nullptr) {
    return {};
  }
  char* out = room;
  while (true) {
    out = std::copy(replacement.begin(), replacement.end(), out);
    if (text.empty()) {
      break;
    }
    const std::size_t size = firstCodePoint(text);
    out = std::copy_n(text.data(), size, out);
    text.remove_prefix(size);
  }
  return Value::string({room, static_cast<std::size_t>(out - room)});
}

Value replacedAll(FilterContext& context, std::string_view text, std::string_view pattern,
                  std::string_view replacement) {
  if (pattern.empty()) {
    return interleaved(context, text, replacement);
  }
  if (!context.scratch.chargeSearch(text.size(), pattern.size())) {
    return {};
  }
  std::size_t matches = 0;
  for (std::size_t at = text.find(pattern); at != std::string_view::npos;
       at = text.find(pattern, at + pattern.size())) {
    ++matches;
  }
  if (matches == 0) {
    return Value::string(text);
  }
  if (!replacement.empty() && matches > context.scratch.remaining() / replacement.size()) {
    return context.scratch.fail("The message builds texts or lists that are too large.");
  }
  char* const room = context.scratch.bytes(text.size() - matches * pattern.size() + matches * replacement.size());
  if (room == nullptr) {
    return {};
  }
  char* out = room;
  std::size_t from = 0;
  for (std::size_t at = text.find(pattern); at != std::string_view::npos; at = text.find(pattern, from)) {
    out = std::copy_n(text.data() + from, at - from, out);
    out = std::copy(replacement.begin(), replacement.end(), out);
    from = at + pattern.size();
  }
  out = std::copy(text.begin() + static_cast<std::ptrdiff_t>(from), text.end(), out);
  return Value::string({room, static_cast<std::size_t>(out - room)});
}

Value replacedOnce(FilterContext& context, const Value& input, const Value& patternValue, std::string_view replacement,
                   bool last) {
  const std::string_view text = countedText(input, context.scratch);
  const std::string_view pattern = countedText(patternValue, context.scratch);
  if (!context.scratch.chargeSearch(text.size(), pattern.size())) {
    return {};
  }
  const std::size_t at = last ? text.rfind(pattern) : text.find(pattern);
  return at == std::string_view::npos ? Value::string(text) : exchanged(context, text, at, pattern.size(), replacement);
}

Value replace(FilterContext& context, const Value& input, Arguments arguments) {
  const std::string_view text = countedText(input, context.scratch);
  const std::string_view pattern = countedText(arguments[0], context.scratch);
  return replacedAll(context, text, pattern, replacementOf(context, arguments));
}

Value replaceFirst(FilterContext& context, const Value& input, Arguments arguments) {
  return replacedOnce(context, input, arguments[0], replacementOf(context, arguments), false);
}

Value replaceLast(FilterContext& context, const Value& input, Arguments arguments) {
  return replacedOnce(context, input, arguments[0], replacementOf(context, arguments), true);
}

Value remove(FilterContext& context, const Value& input, Arguments arguments) {
  return replacedAll(context, countedText(input, context.scratch), countedText(arguments[0], context.scratch), {});
}

Value removeFirst(FilterContext& context, const Value& input, Arguments arguments) {
  return replacedOnce(context, input, arguments[0], {}, false);
}

Value removeLast(FilterContext& context, const Value& input, Arguments arguments) {
  return replacedOnce(context, input, arguments[0], {}, true);
}

constexpr std::array replaceFilterTable = {
    FilterSpec{"replace", replace, 1, 2},          FilterSpec{"replace_first", replaceFirst, 1, 2},
    FilterSpec{"replace_last", replaceLast, 2, 2}, FilterSpec{"remove", remove, 1, 1},
    FilterSpec{"remove_first", removeFirst, 1, 1}, FilterSpec{"remove_last", removeLast, 1, 1},
};

}  // namespace

std::span<const FilterSpec> replaceFilters() {
  return replaceFilterTable;
}

}  // namespace heliograph::liquid
