// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <memory>

#include "campaign/campaign.h"
#include "delivery/check/text_ledger.h"

namespace heliograph::ui {

using SharedLedger = std::shared_ptr<const delivery::TextLedger>;

/// True if two states of a campaign give everybody the same text at the same cost.
[[nodiscard]] bool sameTexts(const campaign::Campaign& left, const campaign::Campaign& right);

/// The last few states that were counted, so that undoing and comparing again don't count again.
class LedgerCache final {
 public:
  static constexpr std::size_t most = 4;

  void put(const campaign::Campaign& state, SharedLedger ledger);
  /// Null when that state wasn't counted lately.
  [[nodiscard]] SharedLedger find(const campaign::Campaign& state) const;
  /// For when contacts or prices have changed.
  void clear() { m_counted.clear(); }

 private:
  struct Counted {
    campaign::Campaign state;
    SharedLedger ledger;
  };
  std::deque<Counted> m_counted;  ///< the latest first
};

}  // namespace heliograph::ui
