// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace heliograph::ui {

/// The values in a line typed with commas between them, trimmed; one in double quotes may hold commas itself.
[[nodiscard]] QStringList valuesFromText(const QString& text);

/// The line that is read as these values.
[[nodiscard]] QString textFromValues(const QStringList& values);

/// Where the value begins that ends at `cursor`: behind the last comma that isn't in quotes.
[[nodiscard]] qsizetype valueStart(const QString& text, qsizetype cursor);

}  // namespace heliograph::ui
