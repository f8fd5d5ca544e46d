// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/result.h"

namespace heliograph::app {

/// The workspace that is meant: `chosen` if it isn't empty, else HELIOGRAPH_WORKSPACE, else a file in the platform's
/// data folder. Errors: Unsupported for the URL of a database server.
[[nodiscard]] Result<QString> workspacePath(const QString& chosen);

}  // namespace heliograph::app
