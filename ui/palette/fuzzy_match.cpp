// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/fuzzy_match.h"

#include <QList>
#include <QString>

namespace heliograph::ui {

namespace {

constexpr int kAtTheVeryStart = 12;
constexpr int kAtAWord = 8;
constexpr int kInside = 4;
constexpr int kInitials = 2;

bool beginsWord(QStringView text, qsizetype at) {
  return at == 0 || !text[at - 1].isLetterOrNumber();
}

int matchInside(QStringView word, QStringView text) {
  int best = 0;
  for (qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0;
       at = text.indexOf(word, at + 1, Qt::CaseInsensitive)) {
    if (at == 0) return kAtTheVeryStart;
    best = qMax(best, beginsWord(text, at) ? kAtAWord : kInside);
  }
  return best;
}

bool isInitials(QStringView word, QStringView text) {
  qsizetype next = 0;
  for (qsizetype at = 0; at < text.size() && next < word.size(); ++at) {
    if (text[at].isLetterOrNumber() && beginsWord(text, at) && text[at].toCaseFolded() == word[next].toCaseFolded()) {
      ++next;
    }
  }
  return next == word.size();
}

}  // namespace

int fuzzyMatch(QStringView typed, QStringView text) {
  int sum = 1;
  for (QStringView word : typed.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
    int found = matchInside(word, text);
    if (found == 0 && isInitials(word, text)) found = kInitials;
    if (found == 0) return 0;
    sum += found;
  }
  return sum;
}

}  // namespace heliograph::ui
