// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/scratch.h"

#include <algorithm>
#include <cstring>

namespace heliograph::liquid {

namespace {
constexpr std::size_t blockSize = 32 * 1024;
}

void Scratch::reset(const Limits& limits) {
  m_limits = limits;
  m_block = 0;
  m_offset = 0;
  m_used = 0;
  m_steps = 0;
  m_failed = false;
}

void* Scratch::take(std::size_t count, std::size_t alignment) {
  if (count > remaining()) {
    outOfMemory();
    return nullptr;
  }
  m_used += count;
  const std::size_t start = (m_offset + alignment - 1) & ~(alignment - 1);
  if (m_block < m_blocks.size() && start + count <= m_blocks[m_block].size) {
    m_offset = start + count;
    return m_blocks[m_block].bytes.get() + start;
  }
  return takeFromNextBlock(count);
}

void* Scratch::takeFromNextBlock(std::size_t count) {
  if (m_block < m_blocks.size()) {
    ++m_block;
  }
  while (m_block < m_blocks.size() && m_blocks[m_block].size < count) {
    ++m_block;
  }
  if (m_block == m_blocks.size()) {
    const std::size_t size = std::max(blockSize, count);
    m_blocks.push_back({std::make_unique_for_overwrite<char[]>(size), size});
  }
  m_offset = count;
  return m_blocks[m_block].bytes.get();
}

Value Scratch::copy(std::string_view text) {
  char* room = bytes(text.size());
  if (room == nullptr) {
    return {};
  }
  std::memcpy(room, text.data(), text.size());
  return Value::string({room, text.size()});
}

Value Scratch::fail(std::string_view message) {
  if (!m_failed) {
    m_failed = true;
    m_fault = message;
  }
  return {};
}

void Scratch::outOfMemory() {
  fail("The message builds texts or lists that are too large.");
}

void Scratch::outOfSteps() {
  fail("The message does too much work for one person; shorten its loops.");
}

}  // namespace heliograph::liquid
