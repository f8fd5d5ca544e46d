// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

#include "core/result.h"

namespace heliograph::cli {

/// The most memory that publishing to 100,000 people takes, from the check until everybody has a row and sending is
/// under way: `{people, before_mb, peak_mb, seconds}`. Without the window. Errors: Unsupported where the system doesn't
/// say.
[[nodiscard]] Result<QJsonObject> benchMemory();

}  // namespace heliograph::cli
