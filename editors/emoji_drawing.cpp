// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editors/emoji_drawing.h"

#include <QStringList>
#include <QTextBoundaryFinder>
#include <algorithm>
#include <iterator>

namespace heliograph::editors {
namespace {

constexpr QChar EmojiSelector(0xFE0F);
constexpr char32_t FirstSign = 0x2190;  // signs before it are in text fonts, too

struct CodeRange {
  char32_t first;
  char32_t last;
};

/// Emoji_Presentation in Unicode's emoji-data.txt.
constexpr CodeRange ColourByItself[] = {
    {0x231A, 0x231B},   {0x23E9, 0x23EC},   {0x23F0, 0x23F0},   {0x23F3, 0x23F3},   {0x25FD, 0x25FE},
    {0x2614, 0x2615},   {0x2648, 0x2653},   {0x267F, 0x267F},   {0x2693, 0x2693},   {0x26A1, 0x26A1},
    {0x26AA, 0x26AB},   {0x26BD, 0x26BE},   {0x26C4, 0x26C5},   {0x26CE, 0x26CE},   {0x26D4, 0x26D4},
    {0x26EA, 0x26EA},   {0x26F2, 0x26F3},   {0x26F5, 0x26F5},   {0x26FA, 0x26FA},   {0x26FD, 0x26FD},
    {0x2705, 0x2705},   {0x270A, 0x270B},   {0x2728, 0x2728},   {0x274C, 0x274C},   {0x274E, 0x274E},
    {0x2753, 0x2755},   {0x2757, 0x2757},   {0x2795, 0x2797},   {0x27B0, 0x27B0},   {0x27BF, 0x27BF},
    {0x2B1B, 0x2B1C},   {0x2B50, 0x2B50},   {0x2B55, 0x2B55},   {0x1F004, 0x1F004}, {0x1F0CF, 0x1F0CF},
    {0x1F18E, 0x1F18E}, {0x1F191, 0x1F19A}, {0x1F1E6, 0x1F1FF}, {0x1F201, 0x1F201}, {0x1F21A, 0x1F21A},
    {0x1F22F, 0x1F22F}, {0x1F232, 0x1F236}, {0x1F238, 0x1F23A}, {0x1F250, 0x1F251}, {0x1F300, 0x1F320},
    {0x1F32D, 0x1F335}, {0x1F337, 0x1F37C}, {0x1F37E, 0x1F393}, {0x1F3A0, 0x1F3CA}, {0x1F3CF, 0x1F3D3},
    {0x1F3E0, 0x1F3F0}, {0x1F3F4, 0x1F3F4}, {0x1F3F8, 0x1F43E}, {0x1F440, 0x1F440}, {0x1F442, 0x1F4FC},
    {0x1F4FF, 0x1F53D}, {0x1F54B, 0x1F54E}, {0x1F550, 0x1F567}, {0x1F57A, 0x1F57A}, {0x1F595, 0x1F596},
    {0x1F5A4, 0x1F5A4}, {0x1F5FB, 0x1F64F}, {0x1F680, 0x1F6C5}, {0x1F6CC, 0x1F6CC}, {0x1F6D0, 0x1F6D2},
    {0x1F6D5, 0x1F6D7}, {0x1F6DC, 0x1F6DF}, {0x1F6EB, 0x1F6EC}, {0x1F6F4, 0x1F6FC}, {0x1F7E0, 0x1F7EB},
    {0x1F7F0, 0x1F7F0}, {0x1F90C, 0x1F93A}, {0x1F93C, 0x1F945}, {0x1F947, 0x1F9FF}, {0x1FA70, 0x1FAFF},
};

char32_t firstCode(QStringView character) {
  const bool pair = character.size() > 1 && character[0].isHighSurrogate() && character[1].isLowSurrogate();
  return pair ? QChar::surrogateToUcs4(character[0], character[1]) : character[0].unicode();
}

bool isColourful(char32_t code) {
  const auto after = std::upper_bound(std::begin(ColourByItself), std::end(ColourByItself), code,
                                      [](char32_t wanted, const CodeRange& range) { return wanted < range.first; });
  return after != std::begin(ColourByItself) && code <= std::prev(after)->last;
}

bool hasSkin(QStringView character) {
  for (qsizetype i = 0; i + 1 < character.size(); ++i) {
    const char32_t code = firstCode(character.sliced(i));
    if (code >= 0x1F3FB && code <= 0x1F3FF) return true;
  }
  return false;
}

bool isEmoji(QStringView character) {
  return isColourful(firstCode(character)) || (character.size() > 1 && character.contains(EmojiSelector)) ||
         hasSkin(character);
}

/// Anything but Latin letters and figures, or something that may follow them.
bool mayHoldEmoji(QStringView text) {
  return std::any_of(text.begin(), text.end(), [](QChar c) { return c.unicode() >= 0x2190; });
}

/// The text with something plain for its letters: behind those of some scripts Qt cuts emoji into pieces.
QString withoutScripts(QStringView text) {
  QString plain = text.toString();
  for (qsizetype i = 0; i < text.size(); ++i) {
    const bool pair = i + 1 < text.size() && text[i].isHighSurrogate();
    const QChar::Script script = QChar::script(firstCode(text.sliced(i)));
    // Emoji that are newer than Qt have no script.
    const bool isLetter =
        script != QChar::Script_Common && script != QChar::Script_Inherited && script != QChar::Script_Unknown;
    if (isLetter) plain[i] = QLatin1Char('x');
    if (!pair) continue;
    ++i;
    if (isLetter) plain[i] = QLatin1Char('x');
  }
  return plain;
}

template <class Wanted>
std::vector<EmojiRange> charactersOf(QStringView text, Wanted isWanted) {
  std::vector<EmojiRange> found;
  if (!mayHoldEmoji(text)) return found;
  QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, withoutScripts(text));
  for (qsizetype begin = 0, end = finder.toNextBoundary(); end > begin; begin = end, end = finder.toNextBoundary()) {
    if (isWanted(text.sliced(begin, end - begin))) found.push_back({begin, end - begin});
  }
  return found;
}

}  // namespace

std::vector<EmojiRange> emojiRanges(QStringView text) {
  return charactersOf(text, isEmoji);
}

std::vector<EmojiRange> brokenEmoji(QStringView text) {
  if (!text.contains(EmojiSelector)) return {};
  return charactersOf(text, [](QStringView character) {
    const qsizetype selector = character.indexOf(EmojiSelector);
    return selector > 0 && (firstCode(character) < FirstSign || selector + 1 < character.size());
  });
}

DrawnText drawnText(const QString& text) {
  DrawnText drawn;
  qsizetype done = 0;
  for (const EmojiRange& emoji : emojiRanges(text)) {
    drawn.text += QStringView(text).sliced(done, emoji.begin - done);
    const QString shown = text.mid(emoji.begin, emoji.length).remove(EmojiSelector);
    drawn.emoji.push_back({drawn.text.size(), shown.size()});
    drawn.text += shown;
    done = emoji.begin + emoji.length;
  }
  drawn.text += QStringView(text).sliced(done);
  return drawn;
}

QFont emojiFont(const QFont& text) {
  QFont font = text;
  font.setFamilies({QStringLiteral("Noto Color Emoji"), QStringLiteral("Apple Color Emoji"),
                    QStringLiteral("Segoe UI Emoji"), text.family()});
  return font;
}

}  // namespace heliograph::editors
