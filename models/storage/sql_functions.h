// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

struct sqlite3;

namespace heliograph::storage {

/// Adds what the program's statements use beyond SQLite's own functions: fold(text), the text without its case by
/// Unicode's rules (NULL stays NULL).
void registerSqlFunctions(sqlite3* handle);

}  // namespace heliograph::storage
