// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlError>
#include <QString>

#include "core/error.h"

namespace heliograph::storage {

/// What SQLite said, in words for a person: busy, read-only, full, damaged, a broken rule (Conflict). The detail holds
/// the statement without its values and SQLite's own code, never its text (which may quote a row).
[[nodiscard]] Error sqliteError(const QSqlError& error, const QString& statement);

/// The same from a result code of the C API.
[[nodiscard]] Error sqliteError(int resultCode, const QString& statement);

}  // namespace heliograph::storage
