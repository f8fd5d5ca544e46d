// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <vector>

namespace heliograph::editors {

/// A word of a message that can be looked up.
struct SpellingWord {
  qsizetype begin = 0;  ///< byte range in the source
  qsizetype end = 0;
  QString text;  ///< with a plain apostrophe

  bool operator==(const SpellingWord&) const = default;
};

/// The words of the text of a source. What is no language is left out: Liquid and what hangs on an output, links,
/// addresses, tags, anything with figures in it, codes in capitals, single letters.
[[nodiscard]] std::vector<SpellingWord> spellingWords(const QByteArray& source);

}  // namespace heliograph::editors
