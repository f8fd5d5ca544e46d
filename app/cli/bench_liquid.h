// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

#include "core/result.h"

namespace heliograph::cli {

/// How many messages a second Liquid writes, beside the same message written by a loop without it; each rate is the
/// median of five runs, by the time that one thread computed if nothing else is said. `rows_per_second` reads each
/// person's row, for `bound_per_second` the columns were bound before, `messages_per_second` is the program's own way
/// with its lists of gaps. Also two_threads_per_second, p99_microseconds, parse_microseconds, by_hand_per_second.
/// Error: Internal when the texts differ.
[[nodiscard]] Result<QJsonObject> benchLiquid();

}  // namespace heliograph::cli
