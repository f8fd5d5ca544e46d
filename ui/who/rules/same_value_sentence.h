// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "ui/who/rules/rule_sentence.h"
#include "ui/who/rules/rule_supply.h"

namespace heliograph::ui {

class FilterParts;
class IconButton;
class WindowParts;

/// "With one and the same value: did Product viewed with Product in the last 7 days, did not do Charged with Item
/// ever": several events that share what one of their properties holds.
class SameValueSentence final : public RuleSentence {
  Q_OBJECT
 public:
  SameValueSentence(const audience::SameValueRule& rule, RuleSupply& supply, int number);

  [[nodiscard]] Value value() const override { return m_rule; }
  [[nodiscard]] bool isComplete() const override;

 private:
  struct EventFields {
    SentenceCombo* did;
    SentenceCombo* event;
    Label* joint;
    SentenceCombo* property;
    WindowParts* window;
    FilterParts* filters;
    IconButton* remove;
  };

  void addEvent();
  void showEvent(const audience::SameValueRule::Event& event);
  void offerProperties(const EventFields& fields, const audience::SameValueRule::Event& event);
  void chooseEvent(std::size_t number, int row);
  void removeEvent(std::size_t number);
  void read();
  void fit();
  [[nodiscard]] std::size_t numberOf(const SentenceCombo* event) const;

  RuleSupply& m_supply;
  audience::SameValueRule m_rule;
  std::vector<EventFields> m_events;
  IconButton* m_add;
};

}  // namespace heliograph::ui
