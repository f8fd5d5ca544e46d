// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

namespace heliograph::net {

/// What every secret store says alike.
[[nodiscard]] Error noSecret(const QString& provider, const QString& field);
[[nodiscard]] Error emptySecret();
[[nodiscard]] Error readOnlyPlace();

}  // namespace heliograph::net
