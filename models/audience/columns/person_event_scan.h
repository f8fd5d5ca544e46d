// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "audience/columns/column_snapshot.h"
#include "core/background.h"

namespace heliograph::audience {

/// The ids of some events in the table of their type, ascending.
struct EventIds {
  EventTypeId type;
  std::vector<qint64> ids;

  bool operator==(const EventIds&) const = default;
};

/// These people's events, by type: found by halving in each part, not by looking at all. Errors: Damaged, Cancelled.
[[nodiscard]] Result<std::vector<EventIds>> eventIdsOf(const ColumnSnapshot& snapshot,
                                                       const std::vector<ProfileId>& people, const CancelToken& cancel);

}  // namespace heliograph::audience
