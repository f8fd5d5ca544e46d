// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

#include "core/result.h"

namespace heliograph::cli {

/// How many texts a second are counted into parts: `{texts, seconds, per_second}`.
[[nodiscard]] Result<QJsonObject> benchSms();

}  // namespace heliograph::cli
