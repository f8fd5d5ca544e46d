// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <string>
#include <string_view>
#include <vector>

namespace heliograph::audience {

/// A text as people are searched by it: without case, and Latin letters without their marks ("Ülkü" -> "ulku").
[[nodiscard]] std::string searchable(std::string_view utf8);

/// A number with its plus and digits only, whatever was written between them.
[[nodiscard]] std::string searchableNumber(std::string_view utf8);

/// What somebody typed to find people: words, all of which have to be there in any order, or a number in any form that
/// people write ("98123 45678", "0151 234", "+44 (0)20 79", its last digits).
class PeopleSearch final {
 public:
  explicit PeopleSearch(const QString& text);

  [[nodiscard]] bool isEmpty() const { return m_ways.empty(); }
  /// Whoever is found by any of these is found.
  struct Way {
    std::string longest;              ///< to look for first
    std::vector<std::string> others;  ///< also there
  };
  [[nodiscard]] const std::vector<Way>& ways() const { return m_ways; }

 private:
  std::vector<Way> m_ways;
};

}  // namespace heliograph::audience
