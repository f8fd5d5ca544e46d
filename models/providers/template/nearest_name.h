// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace heliograph::providers {

/// The one of `names` that differs from a misspelt word by at most two letters, or empty.
[[nodiscard]] QString nearestName(const QString& word, const QStringList& names);

}  // namespace heliograph::providers
