// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <functional>
#include <mutex>
#include <vector>

#include "core/background.h"
#include "delivery/check/check_counter.h"
#include "delivery/check/text_ledger.h"
#include "delivery/reach/audience_snapshot.h"

namespace heliograph::delivery {

/// Whom a drawing is made among.
struct DrawingGround {
  DrawnLots lots;                           ///< of everybody who can be sent to
  std::vector<std::vector<bool>> sendable;  ///< by piece of the snapshot and place in it: who they are
};

/// One counting of everybody in a snapshot by several threads. When the whole audience is there, its pieces are taken
/// from all over it, so that what is counted first is like the rest.
class EverybodyCount final {
 public:
  /// All of them must outlive the count. `found` gets who can be sent to, drawn or not; `known` is what an earlier
  /// count of the same people has found: then no text is made for who isn't drawn.
  EverybodyCount(const AudienceSnapshot& people, const QualificationInput& input, const CostRates& rates,
                 const MessageReads& reads, DrawingGround* found = nullptr, const DrawingGround* known = nullptr);

  /// Counts until nobody is left or it is cancelled; called by every thread that takes part. `afterEach` is called on
  /// that thread after each piece.
  void work(const CancelToken& cancel, const std::function<void()>& afterEach = {});
  /// Writes what was counted so far into a report, as CheckCounter does. Any thread, at any time.
  void writeTo(CheckReport& report) const;
  /// What everybody would get, in the order of their ids. When all threads are done.
  [[nodiscard]] TextLedger takeLedger();

 private:
  [[nodiscard]] std::size_t nextBlock();
  /// What a piece gives.
  struct Piece {
    CheckCounter counter;
    DrawnLots lots;
    std::vector<bool> sendable;
    const std::vector<bool>* known = nullptr;
  };
  [[nodiscard]] bool countBlock(const AudienceBlock& block, TextStages& texts, BlockRow& row, Piece& piece,
                                const CancelToken& cancel) const;
  [[nodiscard]] bool isLeftOutByLot(const Piece& piece, std::size_t place, ProfileId person) const;
  void keep(std::size_t index, Piece&& piece, TextLedger&& ledger);

  const AudienceSnapshot& m_people;
  const QualificationInput& m_input;
  const CostRates& m_rates;
  const MessageReads& m_reads;
  std::vector<std::size_t> m_order;  ///< of the blocks; empty: as they arrive
  std::atomic<std::size_t> m_taken{0};
  mutable std::mutex m_mutex;
  CheckCounter m_total;
  Lots m_lots;
  DrawingGround* m_found;
  const DrawingGround* m_known;
  std::vector<TextLedger> m_ledgers;  ///< by block
};

}  // namespace heliograph::delivery
