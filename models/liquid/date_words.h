// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "liquid/date_fields.h"

namespace heliograph::liquid {

/// Reads a date in words or figures, in any of the orders that are clear: "March 14, 2016", "9 Mar 2026 14:05",
/// "14/03/2016", "20160314T093000Z", "3pm". Words that say nothing about the date are passed over. Nothing when no day
/// and no time is found.
std::optional<DateFields> readDateWords(std::string_view text);

}  // namespace heliograph::liquid
