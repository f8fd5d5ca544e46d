// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include "audience/lists/custom_list_import.h"

namespace heliograph::ui {

/// The first identities of a file of rows that came onto no list. Reads the file: not on the GUI thread.
[[nodiscard]] QStringList firstUnknown(const QString& file, const storage::Database& database);

/// In words: how many rows name nobody, the first of them, and where all of them are.
[[nodiscard]] QString unknownWords(const audience::ListImportReport& report, const QStringList& first);

}  // namespace heliograph::ui
