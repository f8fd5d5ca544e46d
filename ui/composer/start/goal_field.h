// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>

#include "audience/rules/goal.h"
#include "ui/services.h"
#include "ui/who/rules/rule_supply.h"

namespace heliograph::ui {

class Fold;
class GoalSentence;
class Label;

/// The campaign's goal, folded: one sentence, or a line that says why none can be chosen.
class GoalField final : public QWidget {
  Q_OBJECT
 public:
  explicit GoalField(Services& services, QWidget* parent = nullptr);

  /// Shows a goal without a signal.
  void load(const std::optional<audience::Goal>& goal);
  /// Looks again for what people do.
  void refresh();
  void focusGoal();

 Q_SIGNALS:
  void changed(const std::optional<heliograph::audience::Goal>& goal);

 private:
  void showSentence();
  void showSummary();
  void takeEdit();

  RuleSupply m_supply;
  std::optional<audience::Goal> m_goal;
  bool m_read = false;   ///< what people do is known
  bool m_focus = false;  ///< the sentence gets the focus once it is there
  Fold* m_fold;
  Label* m_none;
  Label* m_hint;
  GoalSentence* m_sentence = nullptr;
};

}  // namespace heliograph::ui
