// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include "core/result.h"

namespace heliograph {

/// Writes a file whole or not at all; one that was there stays until then. Error: Io, in words.
[[nodiscard]] Result<> writeWhole(const QString& path, const QByteArray& bytes);

}  // namespace heliograph
