// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariantList>
#include <vector>

#include "audience/evaluation_time.h"
#include "audience/property.h"
#include "audience/segment.h"
#include "core/result.h"

namespace heliograph::audience {

/// A condition on `profile AS p` and the values of its question marks, in order. "1" for everybody.
struct SegmentSql {
  QString condition;
  QVariantList values;
};

/// Compiles a segment. Errors: InvalidInput naming the property that is unknown, the operator that doesn't suit its
/// type, or the value that can't be read.
[[nodiscard]] Result<SegmentSql> compileSegment(const Segment& segment, const std::vector<Property>& properties,
                                                const EvaluationTime& time);

}  // namespace heliograph::audience
