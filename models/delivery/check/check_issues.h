// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "delivery/check/check_report.h"

namespace heliograph::delivery {

/// Adds what the figures of a report say about the campaign: nobody is reached, people are left out, values or prices
/// are missing. `noPrices`: none at all are entered for the route.
void addCountedIssues(CheckReport& report, bool noPrices);

/// Why an audience can't be looked at.
[[nodiscard]] campaign::Issue audienceIssue(const Error& error);

/// Takes out what the figures have made no news: that nobody is reached by an empty message, that somebody might read a
/// gap.
void dropOldNews(CheckReport& report);

}  // namespace heliograph::delivery
