// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cstring>

#include "liquid/filter.h"
#include "liquid/number_reader.h"
#include "liquid/unicode_case.h"
#include "liquid/utf8.h"
#include "liquid/value_text.h"

namespace heliograph::liquid {

namespace {

enum class Case { Upper, Lower, Capital };

Value joined(FilterContext& context, std::initializer_list<std::string_view> parts) {
  std::size_t size = 0;
  for (const std::string_view part : parts) {
    size += part.size();
  }
  char* room = context.scratch.bytes(size);
  if (room == nullptr) {
    return {};
  }
  char* at = room;
  for (const std::string_view part : parts) {
    at = std::copy(part.begin(), part.end(), at);
  }
  return Value::string({room, size});
}

Value changedAscii(FilterContext& context, std::string_view text, Case wanted) {
  char* room = context.scratch.bytes(text.size());
  if (room == nullptr) {
    return {};
  }
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool upper = wanted == Case::Upper || (wanted == Case::Capital && i == 0);
    room[i] = upper ? upperAscii(text[i]) : lowerAscii(text[i]);
  }
  return Value::string({room, text.size()});
}

Value changedCase(FilterContext& context, const Value& input, Case wanted) {
  constexpr char32_t sharpS = 0xdf;
  const std::string_view text = countedText(input, context.scratch);
  if (std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
    return changedAscii(context, text, wanted);
  }
  std::string changed;
  changed.reserve(text.size() + 4);
  for (std::size_t at = 0; at < text.size();) {
    const bool upper = wanted == Case::Upper || (wanted == Case::Capital && at == 0);
    const char32_t point = decodeAt(text, at);
    if (point == sharpS && upper) {
      changed += wanted == Case::Upper ? "SS" : "Ss";
    } else {
      appendCodePoint(changed, upper ? upperCase(point) : lowerCase(point));
    }
  }
  return context.scratch.copy(changed);
}

Value upcase(FilterContext& context, const Value& input, Arguments) {
  return changedCase(context, input, Case::Upper);
}

Value downcase(FilterContext& context, const Value& input, Arguments) {
  return changedCase(context, input, Case::Lower);
}

Value capitalize(FilterContext& context, const Value& input, Arguments) {
  return changedCase(context, input, Case::Capital);
}

Value strip(FilterContext& context, const Value& input, Arguments) {
  return Value::string(withoutTrailingBlanks(withoutLeadingBlanks(countedText(input, context.scratch))));
}

Value lstrip(FilterContext& context, const Value& input, Arguments) {
  return Value::string(withoutLeadingBlanks(countedText(input, context.scratch)));
}

Value rstrip(FilterContext& context, const Value& input, Arguments) {
  return Value::string(withoutTrailingBlanks(countedText(input, context.scratch)));
}

Value withNewlines(FilterContext& context, const Value& input, std::string_view replacement) {
  const std::string_view text = countedText(input, context.scratch);
  const auto newlines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
  char* const room = context.scratch.bytes(text.size() + newlines * replacement.size());
  if (room == nullptr) {
    return {};
  }
  char* at = room;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool pair = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
    if (pair || text[i] == '\n') {
      at = std::copy(replacement.begin(), replacement.end(), at);
      i += pair ? 1 : 0;
    } else {
      *at++ = text[i];
    }
  }
  return Value::string({room, static_cast<std::size_t>(at - room)});
}

Value stripNewlines(FilterContext& context, const Value& input, Arguments) {
  return withNewlines(context, input, "");
}

Value newlineToBr(FilterContext& context, const Value& input, Arguments) {
  return withNewlines(context, input, "<br />\n");
}

Value append(FilterContext& context, const Value& input, Arguments arguments) {
  return joined(context, {countedText(input, context.scratch), countedText(arguments[0], context.scratch)});
}

Value prepend(FilterContext& context, const Value& input, Arguments arguments) {
  return joined(context, {countedText(arguments[0], context.scratch), countedText(input, context.scratch)});
}

std::string_view ellipsis(FilterContext& context, Arguments arguments) {
  return arguments.size() > 1 ? textOf(arguments[1], context.scratch) : "...";
}

