// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/background.h"
#include "core/money.h"
#include "delivery/check/text_ledger.h"

namespace heliograph::delivery {

/// What an addition to a message makes longer.
struct LongerTexts {
  qint64 people = 0;  ///< whose text takes more parts with it
  qint64 parts = 0;   ///< more, over all people
  MoneySum cost;      ///< more, as far as there are prices

  bool operator==(const LongerTexts&) const = default;
};

/// Compares what everybody would get without the addition and with it. When it is cancelled, the answer is to be thrown
/// away.
[[nodiscard]] LongerTexts compareAddition(const TextLedger& without, const TextLedger& with,
                                          const CancelToken& cancel = {});

}  // namespace heliograph::delivery
