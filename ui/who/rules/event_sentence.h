// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/who/rules/rule_sentence.h"
#include "ui/who/rules/rule_supply.h"

namespace heliograph::ui {

class ComparisonParts;
class FilterParts;
class WindowParts;

/// "Did Charged at least 2 times in the last 30 days where Amount > 1000", "Did not do …", sums, averages, first and
/// last times.
class EventSentence final : public RuleSentence {
  Q_OBJECT
 public:
  EventSentence(const audience::EventRule& rule, RuleSupply& supply, int number);

  [[nodiscard]] Value value() const override { return m_rule; }
  [[nodiscard]] bool isComplete() const override;

 private:
  void connectParts();
  void showEvent();
  void showMeasure();
  void chooseEvent(int row);
  void chooseMeasure(int row);
  void offerSums();
  void read();
  void fit();

  RuleSupply& m_supply;
  audience::EventRule m_rule;
  SentenceCombo* m_did;
  SentenceCombo* m_event;
  SentenceCombo* m_measure;   ///< before what is compared: "with a sum of"
  SentenceCombo* m_property;  ///< that is summed
  ComparisonParts* m_amount;
  SentenceCombo* m_times;  ///< the measure again, behind the number where it reads better: "times"
  WindowParts* m_window;
  SentenceCombo* m_never;
  FilterParts* m_filters;
};

}  // namespace heliograph::ui
