// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "phone/digit_automaton.h"

#include <algorithm>
#include <limits>
#include <map>

#include "phone/digit_expression.h"

namespace heliograph::phone {
namespace {

/// One step of an expression: over one of some digits, or without a digit along two ways, or the end of an expression.
struct Step {
  std::uint16_t digits = 0;
  DigitAutomaton::Marks marks = 0;
  int next = -1;
  int otherwise = -1;
};

/// The steps of all expressions.
class Steps final {
 public:
  /// Gives the first step of an expression that is marked like that at its end.
  int add(const DigitExpression& expression, DigitAutomaton::Marks marks) {
    return before(append({0, marks, -1, -1}), expression);
  }
  [[nodiscard]] const Step& at(int step) const { return m_steps[static_cast<std::size_t>(step)]; }
  [[nodiscard]] std::size_t size() const { return m_steps.size(); }

 private:
  int append(Step step) {
    m_steps.push_back(step);
    return static_cast<int>(m_steps.size()) - 1;
  }

  /// The first step of what leads through the expression to the step `after`.
  int before(int after, const DigitExpression& expression) {
    switch (expression.kind) {
      case DigitExpression::Kind::Digit:
        return append({expression.digits, 0, after, -1});
      case DigitExpression::Kind::Sequence:
        return beforeSequence(after, expression.parts);
      case DigitExpression::Kind::Choice:
        return beforeChoice(after, expression.parts);
      case DigitExpression::Kind::Repeat:
        break;
    }
    int first = after;
    for (int i = expression.least; i < expression.most; ++i)
      first = append({0, 0, before(first, expression.parts.front()), after});
    for (int i = 0; i < expression.least; ++i) first = before(first, expression.parts.front());
    return first;
  }

  int beforeSequence(int after, const std::vector<DigitExpression>& parts) {
    for (auto part = parts.rbegin(); part != parts.rend(); ++part) after = before(after, *part);
    return after;
  }

  int beforeChoice(int after, const std::vector<DigitExpression>& parts) {
    int first = -1;
    for (const DigitExpression& part : parts) {
      const int alternative = before(after, part);
      first = first < 0 ? alternative : append({0, 0, alternative, first});
    }
    return first;
  }

  std::vector<Step> m_steps;
};

}  // namespace

/// Makes one state of each set of steps at which one may be after the same digits.
class DeterministicStates final {
 public:
  explicit DeterministicStates(const Steps& steps) : m_steps(steps), m_seen(steps.size(), 0) {}

  std::optional<DigitAutomaton> from(const std::vector<int>& firstSteps) {
    // The first state is nowhere.
    stateOf({});
    begin();
    for (const int step : firstSteps) reach(step);
    // Without any expression it leads nowhere, too, but is a state of its own.
    if (stateOf(taken()) == DigitAutomaton::nowhere) return DigitAutomaton(std::vector<DigitAutomaton::Row>(2));
    for (std::size_t state = 1; state < m_rows.size(); ++state) {
      // What is known of a state moves while states are added.
      const std::vector<int> here = *m_sets[state];
      for (std::size_t digit = 0; digit < 10; ++digit) {
        const DigitAutomaton::State to = stateOf(after(here, static_cast<std::uint16_t>(1U << digit)));
        m_rows[state].next[digit] = to;
      }
      if (m_rows.size() > std::numeric_limits<DigitAutomaton::State>::max() - 10U) return std::nullopt;
    }
    return DigitAutomaton(std::move(m_rows));
  }

 private:
  void begin() {
    ++m_round;
    m_reached.clear();
  }
  std::vector<int> taken() {
    std::sort(m_reached.begin(), m_reached.end());
    return m_reached;
  }
  /// Takes the step and all to which no digit is needed.
  void reach(int step) {
    std::size_t& round = m_seen[static_cast<std::size_t>(step)];
    if (round == m_round) return;
    round = m_round;
    const Step& here = m_steps.at(step);
    if (here.digits != 0 || here.marks != 0) {
      m_reached.push_back(step);
      return;
    }
    if (here.next >= 0) reach(here.next);
    if (here.otherwise >= 0) reach(here.otherwise);
  }
  std::vector<int> after(const std::vector<int>& steps, std::uint16_t digit) {
    begin();
    for (const int step : steps) {
      if ((m_steps.at(step).digits & digit) != 0) reach(m_steps.at(step).next);
    }
    return taken();
  }
  DigitAutomaton::State stateOf(std::vector<int>&& steps) {
    const auto [known, isNew] = m_states.try_emplace(std::move(steps), m_rows.size());
    if (isNew) {
      DigitAutomaton::Row& row = m_rows.emplace_back();
      for (const int step : known->first) row.marks |= m_steps.at(step).marks;
      m_sets.push_back(&known->first);
    }
    return static_cast<DigitAutomaton::State>(known->second);
  }

  const Steps& m_steps;
  std::vector<std::size_t> m_seen;
  std::size_t m_round = 0;
  std::vector<int> m_reached;
  std::map<std::vector<int>, std::size_t> m_states;
  std::vector<const std::vector<int>*> m_sets;
  std::vector<DigitAutomaton::Row> m_rows;
};

std::optional<DigitAutomaton> DigitAutomaton::compile(std::span<const std::string_view> expressions) {
  if (expressions.size() > mostExpressions) return std::nullopt;
  Steps steps;
  std::vector<int> first;
  for (std::size_t i = 0; i < expressions.size(); ++i) {
    if (expressions[i].empty()) continue;
    const auto expression = readDigitExpression(expressions[i]);
    if (!expression) return std::nullopt;
    first.push_back(steps.add(*expression, static_cast<Marks>(1U << i)));
  }
  return DeterministicStates(steps).from(first);
}

}  // namespace heliograph::phone
