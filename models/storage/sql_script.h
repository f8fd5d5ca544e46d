// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace heliograph::storage {

/// The statements of a script, without comments and empty ones. Semicolons inside quotes and inside BEGIN … END of a
/// trigger do not split.
[[nodiscard]] QStringList splitSqlScript(const QString& script);

}  // namespace heliograph::storage
