// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

#include "reports/run_report.h"

namespace heliograph::reports {

/// `{"goal":{…},"people","converted","share","revenue","revenue_per_person","copies":[…],"held_back":{…}}`: revenue if
/// the goal has one, copies if there are several, held_back if somebody was. Empty for a run without a goal; only
/// "problem" if it can't be counted.
[[nodiscard]] QJsonObject conversionsJson(const RunReport& report);

}  // namespace heliograph::reports
