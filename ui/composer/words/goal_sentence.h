// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "audience/rules/goal.h"
#include "ui/who/rules/rule_sentence.h"
#include "ui/who/rules/rule_supply.h"

namespace heliograph::ui {

class FilterParts;
class IconButton;

/// A goal as a sentence: "Converted is who does Charged where Amount > 1000 within 3 days of the message; revenue
/// is Amount". Only the event is asked for while there is none.
class GoalSentence final : public RuleSentence {
  Q_OBJECT
 public:
  GoalSentence(const std::optional<audience::Goal>& goal, RuleSupply& supply);

  [[nodiscard]] const std::optional<audience::Goal>& goal() const { return m_goal; }
  [[nodiscard]] Value value() const override;
  [[nodiscard]] bool isComplete() const override;

 private:
  void connectParts();
  void showGoal();
  void chooseEvent(int row);
  void offerRevenue();
  void read();
  void removeGoal();

  RuleSupply& m_supply;
  std::optional<audience::Goal> m_goal;
  Label* m_beginning;
  SentenceCombo* m_event;
  Label* m_within;
  ValuesField* m_count;
  SentenceCombo* m_unit;
  Label* m_after;
  SentenceCombo* m_revenue;
  IconButton* m_remove;
  FilterParts* m_filters;
};

}  // namespace heliograph::ui
