// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QVariantList>

#include "audience/evaluation_time.h"
#include "audience/rules/segment_catalog.h"

namespace heliograph::audience {

/// The condition of an event rule on `profile AS p`; the values of its question marks are added, in order. Errors:
/// InvalidInput with what is wrong and what to do.
[[nodiscard]] Result<QString> eventSql(const EventRule& rule, const SegmentCatalog& catalog, const EvaluationTime& time,
                                       QVariantList& values);

/// The conditions on properties of an event on `event_N AS e`, none for none; their values are added likewise.
[[nodiscard]] Result<QStringList> eventConditions(const EventType& type, const std::vector<SegmentRule>& where,
                                                  const EvaluationTime& time, QVariantList& values);

/// Likewise for a rule on one value shared by several events.
[[nodiscard]] Result<QString> sameValueSql(const SameValueRule& rule, const SegmentCatalog& catalog,
                                           const EvaluationTime& time, QVariantList& values);

}  // namespace heliograph::audience
