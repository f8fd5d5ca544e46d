// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "storage/database.h"

namespace heliograph::storage {

/// The newest schema version this program knows.
[[nodiscard]] int newestSchemaVersion();

/// Applies the numbered files `:/migrations/NNNN_*.sqlite.sql` that the workspace doesn't have yet, each in one
/// transaction together with its row in `schema_version`. Whether the file is a workspace that may be touched is
/// probeWorkspace()'s to say, before.
[[nodiscard]] Result<> migrate(const Database& database);

}  // namespace heliograph::storage
