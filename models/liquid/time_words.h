// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

#include "liquid/date_fields.h"
#include "liquid/date_tokens.h"

namespace heliograph::liquid {

/// Reads the first time of day ("14:05", "9:30:15.25 pm", "3pm") with the zone behind it, and takes it out of the
/// tokens. Leaves both as they are when there's none.
void takeTimeWords(DateTokens& tokens, DateFields& fields);

/// Reads a zone at a place ("Z", "UTC", "EST", "+05:30", "-0500", "GMT+2"); the place behind it.
std::size_t readZoneWords(const DateTokens& tokens, std::size_t at, DateFields& fields);

}  // namespace heliograph::liquid
