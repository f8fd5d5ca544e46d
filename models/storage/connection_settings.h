// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace heliograph::storage {

/// What every connection sets for itself. None of them writes to the file.
[[nodiscard]] const QStringList& connectionPragmas();

}  // namespace heliograph::storage
