// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/check/longer_texts.h"

#include "delivery/check/outcome.h"

namespace heliograph::delivery {

LongerTexts compareAddition(const TextLedger& without, const TextLedger& with, const CancelToken& cancel) {
  LongerTexts longer;
  auto before = without.entries().begin();
  for (const TextEntry& after : with.entries()) {
    while (before != without.entries().end() && before->profile < after.profile) ++before;
    if (before == without.entries().end()) break;
    if (before->profile == after.profile && before->parts < after.parts) ++longer.people;
  }
  const Outcome outcome = compareLedgers(without, with, cancel);
  longer.parts = outcome.partsChange();
  longer.cost = outcome.costChange();
  return longer;
}

}  // namespace heliograph::delivery
