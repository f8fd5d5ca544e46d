// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>
#include <string>
#include <vector>

#include "liquid/value.h"

namespace heliograph::message {

/// A value as it is compared with another: without blanks around it, upper and lower case alike, as in the rules of a
/// segment.
[[nodiscard]] QString comparableValue(const QString& text);

/// Finds which of some values, as people write them, a person has: texts as comparableValue() says, numbers by what
/// they are worth ("5" is 5.0), "true" and "false", and for an instant also its day ("2026-02-03").
class ValueMatching final {
 public:
  ValueMatching() = default;
  explicit ValueMatching(const std::vector<std::string>& values);

  /// The place of the value in the list; -1 if it is none of them.
  [[nodiscard]] int find(const liquid::Value& value) const;

 private:
  struct Wanted {
    std::string text;
    std::optional<double> number;
  };
  [[nodiscard]] int findText(std::string_view text) const;
  [[nodiscard]] int findNumber(double number) const;

  std::vector<Wanted> m_wanted;
};

}  // namespace heliograph::message
