// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QString>

#include "audience/columns/segment_engine.h"
#include "core/result.h"

namespace heliograph::cli {

/// How long estimates of live segments take from the columns, nothing known of any rule: [{"name", "fired", "ms"}]. The
/// file is an array of {"name", "live"}. Errors: NotFound, InvalidInput, Internal if the columns can't answer.
[[nodiscard]] Result<QJsonArray> measureLive(audience::SegmentEngine& engine, const QString& file,
                                             const audience::EvaluationTime& time);

}  // namespace heliograph::cli
