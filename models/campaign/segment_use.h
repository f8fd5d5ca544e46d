// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QHash>

#include "core/ids.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::campaign {

/// When each saved segment was last texted: the latest begin of a run of a campaign to it. Segments that never were
/// have no entry.
[[nodiscard]] Result<QHash<SegmentId, QDateTime>> lastTexted(const storage::Database& database);

}  // namespace heliograph::campaign
