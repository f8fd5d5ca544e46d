// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/value_text.h"

#include "liquid/loop_state.h"

#include <charconv>
#include <cstdio>

#include "liquid/decimal.h"
#include "liquid/shape.h"

namespace heliograph::liquid {

namespace {

constexpr int deepestText = 100;

void appendInteger(TextSink& sink, std::int64_t number) {
  char digits[24];
  const auto result = std::to_chars(digits, digits + sizeof digits, number);
  sink.add({digits, static_cast<std::size_t>(result.ptr - digits)});
}

void appendFloat(TextSink& sink, const Value& value) {
  char digits[floatTextSize];
  sink.add({digits, writeFloat(digits, value.mantissa(), value.scale())});
}

void appendRange(TextSink& sink, const Value& value) {
  appendInteger(sink, value.rangeFirst());
  sink.add("..");
  appendInteger(sink, value.rangeLast());
}

void inspect(TextSink& sink, const Value& value, int depth);

void inspectString(TextSink& sink, std::string_view text) {
  sink.add("\"");
  for (const char c : text) {
    switch (c) {
      case '"':
        sink.add("\\\"");
        break;
      case '\\':
        sink.add("\\\\");
        break;
      case '\n':
        sink.add("\\n");
        break;
      case '\r':
        sink.add("\\r");
        break;
      case '\t':
        sink.add("\\t");
        break;
      default:
        sink.add({&c, 1});
    }
  }
  sink.add("\"");
}

void inspectPair(TextSink& sink, std::string_view key, const Value& value, int depth, bool first) {
  sink.add(first ? "" : ", ");
  inspectString(sink, key);
  sink.add("=>");
  inspect(sink, value, depth + 1);
}

void inspectEntries(TextSink& sink, const Value& value, int depth) {
  sink.add("{");
  if (value.kind() == Kind::Hash) {
    for (std::uint32_t i = 0; i < value.size() && !sink.full; ++i) {
      inspectPair(sink, value.entries()[i].key, value.entries()[i].value, depth, i == 0);
    }
  } else {
    const Record& record = value.toRecord();
    const auto& fields = record.shape->fields();
    for (std::size_t i = 0; i < fields.size() && !sink.full; ++i) {
      inspectPair(sink, fields[i], record.slots[i], depth, i == 0);
    }
  }
  sink.add("}");
}

void inspect(TextSink& sink, const Value& value, int depth) {
  if (depth > deepestText) {
    sink.full = true;
    return;
  }
  switch (value.kind()) {
    case Kind::Nil:
      sink.add("nil");
      break;
    case Kind::String:
      inspectString(sink, value.toView());
      break;
    case Kind::Hash:
    case Kind::Record:
      inspectEntries(sink, value, depth);
      break;
    case Kind::Array:
      sink.touched += value.size();
      sink.add("[");
      for (std::uint32_t i = 0; i < value.size() && !sink.full; ++i) {
        sink.add(i == 0 ? "" : ", ");
        inspect(sink, value.items()[i], depth + 1);
      }
      sink.add("]");
      break;
    default:
      appendText(sink, value);
  }
}

void appendArray(TextSink& sink, const Value& value, int depth) {
  if (depth > deepestText) {
    sink.full = true;
    return;
  }
  sink.touched += value.size();
  for (std::uint32_t i = 0; i < value.size() && !sink.full; ++i) {
    const Value& item = value.items()[i];
    if (item.kind() == Kind::Array) {
      appendArray(sink, item, depth + 1);
    } else {
      appendText(sink, item);
    }
  }
}

}  // namespace

void appendText(TextSink& sink, const Value& value) {
  switch (value.kind()) {
    case Kind::Nil:
    case Kind::Empty:
    case Kind::Blank:
      break;
    case Kind::String:
      sink.add(value.toView());
      break;
    case Kind::Boolean:
      sink.add(value.toBoolean() ? "true" : "false");
      break;
    case Kind::Integer:
      appendInteger(sink, value.toInteger());
      break;
    case Kind::Decimal:
      appendFloat(sink, value);
      break;
    case Kind::Array:
      appendArray(sink, value, 0);
      break;
    case Kind::Hash:
    case Kind::Record:
      inspectEntries(sink, value, 0);
      break;
    case Kind::Range:
      appendRange(sink, value);
      break;
    case Kind::Loop:
      sink.add(value.loop()->isTable ? "Liquid::TablerowloopDrop" : "Liquid::ForloopDrop");
      break;
  }
}

void appendInspected(TextSink& sink, const Value& value) {
  inspect(sink, value, 0);
}

std::string_view textOf(const Value& value, Scratch& scratch) {
  if (value.isString()) {
    return value.toView();
  }
  if (value.isNil()) {
    return {};
  }
  std::string text;
  TextSink sink{text, scratch.remaining()};
  appendInspected(sink, value);
  scratch.charge(sink.touched);
  if (sink.full) {
    scratch.fail("The message builds texts or lists that are too large.");
    return {};
  }
  const Value copied = scratch.copy(text);
  return copied.isString() ? copied.toView() : std::string_view{};
}

}  // namespace heliograph::liquid
