// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

#include "audience/reach.h"

namespace heliograph::cli {

/// `{qualified, reachable, no_phone, unsubscribed, invalid_phone, duplicate_phone, seconds}`.
[[nodiscard]] QJsonObject reachJson(const audience::Reach& reach);

/// The same, one line each.
[[nodiscard]] QString reachWords(const audience::Reach& reach);

}  // namespace heliograph::cli
