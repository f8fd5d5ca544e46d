// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/shape.h"

#include <atomic>

namespace heliograph::liquid {

namespace {
std::uint64_t nextId() {
  static std::atomic<std::uint64_t> last = 0;
  return ++last;
}
}  // namespace

Shape::Shape(std::vector<std::string> fields) : m_fields(std::move(fields)), m_id(nextId()) {
  m_slots.reserve(m_fields.size());
  for (std::size_t i = 0; i < m_fields.size(); ++i) {
    m_slots.emplace(m_fields[i], static_cast<int>(i));
  }
}

int Shape::slot(std::string_view field) const {
  const auto found = m_slots.find(field);
  return found == m_slots.end() ? -1 : found->second;
}

}  // namespace heliograph::liquid
