// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/receipts/stop_words.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace heliograph::delivery {
namespace {

/// Marks that may be left out: of Latin, Greek and Cyrillic letters, vowel points of Hebrew and Arabic. Those of Indian
/// scripts are part of the word.
bool isOptionalMark(QChar c) {
  const ushort u = c.unicode();
  return (u >= 0x0300 && u <= 0x036F) || (u >= 0x0591 && u <= 0x05C7) || (u >= 0x0610 && u <= 0x061A) ||
         (u >= 0x064B && u <= 0x065F) || u == 0x0670 || u == 0x0640;
}

/// The words alone: small letters and figures with single spaces between them.
QString bareWords(const QString& text) {
  QString bare;
  const QString folded = text.toCaseFolded().normalized(QString::NormalizationForm_KD);
  for (const QChar c : folded) {
    if (isOptionalMark(c)) continue;
    if (c.isLetterOrNumber() || c.isMark()) {
      bare += c;
    } else if (c == QLatin1Char('\'') || c == QChar(0x2019)) {
      continue;
    } else if (c.category() != QChar::Other_Format) {
      bare += QLatin1Char(' ');
    }
  }
  return bare.simplified();
}

using WordList = QHash<QString, ReplyMeaning>;

WordList readWords() {
  QFile file(QStringLiteral(":/data/stop_words.json"));
  if (!file.open(QIODevice::ReadOnly)) qFatal("the lists of stop words are missing");
  const QJsonObject lists = QJsonDocument::fromJson(file.readAll()).object();
  WordList words;
  // A word that stands in several lists means the safest of them.
  for (const auto& [name, meaning] : {std::pair{QStringLiteral("start_if_stopped"), ReplyMeaning::Yes},
                                      std::pair{QStringLiteral("start"), ReplyMeaning::Start},
                                      std::pair{QStringLiteral("stop"), ReplyMeaning::Stop}}) {
    const QJsonObject languages = lists.value(name).toObject();
    for (const auto& language : languages) {
      for (const auto& word : language.toArray()) words.insert(bareWords(word.toString()), meaning);
    }
  }
  return words;
}

}  // namespace

ReplyMeaning replyMeaning(const QString& text) {
  static const WordList words = readWords();
  constexpr qsizetype longest = 60;
  if (text.size() > longest) return ReplyMeaning::None;
  return words.value(bareWords(text), ReplyMeaning::None);
}

}  // namespace heliograph::delivery
