// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audience/columns/people_bits.h"
#include "audience/evaluation_time.h"
#include "audience/rules/segment_catalog.h"
#include "audience/segment.h"
#include "core/background.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::audience {

/// Whom a segment lets through by its statement, as bits for ids below `limit`. Errors: Cancelled, those of
/// compileSegment and of storage.
[[nodiscard]] Result<PeopleBits> peopleBySql(const Segment& segment, const SegmentCatalog& catalog,
                                             const EvaluationTime& time, const storage::Database& database,
                                             std::size_t limit, const CancelToken& cancel);

/// The people whose ids a statement without values gives.
[[nodiscard]] Result<PeopleBits> peopleOfIds(const QString& sql, const storage::Database& database, std::size_t limit);

}  // namespace heliograph::audience
