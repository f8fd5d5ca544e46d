// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editors/emoji_catalogue.h"

#include <QFile>
#include <algorithm>

namespace heliograph::editors {
namespace {

constexpr char32_t LightestSkin = 0x1F3FB;

/// How well a word fits: 0 begins the name, 1 begins a word of it, 2 begins a keyword, 3 not at all.
int rankOf(const Emoji& emoji, const QString& word) {
  if (emoji.name.startsWith(word, Qt::CaseInsensitive)) return 0;
  const auto beginsWord = [&word](const QString& text) {
    for (qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(word, at + 1, Qt::CaseInsensitive)) {
      if (at == 0 || !text[at - 1].isLetterOrNumber()) return true;
    }
    return false;
  };
  if (beginsWord(emoji.name)) return 1;
  return beginsWord(emoji.keywords) ? 2 : 3;
}

QString withoutSkin(QString text) {
  for (char32_t tone = LightestSkin; tone < LightestSkin + 5; ++tone) text.remove(QString::fromUcs4(&tone, 1));
  return text.remove(QChar(0xFE0F));
}

}  // namespace

QString inTone(const Emoji& emoji, SkinTone tone) {
  if (tone == SkinTone::None || emoji.light.isEmpty()) return emoji.text;
  const char32_t light = LightestSkin;
  const char32_t wanted = LightestSkin + static_cast<char32_t>(tone) - 1;
  return QString(emoji.light).replace(QString::fromUcs4(&light, 1), QString::fromUcs4(&wanted, 1));
}

EmojiCatalogue::EmojiCatalogue(const QByteArray& tsv) {
  for (const QByteArray& line : tsv.split('\n')) {
    const QStringList fields = QString::fromUtf8(line).split(QLatin1Char('\t'));
    if (fields.size() == 4) {
      const int group = static_cast<int>(m_groups.size()) - 1;
      m_all.push_back({fields[0], fields[1], fields[2], fields[3], group});
    } else if (line.startsWith('#')) {
      m_groups << fields[0].mid(1);
    }
  }
}

const EmojiCatalogue& EmojiCatalogue::builtIn() {
  static const EmojiCatalogue catalogue([] {
    QFile file(QStringLiteral(":/data/emoji.tsv"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  }());
  return catalogue;
}

std::vector<Emoji> EmojiCatalogue::inGroup(int group) const {
  std::vector<Emoji> found;
  std::copy_if(m_all.begin(), m_all.end(), std::back_inserter(found),
               [group](const Emoji& emoji) { return emoji.group == group; });
  return found;
}

std::vector<Emoji> EmojiCatalogue::search(const QString& wanted) const {
  const QStringList words = wanted.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
  std::vector<Emoji> ranked[3];
  for (const Emoji& emoji : m_all) {
    int worst = 0;
    for (const QString& word : words) worst = std::max(worst, rankOf(emoji, word));
    if (emoji.text == wanted.trimmed()) worst = 0;
    if (worst < 3) ranked[worst].push_back(emoji);
  }
  std::vector<Emoji> found = std::move(ranked[0]);
  for (const auto& rest : {ranked[1], ranked[2]}) found.insert(found.end(), rest.begin(), rest.end());
  return found;
}

const Emoji* EmojiCatalogue::find(const QString& text) const {
  const QString wanted = withoutSkin(text);
  const auto found =
      std::find_if(m_all.begin(), m_all.end(), [&](const Emoji& emoji) { return withoutSkin(emoji.text) == wanted; });
  return found == m_all.end() ? nullptr : &*found;
}

}  // namespace heliograph::editors
