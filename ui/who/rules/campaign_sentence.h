// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/who/rules/rule_sentence.h"
#include "ui/who/rules/rule_supply.h"

namespace heliograph::ui {

class WindowParts;

/// "Received the campaign Diwali in the last 30 days", "Did not receive any labelled sale".
class CampaignSentence final : public RuleSentence {
  Q_OBJECT
 public:
  CampaignSentence(const audience::CampaignRule& rule, RuleSupply& supply, int number);

  [[nodiscard]] Value value() const override { return m_rule; }
  [[nodiscard]] bool isComplete() const override;

 private:
  void offerVerbs();
  void offerNames();

  RuleSupply& m_supply;
  audience::CampaignRule m_rule;
  SentenceCombo* m_verb;
  SentenceCombo* m_by;
  SentenceCombo* m_name;
  WindowParts* m_window;
};

}  // namespace heliograph::ui
