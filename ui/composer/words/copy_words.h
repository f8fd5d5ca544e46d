// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "campaign/variants.h"
#include "delivery/check/check_report.h"

namespace heliograph::ui {

/// What the page says of a kind: "One message for everybody. Type @ to personalise it."
[[nodiscard]] QString kindWords(campaign::Variants::Kind kind);

/// Who gets which copy, with the people as far as they are counted: "10 % = 4,120 people: 2,060 get A, 2,060 get B; the
/// rest, 37,083, get the winner you choose." Empty for a single message. `variants` as they are in force.
[[nodiscard]] QString whoGetsWhatWords(const campaign::Variants& variants, const delivery::CheckReport& report);

/// What a tab says: "A", "B 30 %", "Gold"; that a copy is still empty.
[[nodiscard]] QString copyTabText(const campaign::Variants& variants, int copy, bool empty);

/// "2 copies by A/B test: the winner is chosen by you", for the large sentence on Publish; empty for a single message.
[[nodiscard]] QString copiesPhrase(const campaign::Variants& variants);

/// A time to wait: "15 minutes", "2 hours", "3 days".
[[nodiscard]] QString waitWords(int minutes);

}  // namespace heliograph::ui
