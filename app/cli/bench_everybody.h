// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

#include "core/result.h"

namespace heliograph::cli {

/// What everybody's check takes while a message is edited, beside the plain check of the whole database:
/// `{people, threads, cold_first_ms, cold_ms, first_ms, warm_ms, unicode_ms, cancel_ms, restarts_per_second, plain_ms,
/// snapshot_mb, rss_mb}`, and for each beside its "_ms" what all threads computed together in "_computed_ms", which a
/// busy machine doesn't blur. "cold": the people aren't in memory yet; "unicode": with a costly character. Errors:
/// those of the import and of storage.
[[nodiscard]] Result<QJsonObject> benchEverybody(qint64 people);

}  // namespace heliograph::cli
