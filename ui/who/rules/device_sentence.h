// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/who/rules/rule_sentence.h"
#include "ui/who/rules/rule_supply.h"

namespace heliograph::ui {

class ComparisonParts;

/// "Has a device whose App version is 4.2": any of a person's devices.
class DeviceSentence final : public RuleSentence {
  Q_OBJECT
 public:
  DeviceSentence(const audience::DeviceRule& rule, RuleSupply& supply, int number);

  [[nodiscard]] Value value() const override { return m_rule; }
  [[nodiscard]] bool isComplete() const override;

 private:
  void offerValues();

  RuleSupply& m_supply;
  audience::DeviceRule m_rule;
  SentenceCombo* m_field;
  ComparisonParts* m_comparison;
};

}  // namespace heliograph::ui
