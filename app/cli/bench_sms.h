// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

#include "core/result.h"

namespace heliograph::cli {

/// How long the parts of a text of 90 characters take to count, beside a loop that only looks at each of them:
/// `{ninety_characters_nanoseconds, by_hand_nanoseconds, mixed_per_second}`, medians of five runs by the
/// time computed. The mixed texts are of four scripts.
[[nodiscard]] Result<QJsonObject> benchSms();

}  // namespace heliograph::cli
