// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/answer/rule_engine.h"

#include <algorithm>

namespace heliograph::providers {
namespace {

bool quantified(const QStringList& values, Condition::Quantifier quantifier, const auto& test) {
  if (quantifier == Condition::Quantifier::Any) return std::any_of(values.begin(), values.end(), test);
  return !values.isEmpty() && std::all_of(values.begin(), values.end(), test);
}

bool statusHolds(const AnswerRule& rule, int status) {
  return rule.statuses.empty() || std::any_of(rule.statuses.begin(), rule.statuses.end(), [status](StatusRange range) {
           return status >= range.first && status <= range.last;
         });
}

}  // namespace

bool conditionHolds(const Condition& condition, const AnswerNode& root, const net::HttpAnswer& answer) {
  const QStringList values = condition.selector.all(root, answer);
  if (condition.exists && condition.selector.isThere(root, answer) != *condition.exists) return false;
  if (!condition.isOneOf.isEmpty() &&
      !quantified(values, condition.quantifier, [&](const QString& v) { return condition.isOneOf.contains(v); })) {
    return false;
  }
  return condition.isNoneOf.isEmpty() ||
         quantified(values, condition.quantifier, [&](const QString& v) { return !condition.isNoneOf.contains(v); });
}

Consequence applyRules(const AnswerSpec& spec, const AnswerNode& root, const net::HttpAnswer& answer) {
  for (const AnswerRule& rule : spec.rules) {
    if (!statusHolds(rule, answer.status)) continue;
    const bool all = std::all_of(rule.conditions.begin(), rule.conditions.end(),
                                 [&](const Condition& condition) { return conditionHolds(condition, root, answer); });
    if (!all) continue;
    if (rule.table.isEmpty()) return rule.then;
    const OutcomeTable table = spec.tables.value(rule.table);
    const auto entry = table.constFind(rule.key.first(root, answer));
    if (entry != table.constEnd()) return *entry;
  }
  return {};
}

}  // namespace heliograph::providers
