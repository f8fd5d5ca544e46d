// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/who/rules/rule_sentence.h"
#include "ui/who/rules/rule_supply.h"

namespace heliograph::ui {

/// The sentence for a rule of any kind; the part is no group.
[[nodiscard]] RuleSentence* makeSentence(const audience::SegmentPart& part, RuleSupply& supply, int number);

}  // namespace heliograph::ui
