// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "audience/property.h"

namespace heliograph::audience {

/// Finds the narrowest type that all of a column's values have; text if there are none.
class TypeGuess final {
 public:
  /// The next value, without blanks at its ends; an empty one says nothing.
  void observe(std::string_view cell);
  [[nodiscard]] PropertyType type() const;
  /// Whether nothing that comes can change the answer.
  [[nodiscard]] bool isSettled() const { return m_seen && !m_number && !m_boolean && !m_date && !m_list; }

 private:
  bool m_seen = false;
  bool m_number = true;
  bool m_boolean = true;
  bool m_date = true;
  bool m_list = true;
};

}  // namespace heliograph::audience
