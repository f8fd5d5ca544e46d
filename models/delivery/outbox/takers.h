// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/ids.h"
#include "core/result.h"
#include "providers/routes/country_coverage.h"
#include "storage/database.h"

namespace heliograph::delivery {

/// Who may be sent through.
struct Taker {
  ProviderId provider;
  providers::Coverage coverage;

  bool operator==(const Taker&) const = default;
};

/// Whether one of them may take a row of the run that waits, now or later: it covers the number's country and hasn't
/// turned the row away. False, and nothing of the run is under way: the run gets no further with these.
[[nodiscard]] Result<bool> somebodyCanTake(const storage::Database& database, RunId run,
                                           const std::vector<Taker>& takers);

}  // namespace heliograph::delivery
