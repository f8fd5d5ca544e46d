// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editors/spelling_words.h"

#include <QTextBoundaryFinder>
#include <algorithm>

#include "editors/text_highlights.h"
#include "message/printed_text.h"

namespace heliograph::editors {
namespace {

bool isCapitals(const QString& word) {
  return word == word.toUpper() && word != word.toLower();
}

bool isLookedUp(const QString& word) {
  const bool lettersOnly = std::all_of(word.begin(), word.end(), [](QChar c) {
    return c.isLetter() || c.isMark() || c.isSurrogate() || c == QLatin1Char('\'') || c == QChar(0x2019) ||
           c == QChar(0x200C) || c == QChar(0x200D);
  });
  return lettersOnly && word.size() > 1 && word[0].isLetter() && !isCapitals(word);
}

/// Whether the word hangs on a sign of an address, a tag or a number: "@nova", "#sale", "2nd".
bool isPartOfMore(const QString& text, qsizetype begin, qsizetype end) {
  const auto hangs = [](QChar c) {
    return c == QLatin1Char('@') || c == QLatin1Char('#') || c == QLatin1Char('_') || c == QLatin1Char('/') ||
           c == QLatin1Char('\\') || c.isDigit();
  };
  if (begin > 0 && hangs(text[begin - 1])) return true;
  if (end < text.size() && hangs(text[end])) return true;
  // "nova.mt": a full stop with a letter on both sides.
  const bool dotAfter = end + 1 < text.size() && text[end] == QLatin1Char('.') && text[end + 1].isLetterOrNumber();
  const bool dotBefore = begin > 1 && text[begin - 1] == QLatin1Char('.') && text[begin - 2].isLetterOrNumber();
  return dotAfter || dotBefore;
}

void addWords(const QByteArray& source, const message::PrintedText& place, std::vector<SpellingWord>& words) {
  const QString text = QString::fromUtf8(source.mid(place.begin, place.end - place.begin));
  const auto links = linkRanges(text);
  const auto inLink = [&](qsizetype at) {
    return std::any_of(links.begin(), links.end(),
                       [at](const auto& link) { return at >= link.first && at < link.second; });
  };
  QTextBoundaryFinder finder(QTextBoundaryFinder::Word, text);
  qsizetype byte = place.begin;
  for (qsizetype begin = 0, end = finder.toNextBoundary(); end >= 0; begin = end, end = finder.toNextBoundary()) {
    const QString word = text.mid(begin, end - begin);
    const qsizetype from = std::exchange(byte, byte + word.toUtf8().size());
    const bool behindOutput = from == place.begin && source.first(from).endsWith("}}");
    const bool beforeOutput = byte == place.end && source.mid(byte, 2) == "{{";
    if (behindOutput || beforeOutput || !isLookedUp(word) || inLink(begin) || isPartOfMore(text, begin, end)) continue;
    words.push_back({from, byte, QString(word).replace(QChar(0x2019), QLatin1Char('\''))});
  }
}

}  // namespace

std::vector<SpellingWord> spellingWords(const QByteArray& source) {
  std::vector<SpellingWord> words;
  if (!QUtf8StringView(source.constData(), source.size()).isValidUtf8()) return words;
  for (const message::PrintedText& place : message::printedText(source)) {
    if (place.quote == 0) addWords(source, place, words);
  }
  return words;
}

}  // namespace heliograph::editors
