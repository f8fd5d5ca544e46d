// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

#include "delivery/check/outcome.h"

namespace heliograph::ui {

/// Whose names a part of the sentence leads to.
enum class OutcomePart { Plain, Changed, Joined, Left };

/// One part of the sentence: "1,204 texts change".
struct OutcomePhrase {
  OutcomePart part = OutcomePart::Plain;
  QString text;

  bool operator==(const OutcomePhrase&) const = default;
};

/// What changes, in the order in which it matters; "no text changes" first where nobody gets another text, joins or
/// leaves. Never empty.
[[nodiscard]] std::vector<OutcomePhrase> outcomePhrases(const delivery::Outcome& outcome);

/// The phrases as one sentence without links.
[[nodiscard]] QString outcomeSentence(const delivery::Outcome& outcome);

}  // namespace heliograph::ui
