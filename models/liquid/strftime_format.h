// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "liquid/calendar.h"
#include "liquid/value_text.h"

namespace heliograph::liquid {

/// Appends a moment as a strftime format asks for: the flags - 0 ^ _ # and widths (no wider than widest) of Ruby's
/// Time, English names, %N and %L, %z with colons. A conversion that isn't known is printed as it stands; false
/// when the format ends in the middle of one.
bool appendFormatted(TextSink& sink, std::string_view format, const Moment& moment, int widest);

}  // namespace heliograph::liquid
