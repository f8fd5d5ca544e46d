// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <vector>

#include "editors/spell_checker.h"

namespace heliograph::editors {

/// Where dictionaries lie: the system's and the person's own data folders.
[[nodiscard]] QStringList dictionaryFolders();

/// The dictionaries in the folders, each language once, by name. Reads folders, no dictionary.
[[nodiscard]] std::vector<Dictionary> installedDictionaries(const QStringList& folders);

/// A language as people call it: "English (United States)".
[[nodiscard]] QString languageName(const QString& language);

/// The dictionary for a text: the preferred language's (such as "de_DE"), if it is written in the script that most of
/// the text is in, else the first one that is. Null if there is none.
[[nodiscard]] const Dictionary* dictionaryFor(const QString& text, const std::vector<Dictionary>& dictionaries,
                                              const QString& preferred);

}  // namespace heliograph::editors
