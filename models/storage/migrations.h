// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "storage/database.h"

namespace heliograph::storage {

/// The newest schema version this program knows.
[[nodiscard]] int newestSchemaVersion();

/// Applies the numbered files `:/migrations/NNNN_*.sqlite.sql` that the workspace doesn't have yet, each in one
/// transaction together with its row in `schema_version`. A workspace of a later version is refused untouched (TooNew);
/// a file that is no workspace likewise (Damaged).
[[nodiscard]] Result<> migrate(const Database& database);

}  // namespace heliograph::storage
