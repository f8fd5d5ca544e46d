// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QString>
#include <vector>

namespace heliograph::editors {

/// A stretch of a text that is one emoji, in UTF-16 units.
struct EmojiRange {
  qsizetype begin = 0;
  qsizetype length = 0;

  bool operator==(const EmojiRange&) const = default;
};

/// The characters of a text that are meant as emoji, in colour: those that are by themselves (Emoji_Presentation), and
/// those with U+FE0F, which says so.
[[nodiscard]] std::vector<EmojiRange> emojiRanges(QStringView text);

/// Those of them that fonts only draw whole and in colour once U+FE0F is taken out: the keycaps, signs that text fonts
/// have too, and what is joined behind one.
[[nodiscard]] std::vector<EmojiRange> brokenEmoji(QStringView text);

/// A text as it is given to fonts: U+FE0F is taken out of its emoji. For drawing only.
struct DrawnText {
  QString text;
  std::vector<EmojiRange> emoji;  ///< in `text`
};
[[nodiscard]] DrawnText drawnText(const QString& text);

/// A text's font with the emoji's before it. For emoji alone: an emoji font draws its own digits.
[[nodiscard]] QFont emojiFont(const QFont& text);

}  // namespace heliograph::editors
