// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/ids.h"
#include "core/result.h"
#include "delivery/outbox/left_out_providers.h"
#include "delivery/outbox/run.h"
#include "storage/database.h"

namespace heliograph::reports {

/// A provider that a run went on without, and what that meant.
struct LeftOutCount {
  delivery::LeftOut leftOut;
  qint64 rejected = 0;  ///< messages that it sent back for it
  qint64 taken = 0;     ///< by others meanwhile
  qint64 waiting = 0;   ///< for it or another, as nobody is left who takes them

  bool operator==(const LeftOutCount&) const = default;
};

/// All of a run in the order in which they were left out, those that are used again included.
[[nodiscard]] Result<std::vector<LeftOutCount>> leftOutCounts(const storage::Database& database,
                                                              const delivery::Run& run);

/// A line: "“Acme” has no credit left, since 14:02: others took 200."
[[nodiscard]] QString leftOutLine(const LeftOutCount& count);

}  // namespace heliograph::reports
