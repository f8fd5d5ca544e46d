// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>

#include "audience/property_values.h"
#include "ui/who/rules/rule_sentence.h"
#include "ui/who/rules/rule_supply.h"

namespace heliograph::ui {

/// "Lives within 10 km of Pune, Mumbai": places by name, completed from the table of cities.
class NearSentence final : public RuleSentence {
  Q_OBJECT
 public:
  NearSentence(const audience::NearRule& rule, RuleSupply& supply, int number);

  [[nodiscard]] Value value() const override { return m_rule; }
  [[nodiscard]] bool isComplete() const override;

 private:
  void read();
  std::vector<audience::CommonValue> placesLike(const QString& text);
  std::optional<audience::NearRule::Place> placeNamed(const QString& text) const;

  RuleSupply& m_supply;
  audience::NearRule m_rule;
  QHash<QString, audience::NearRule::Place> m_known;  ///< by the text that stands for it
  ValuesField* m_radius;
  SentenceCombo* m_unit;
  ValuesField* m_places;
};

}  // namespace heliograph::ui
