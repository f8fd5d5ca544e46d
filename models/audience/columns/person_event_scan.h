// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "audience/columns/column_snapshot.h"
#include "core/background.h"

namespace heliograph::audience {

/// The ids of these people's events in the table of a type, ascending: found by halving in each part, not by looking at
/// all. Errors: Damaged, Cancelled.
[[nodiscard]] Result<std::vector<qint64>> eventIdsOf(const ColumnSnapshot& snapshot, EventTypeId type,
                                                     const std::vector<ProfileId>& people, const CancelToken& cancel);

}  // namespace heliograph::audience
