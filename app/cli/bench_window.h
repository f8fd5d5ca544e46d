// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

#include "core/result.h"

namespace heliograph::cli {

/// From starting the program to a window that is painted and shows its campaigns, with 100,000 contacts: the median of
/// seven starts in milliseconds, after one that isn't counted. Without a display the window is drawn in memory.
[[nodiscard]] Result<QJsonObject> benchStart();

/// The most memory the program uses with its window open while it publishes to 100,000 people (megabytes).
[[nodiscard]] Result<QJsonObject> benchWindow();

}  // namespace heliograph::cli
