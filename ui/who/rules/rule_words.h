// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>

#include "audience/segment_operator.h"

namespace heliograph::ui {

/// Whether a number that is compared so may be 0: "fewer than 3", "between 0 and 2".
[[nodiscard]] bool allowsZero(audience::SegmentOperator op, const QJsonArray& values);

}  // namespace heliograph::ui
