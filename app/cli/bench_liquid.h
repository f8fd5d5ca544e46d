// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

#include "core/result.h"

namespace heliograph::cli {

/// How many messages a second Liquid writes from rows, beside the same message written by a loop without it:
/// `{renders, per_second, p99_microseconds, parse_microseconds, by_hand_per_second}`. Error: Internal when the two
/// don't give the same texts.
[[nodiscard]] Result<QJsonObject> benchLiquid();

}  // namespace heliograph::cli
