// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <vector>

#include "delivery/check/check_report.h"

namespace heliograph::cli {

/// `{issues:[{severity,code,step,field,text}], reach:{…}, sendable, skipped:{…}, parts:{"1":n}, cost:{},
/// schedule:[…]}`.
[[nodiscard]] QJsonObject checkJson(const delivery::CheckReport& report, const std::vector<QDateTime>& schedule);

/// The same for a person.
[[nodiscard]] QString checkWords(const delivery::CheckReport& report, const std::vector<QDateTime>& schedule);

}  // namespace heliograph::cli
