// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/definition/answer_spec.h"

#include <array>

namespace heliograph::providers {
namespace {

struct Named {
  RuleOutcome outcome;
  const char* name;
};

constexpr std::array<Named, 12> outcomeNames{{{RuleOutcome::Accepted, "accepted"},
                                              {RuleOutcome::RetryAfter, "retry_after"},
                                              {RuleOutcome::NextProvider, "next_provider"},
                                              {RuleOutcome::Permanent, "permanent"},
                                              {RuleOutcome::OptedOut, "opted_out"},
                                              {RuleOutcome::BadNumber, "bad_number"},
                                              {RuleOutcome::Credentials, "credentials"},
                                              {RuleOutcome::NoCredit, "no_credit"},
                                              {RuleOutcome::NotKept, "not_kept"},
                                              {RuleOutcome::InDoubt, "in_doubt"},
                                              {RuleOutcome::NotFound, "not_found"},
                                              {RuleOutcome::TakenBack, "taken_back"}}};

}  // namespace

QString ruleOutcomeName(RuleOutcome outcome) {
  for (const Named& each : outcomeNames) {
    if (each.outcome == outcome) return QString::fromLatin1(each.name);
  }
  return {};
}

std::optional<RuleOutcome> ruleOutcomeByName(const QString& name) {
  for (const Named& each : outcomeNames) {
    if (name == QLatin1String(each.name)) return each.outcome;
  }
  return std::nullopt;
}

}  // namespace heliograph::providers
