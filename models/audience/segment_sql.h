// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariantList>

#include "audience/evaluation_time.h"
#include "audience/rules/segment_catalog.h"
#include "audience/segment.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::audience {

/// A condition on `profile AS p` and the values of its question marks, in order. "1" for everybody.
struct SegmentSql {
  QString condition;
  QVariantList values;
  bool scans = false;  ///< a statement with it first looks through tables of events, lists, devices or texts
  bool texts = false;  ///< it asks for what was sent before, so the answer changes with every sending
};

/// Compiles a segment. The functions its condition calls are on every connection of storage (sql_functions.h). Errors:
/// InvalidInput with what is wrong and what to do: an unknown property, event, list, segment or campaign, an operator
/// that doesn't suit a type, a value that can't be read, saved segments that name each other in a circle.
[[nodiscard]] Result<SegmentSql> compileSegment(const Segment& segment, const SegmentCatalog& catalog,
                                                const EvaluationTime& time);

/// The same with the names the workspace has now; reads nothing for everybody.
[[nodiscard]] Result<SegmentSql> compileSegment(const Segment& segment, const storage::Database& database,
                                                const EvaluationTime& time);

}  // namespace heliograph::audience
