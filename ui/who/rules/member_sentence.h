// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/who/rules/rule_sentence.h"
#include "ui/who/rules/rule_supply.h"

namespace heliograph::ui {

/// "Is in the segment VIPs", "Is not in the list Staff".
class MemberSentence final : public RuleSentence {
  Q_OBJECT
 public:
  MemberSentence(const audience::MemberRule& rule, RuleSupply& supply, int number);

  [[nodiscard]] Value value() const override { return m_rule; }
  [[nodiscard]] bool isComplete() const override { return !m_rule.name.isEmpty(); }

 private:
  audience::MemberRule m_rule;
  SentenceCombo* m_member;
  SentenceCombo* m_name;
};

}  // namespace heliograph::ui
