// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/clock.h"
#include "core/ids.h"
#include "core/result.h"
#include "delivery/receipts/receipt_match.h"
#include "providers/reports/receipt.h"
#include "storage/database.h"

namespace heliograph::delivery {

/// What taking receipts in has changed.
struct IntakeReport {
  int changed = 0;    ///< messages of which more is known now, and clicks
  int unchanged = 0;  ///< told before, or overtaken by what is known
  int waiting = 0;    ///< of messages that nobody here knows (yet)
  int replies = 0;    ///< new answers of people
  int stopped = 0;    ///< numbers that are never texted again
  int started = 0;    ///< numbers that may be texted again

  bool operator==(const IntakeReport&) const = default;
};

/// Takes in what providers report, each batch in one commit. What comes twice, late, or in another order ends in the
/// same: of a message delivered counts more than failed, failed more than sent, and the state of sending
/// stays, but that what was unclear or would be sent again is known to be with the provider. A message counts as
/// delivered even if it was said before that it failed: that it is on the phone is a fact, that it won't arrive was a
/// forecast.
class ReceiptIntake final {
 public:
  ReceiptIntake(const storage::Database& database, const Clock& clock) : m_database(database), m_clock(clock) {}

  [[nodiscard]] Result<IntakeReport> take(ProviderId provider, const std::vector<providers::Receipt>& receipts) const;
  /// Looks again for the messages of receipts that wait, the oldest first; those of more than three days ago are
  /// forgotten.
  [[nodiscard]] Result<IntakeReport> takeWaiting() const;

 private:
  struct Desk;
  [[nodiscard]] Result<> takeOne(Desk& desk, const providers::Receipt& receipt) const;
  [[nodiscard]] Result<> takeReceipt(Desk& desk, const MatchedRow& row, const providers::Receipt& receipt) const;
  [[nodiscard]] Result<bool> noteState(const MatchedRow& row, const providers::Receipt& receipt) const;
  [[nodiscard]] Result<> noteArrival(const MatchedRow& row, bool delivered) const;
  [[nodiscard]] Result<bool> noteClick(const MatchedRow& row, const providers::Receipt& receipt) const;
  [[nodiscard]] Result<> keepWaiting(Desk& desk, const MessageName& name, const providers::Receipt& receipt) const;
  [[nodiscard]] QDateTime timeOf(const providers::Receipt& receipt) const;

  const storage::Database& m_database;
  const Clock& m_clock;
};

}  // namespace heliograph::delivery
