// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <optional>
#include <vector>

namespace heliograph::message {

/// A character of a message, as a person sees one, that is outside GSM-7 and so makes the text UCS-2.
struct CostlyMark {
  qsizetype begin = 0;  ///< byte range in the source
  qsizetype end = 0;
  QString character;
  char32_t codepoint = 0;                 ///< the first one outside GSM-7
  std::optional<QByteArray> replacement;  ///< what reads the same and can stand there; empty: it can go

  bool operator==(const CostlyMark&) const = default;
};

/// The characters that cost, in what the source prints as it stands (see printedText). None in a text of a script that
/// GSM-7 doesn't have (a quarter of the letters is of one): no character costs by itself there.
[[nodiscard]] std::vector<CostlyMark> costlyMarks(const QByteArray& source);

/// The source with every mark that has a replacement replaced.
[[nodiscard]] QByteArray withReplacements(const QByteArray& source, const std::vector<CostlyMark>& marks);

/// Whether replacing all that can be replaced keeps the message in GSM-7.
[[nodiscard]] bool canAllBeReplaced(const std::vector<CostlyMark>& marks);

/// What people call the character: "curly apostrophe", "long dash", "letter á".
[[nodiscard]] QString characterName(const CostlyMark& mark);

/// A sentence: what it is, what it does to the text, what would do instead.
[[nodiscard]] QString costlySentence(const CostlyMark& mark);

}  // namespace heliograph::message
