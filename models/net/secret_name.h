// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace heliograph::net {

/// The name with every other character than A-Z, a-z and 0-9 as `_`: fit for a file and an environment variable.
[[nodiscard]] QString plainName(QString name);

}  // namespace heliograph::net
