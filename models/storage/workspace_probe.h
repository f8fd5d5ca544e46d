// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <chrono>

#include "core/result.h"

namespace heliograph::storage {

/// Looks at a workspace file without changing a byte of it, and gives its schema version; 0 for a file that is empty or
/// not there. Errors: Damaged (no workspace, or cut short), TooNew (later than `newest`), ReadOnly, Busy, Io.
[[nodiscard]] Result<int> probeWorkspace(const QString& path, int newest, std::chrono::milliseconds busyTimeout);

}  // namespace heliograph::storage
