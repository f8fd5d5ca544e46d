// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <vector>

#include "campaign/issue.h"
#include "delivery/check/check_report.h"

namespace heliograph::ui {

/// What was checked and found right, in words with the figures, given the issues that were found. Nothing while the
/// people were not counted.
[[nodiscard]] QStringList fineChecks(const std::vector<campaign::Issue>& issues, const delivery::CheckReport& report);

}  // namespace heliograph::ui
