// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <optional>

#include "audience/evaluation_time.h"
#include "audience/segment_operator.h"
#include "core/result.h"

namespace heliograph::audience {

/// Instants in milliseconds since 1970: from the first one on, before the second one; an open side says nothing.
struct InstantRange {
  std::optional<qint64> from;
  std::optional<qint64> until;

  bool operator==(const InstantRange&) const = default;
};

/// The instants that a date operator (On, Before, After, Between, InLast, Ago, InNext) means by its values: ISO 8601
/// days or instants (without an offset: of the zone), or a number and a unit of time. InvalidInput holds half a
/// sentence on what is wrong.
[[nodiscard]] Result<InstantRange> instantRange(SegmentOperator op, const QJsonArray& values,
                                                const EvaluationTime& time);

/// What an ISO 8601 text means: a whole day of the zone, or the one millisecond of an instant. InvalidInput as above.
[[nodiscard]] Result<InstantRange> instantRange(const QString& text, const QTimeZone& zone);

}  // namespace heliograph::audience
