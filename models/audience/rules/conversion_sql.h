// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariantList>
#include <vector>

#include "audience/evaluation_time.h"
#include "audience/events/event_catalog.h"
#include "audience/rules/goal.h"
#include "core/result.h"

namespace heliograph::audience {

/// Everything that counts as a conversion, wherever conversions are asked for. A SELECT with a row for each event of a
/// goal that somebody did from the acceptance of their message until the end of the goal's time; for who was held back
/// in a control group, from the start of the run. Columns: outbox_id, profile_id, at, copy, held (0 or 1), revenue
/// (NULL if the goal has none). `runs` is a condition on `run AS r`; the values of the question marks are added, in
/// order. No row for an event that nobody ever did. Errors: InvalidInput for a property that the event doesn't have.
[[nodiscard]] Result<QString> conversionSql(const Goal& goal, const std::vector<EventType>& events,
                                            const EvaluationTime& time, const QString& runs, QVariantList& values);

}  // namespace heliograph::audience
