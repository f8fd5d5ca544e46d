// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

#include "core/result.h"

namespace heliograph::cli {

/// Every hostile template in a process of its own: `{templates:[{name, milliseconds, megabytes, answer}], count,
/// slowest_milliseconds, largest_megabytes}`. The megabytes (10^6 bytes) are those that parsing and rendering added to
/// the process at its peak. Errors: Internal when one of them ends the process, Unsupported without /proc.
[[nodiscard]] Result<QJsonObject> benchHostile();

}  // namespace heliograph::cli
