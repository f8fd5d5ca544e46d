// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace heliograph::phone {

/// Regular expressions over digits as one machine that looks at each digit once and knows then which of them the digits
/// so far match as a whole. Immutable, so that any number of threads may walk through it.
class DigitAutomaton final {
 public:
  using State = std::uint16_t;
  /// One bit for each expression, in the order in which they were given.
  using Marks = std::uint16_t;

  static constexpr std::size_t mostExpressions = 16;
  static constexpr State nowhere = 0;  ///< from here on nothing matches

  /// Understood are digits, \d, [0-9], groups, |, ?, {n}, {n,m} and a $ that ends an alternative, which is passed over;
  /// an empty expression matches nothing. Nothing comes back if one has something else in it.
  [[nodiscard]] static std::optional<DigitAutomaton> compile(std::span<const std::string_view> expressions);

  [[nodiscard]] State start() const { return 1; }
  /// `digit` is '0' to '9'.
  [[nodiscard]] State next(State from, char digit) const {
    return m_states[from].next[static_cast<std::size_t>(digit - '0')];
  }
  [[nodiscard]] Marks marks(State state) const { return m_states[state].marks; }

 private:
  struct Row {
    std::array<State, 10> next{};
    Marks marks = 0;
  };
  explicit DigitAutomaton(std::vector<Row>&& states) : m_states(std::move(states)) {}
  friend class DeterministicStates;

  std::vector<Row> m_states;
};

}  // namespace heliograph::phone
