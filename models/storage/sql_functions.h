// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

struct sqlite3;

namespace heliograph::storage {

/// Gives a connection functions of its own.
using SqlFunctionSet = void (*)(sqlite3* handle);

/// Has every connection that is opened from now on get these functions, too. For rooms above this one, when the program
/// starts and before it opens a workspace; gives true.
bool addSqlFunctions(SqlFunctionSet functions);

/// Adds what the program's statements use beyond SQLite's own functions: fold(text), the text without its case by
/// Unicode's rules (NULL stays NULL), and what was given to addSqlFunctions.
void registerSqlFunctions(sqlite3* handle);

}  // namespace heliograph::storage
