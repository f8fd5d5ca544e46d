// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/who/rules/rule_sentence.h"
#include "ui/who/rules/rule_supply.h"

namespace heliograph::ui {

class ComparisonParts;

/// "City is any of Mumbai, Pune": what is known of a person.
class PropertySentence final : public RuleSentence {
  Q_OBJECT
 public:
  PropertySentence(const audience::SegmentRule& rule, RuleSupply& supply, int number);

  [[nodiscard]] Value value() const override { return m_rule; }
  [[nodiscard]] bool isComplete() const override;

 private:
  void chooseProperty(int row);
  [[nodiscard]] audience::PropertyType type() const;

  RuleSupply& m_supply;
  audience::SegmentRule m_rule;
  SentenceCombo* m_property;
  ComparisonParts* m_comparison;
};

}  // namespace heliograph::ui
