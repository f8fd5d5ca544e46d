// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/check/similar_text.h"

#include <QHash>
#include <QPair>
#include <QRegularExpression>

namespace heliograph::delivery {
namespace {

const QChar kPlaceholder(QChar::ObjectReplacementCharacter);

/// Liquid's outputs as placeholders, its tags as gaps.
QString withoutLiquid(const QByteArray& message) {
  static const QRegularExpression output(QStringLiteral("\\{\\{.*?\\}\\}"),
                                         QRegularExpression::DotMatchesEverythingOption);
  static const QRegularExpression tag(QStringLiteral("\\{%.*?%\\}"), QRegularExpression::DotMatchesEverythingOption);
  return QString::fromUtf8(message)
      .replace(output, QStringLiteral(" %1 ").arg(kPlaceholder))
      .replace(tag, QStringLiteral(" "));
}

/// Written without spaces between words.
bool standsAlone(char32_t letter) {
  switch (QChar::script(letter)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
      return true;
    default:
      return false;
  }
}

QHash<QPair<QString, QString>, int> pairsOf(const QStringList& words) {
  QHash<QPair<QString, QString>, int> pairs;
  QString before;
  for (const QString& word : words) {
    ++pairs[{before, word}];
    before = word;
  }
  ++pairs[{before, QString()}];
  return pairs;
}

}  // namespace

QStringList rememberedWords(const QByteArray& message) {
  const QString text = withoutLiquid(message).normalized(QString::NormalizationForm_KC).toCaseFolded();
  QStringList words;
  QString word;
  const auto end = [&] {
    if (!word.isEmpty()) words << std::exchange(word, QString());
  };
  for (const uint sign : text.toUcs4()) {
    const auto letter = static_cast<char32_t>(sign);
    const bool alone = letter == kPlaceholder.unicode() || standsAlone(letter);
    const bool belongs = alone || QChar::isLetterOrNumber(letter) || QChar::isMark(letter);
    if (alone || !belongs) end();
    if (belongs) word += QString::fromUcs4(&letter, 1);
    if (alone) end();
  }
  end();
  return words;
}

double textSimilarity(const QStringList& left, const QStringList& right) {
  if (left.isEmpty() || right.isEmpty()) return 0;
  const auto ours = pairsOf(left);
  const auto theirs = pairsOf(right);
  qsizetype common = 0;
  for (auto pair = ours.cbegin(); pair != ours.cend(); ++pair)
    common += std::min(pair.value(), theirs.value(pair.key()));
  const qsizetype all = left.size() + right.size() + 2;
  return 2.0 * static_cast<double>(common) / static_cast<double>(all);
}

}  // namespace heliograph::delivery