Value truncate(FilterContext& context, const Value& input, Arguments arguments) {
  if (input.isNil()) {
    return {};
  }
  const std::string_view text = countedText(input, context.scratch);
  const auto length = arguments.empty() ? 50 : toWholeNumber(arguments[0], context.scratch);
  if (!length) {
    return {};
  }
  const std::string_view end = ellipsis(context, arguments);
  if (static_cast<std::int64_t>(codePointCount(text)) <= *length) {
    return Value::string(text);
  }
  const std::int64_t kept = std::max<std::int64_t>(0, *length - static_cast<std::int64_t>(codePointCount(end)));
  return joined(context, {text.substr(0, codePointOffset(text, static_cast<std::size_t>(kept))), end});
}

/// The byte range of the next word from at on; empty when there's none.
std::string_view nextWord(std::string_view text, std::size_t& at) {
  while (at < text.size() && isBlank(text[at])) {
    ++at;
  }
  const std::size_t begin = at;
  while (at < text.size() && !isBlank(text[at])) {
    ++at;
  }
  return text.substr(begin, at - begin);
}

Value truncateWords(FilterContext& context, const Value& input, Arguments arguments) {
  if (input.isNil()) {
    return {};
  }
  const std::string_view text = countedText(input, context.scratch);
  const auto wanted = arguments.empty() ? 15 : toWholeNumber(arguments[0], context.scratch);
  const std::string_view end = ellipsis(context, arguments);
  char* const room = wanted ? context.scratch.bytes(text.size() + end.size()) : nullptr;
  if (room == nullptr) {
    return {};
  }
  std::size_t at = 0;
  char* out = room;
  for (std::int64_t words = std::max<std::int64_t>(*wanted, 1); words > 0; --words) {
    const std::string_view word = nextWord(text, at);
    if (at == text.size()) {
      return Value::string(text);
    }
    if (out != room) {
      *out++ = ' ';
    }
    out = std::copy(word.begin(), word.end(), out);
  }
  out = std::copy(end.begin(), end.end(), out);
  return Value::string({room, static_cast<std::size_t>(out - room)});
}

/// Where [offset, offset + length) lies in something of that size; nothing when it lies outside.
std::optional<std::pair<std::size_t, std::size_t>> sliceRange(std::int64_t size, std::int64_t offset,
                                                              std::int64_t length) {
  const std::int64_t start = offset < 0 ? offset + size : offset;
  if (start < 0 || start > size || length < 0) {
    return std::nullopt;
  }
  return std::pair(static_cast<std::size_t>(start), static_cast<std::size_t>(std::min(length, size - start)));
}

Value slice(FilterContext& context, const Value& input, Arguments arguments) {
  const auto offset = toWholeNumber(arguments[0], context.scratch);
  const bool hasLength = arguments.size() > 1 && arguments[1].isTruthy();
  const auto length = hasLength ? toWholeNumber(arguments[1], context.scratch) : 1;
  if (!offset || !length) {
    return {};
  }
  if (input.kind() == Kind::Array) {
    const auto range = sliceRange(input.size(), *offset, *length);
    return range ? Value::array(input.items() + range->first, static_cast<std::uint32_t>(range->second))
                 : Value::array(nullptr, 0);
  }
  const std::string_view text = countedText(input, context.scratch);
  const auto range = sliceRange(static_cast<std::int64_t>(codePointCount(text)), *offset, *length);
  if (!range) {
    return Value::string("");
  }
  const std::size_t begin = codePointOffset(text, range->first);
  const std::string_view rest = text.substr(begin);
  return Value::string(rest.substr(0, codePointOffset(rest, range->second)));
}

constexpr std::array stringFilterTable = {
    FilterSpec{"upcase", upcase, 0, 0},
    FilterSpec{"downcase", downcase, 0, 0},
    FilterSpec{"capitalize", capitalize, 0, 0},
    FilterSpec{"strip", strip, 0, 0},
    FilterSpec{"lstrip", lstrip, 0, 0},
    FilterSpec{"rstrip", rstrip, 0, 0},
    FilterSpec{"strip_newlines", stripNewlines, 0, 0},
    FilterSpec{"newline_to_br", newlineToBr, 0, 0},
    FilterSpec{"append", append, 1, 1},
    FilterSpec{"prepend", prepend, 1, 1},
    FilterSpec{"truncate", truncate, 0, 2},
    FilterSpec{"truncatewords", truncateWords, 0, 2},
    FilterSpec{"slice", slice, 1, 2},
};

}  // namespace

std::span<const FilterSpec> stringFilters() {
  return stringFilterTable;
}

}  // namespace heliograph::liquid
