// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include "liquid/time_zone.h"

namespace heliograph::liquid {

/// The offset that a POSIX TZ rule ("CET-1CEST,M3.5.0,M10.5.0/3") gives at a moment (Unix seconds). The abbreviation is
/// a view of the rule; UTC when the rule can't be read.
ZoneOffset offsetByRule(std::string_view rule, std::int64_t utcSeconds);

}  // namespace heliograph::liquid
