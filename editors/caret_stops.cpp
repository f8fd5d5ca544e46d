// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editors/caret_stops.h"

#include <QTextBoundaryFinder>
#include <algorithm>
#include <vector>

#include "editors/emoji_drawing.h"

namespace heliograph::editors {
namespace {

constexpr char16_t ZeroWidthJoiner = 0x200D;
/// Viramas that join two letters into a conjunct (InCB=Linker).
constexpr char16_t Linkers[] = {0x094D, 0x09CD, 0x0ACD, 0x0B4D, 0x0C4D, 0x0D4D};

/// Whether a conjunct goes on over the place: a letter, its virama, then another letter.
bool isInsideConjunct(const QString& text, qsizetype at) {
  if (at < 2 || at >= text.size() || !text[at].isLetter()) return false;
  const qsizetype linker = text[at - 1] == QChar(ZeroWidthJoiner) ? at - 2 : at - 1;
  if (linker < 1) return false;
  const bool links = std::find(std::begin(Linkers), std::end(Linkers), text[linker].unicode()) != std::end(Linkers);
  return links && text[linker].script() == text[at].script() && text[linker - 1].script() == text[at].script();
}

bool isInsideEmoji(const std::vector<EmojiRange>& emoji, qsizetype at) {
  return std::any_of(emoji.begin(), emoji.end(),
                     [at](const EmojiRange& one) { return at > one.begin && at < one.begin + one.length; });
}

/// Scripts in which Backspace takes back a whole character.
bool isTakenBackWhole(const QString& text, qsizetype at) {
  const bool pair = text[at].isHighSurrogate() && at + 1 < text.size();
  switch (QChar::script(pair ? QChar::surrogateToUcs4(text[at], text[at + 1]) : text[at].unicode())) {
    case QChar::Script_Common:
    case QChar::Script_Inherited:
    case QChar::Script_Latin:
    case QChar::Script_Greek:
    case QChar::Script_Cyrillic:
      return true;
    default:
      return false;
  }
}

}  // namespace

bool isCaretStop(const QString& text, qsizetype at) {
  if (at <= 0 || at >= text.size()) return true;
  QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
  finder.setPosition(at);
  return finder.isAtBoundary() && !isInsideConjunct(text, at) && !isInsideEmoji(emojiRanges(text), at);
}

qsizetype caretStopBefore(const QString& text, qsizetype at) {
  QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
  const auto emoji = emojiRanges(text);
  finder.setPosition(at);
  qsizetype stop = finder.toPreviousBoundary();
  while (stop > 0 && (isInsideConjunct(text, stop) || isInsideEmoji(emoji, stop))) stop = finder.toPreviousBoundary();
  return std::max<qsizetype>(stop, 0);
}

qsizetype caretStopAfter(const QString& text, qsizetype at) {
  QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
  const auto emoji = emojiRanges(text);
  finder.setPosition(at);
  qsizetype stop = finder.toNextBoundary();
  while (stop >= 0 && (isInsideConjunct(text, stop) || isInsideEmoji(emoji, stop))) stop = finder.toNextBoundary();
  return stop < 0 ? text.size() : stop;
}

qsizetype backspaceStop(const QString& text, qsizetype at) {
  if (at <= 0) return 0;
  const qsizetype whole = caretStopBefore(text, at);
  if (isTakenBackWhole(text, whole)) return whole;
  const bool pair = at > 1 && text[at - 1].isLowSurrogate() && text[at - 2].isHighSurrogate();
  return at - (pair ? 2 : 1);
}

}  // namespace heliograph::editors
