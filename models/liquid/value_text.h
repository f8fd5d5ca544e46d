// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "liquid/scratch.h"
#include "liquid/value.h"

namespace heliograph::liquid {

/// A text that grows up to a limit; beyond it, it only remembers that it was full.
struct TextSink {
  std::string& text;
  std::size_t limit;
  bool full = false;
  std::uint64_t touched = 0;  ///< items of lists that were gone through

  void add(std::string_view more) {
    if (more.size() > limit - text.size()) {
      full = true;
      return;
    }
    text.append(more);
  }
};

/// Appends a value as {{ value }} prints it: arrays run together, hashes as {"a"=>1}, nil nothing.
void appendText(TextSink& sink, const Value& value);

/// Appends a value as it stands inside a printed hash: strings in quotes, nil as a word.
void appendInspected(TextSink& sink, const Value& value);

/// The text of a value as filters see it, lists as ["a", 1]; a view of the value itself when it is a string. Empty (and
/// a fault) when it gets too long.
std::string_view textOf(const Value& value, Scratch& scratch);

/// As textOf(), with the reading of it counted.
inline std::string_view countedText(const Value& value, Scratch& scratch) {
  const std::string_view text = textOf(value, scratch);
  scratch.chargeText(text.size());
  return text;
}

}  // namespace heliograph::liquid
