// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "liquid/limits.h"
#include "liquid/value.h"

namespace heliograph::liquid {

/// The memory, the budget and the first fault of one render. What is taken from it lives until the next reset; its
/// blocks are used again.
class Scratch {
 public:
  /// Forgets everything and starts with fresh budgets.
  void reset(const Limits& limits);

  /// Room for count bytes, or null (and a fault) when the render has used up its memory.
  char* bytes(std::size_t count) { return static_cast<char*>(take(count, 1)); }

  /// Room for count default-made objects of a trivially destroyed type, or null and a fault.
  template <class T>
  T* many(std::size_t count) {
    static_assert(std::is_trivially_destructible_v<T>);
    if (count > m_limits.scratchBytes / sizeof(T)) {
      outOfMemory();
      return nullptr;
    }
    void* room = take(count * sizeof(T), alignof(T));
    if (room == nullptr) {
      return nullptr;
    }
    T* made = static_cast<T*>(room);
    for (std::size_t i = 0; i < count; ++i) {
      new (made + i) T();
    }
    return made;
  }

  /// A string value with a copy of the text; nil and a fault when there is no room.
  Value copy(std::string_view text);

  /// Bytes that may still be taken.
  std::size_t remaining() const { return m_limits.scratchBytes - m_used; }

  /// Counts work; false and a fault when the render has done too much.
  bool charge(std::uint64_t steps) {
    m_steps += steps;
    if (m_steps > m_limits.steps) {
      outOfSteps();
      return false;
    }
    return true;
  }
  /// Counts the reading of a text.
  bool chargeText(std::size_t size) { return charge(size / 64); }
  /// Counts the search for a part in a text, which at worst compares nearly the whole part at every place.
  bool chargeSearch(std::size_t size, std::size_t part) {
    return chargeText(size) && charge(part < size ? (size - part) * part / 1024 : 0);
  }

  /// Notes a fault (the first one counts) and gives nil.
  Value fail(std::string_view message);
  bool failed() const { return m_failed; }
  const std::string& fault() const { return m_fault; }
  const Limits& limits() const { return m_limits; }

 private:
  struct Block {
    std::unique_ptr<char[]> bytes;
    std::size_t size = 0;
  };
  void* take(std::size_t count, std::size_t alignment);
  void* takeFromNextBlock(std::size_t count);
  void outOfMemory();
  void outOfSteps();

  Limits m_limits;
  std::vector<Block> m_blocks;
  std::size_t m_block = 0;
  std::size_t m_offset = 0;
  std::size_t m_used = 0;
  std::uint64_t m_steps = 0;
  bool m_failed = false;
  std::string m_fault;
};

}  // namespace heliograph::liquid
