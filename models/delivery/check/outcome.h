// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/background.h"
#include "core/ids.h"
#include "core/money.h"
#include "delivery/check/text_ledger.h"

namespace heliograph::delivery {

/// What everybody gets together, before or after an edit.
struct OutcomeTotals {
  qint64 people = 0;
  qint64 parts = 0;
  MoneySum cost;      ///< expected; of those that have a price
  int longest = 0;    ///< units of the longest text
  int mostParts = 0;  ///< of one text

  bool operator==(const OutcomeTotals&) const = default;
};

/// People of one kind of change: how many, and some to look at.
struct OutcomePeople {
  qint64 count = 0;
  std::vector<ProfileId> examples;  ///< the first, at most Outcome::mostExamples

  bool operator==(const OutcomePeople&) const = default;
};

/// What changes for real people between two states of a campaign.
struct Outcome {
  static constexpr std::size_t mostExamples = 50;

  OutcomePeople changed;  ///< are in both states and get another text
  OutcomePeople joined;   ///< would be sent to only after
  OutcomePeople left;     ///< would be sent to only before
  OutcomeTotals before;
  OutcomeTotals after;

  /// After less before.
  [[nodiscard]] qint64 partsChange() const { return after.parts - before.parts; }
  [[nodiscard]] MoneySum costChange() const { return after.cost - before.cost; }
  /// Nobody gets another text, nobody joins or leaves, and it costs the same.
  [[nodiscard]] bool isNothing() const;

  bool operator==(const Outcome&) const = default;
};

/// Compares what everybody would get before and after, in one walk over both. When it is cancelled, the answer covers
/// only part of the people and is to be thrown away.
[[nodiscard]] Outcome compareLedgers(const TextLedger& before, const TextLedger& after, const CancelToken& cancel = {});

}  // namespace heliograph::delivery
