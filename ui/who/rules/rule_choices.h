// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include "audience/segment.h"
#include "ui/palette/palette_entry.h"
#include "ui/who/rules/rule_supply.h"

namespace heliograph::ui {

/// What "+ Rule" offers, out of what the workspace has: events, what is known of people, segments, lists, earlier
/// campaigns. `take` gets the rule that is begun by an entry. What there is nothing for stands at the end, says why,
/// and does nothing.
[[nodiscard]] std::vector<PaletteEntry> ruleChoices(const RuleSupply& supply,
                                                    const std::function<void(const audience::SegmentPart&)>& take);

/// The rule a property begins with.
[[nodiscard]] audience::SegmentRule firstRuleOn(const QString& property, audience::PropertyType type);

}  // namespace heliograph::ui
