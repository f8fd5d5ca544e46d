// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editors/dictionaries.h"

#include <QDir>
#include <QLocale>
#include <QMap>
#include <QStandardPaths>
#include <algorithm>

namespace heliograph::editors {
namespace {

/// The script that most letters of a text are in.
QChar::Script scriptOf(const QString& text) {
  QMap<QChar::Script, int> letters;
  for (const auto c : text.toUcs4()) {
    if (QChar::isLetter(c)) ++letters[QChar::script(c)];
  }
  QChar::Script most = QChar::Script_Latin;
  for (auto each = letters.begin(); each != letters.end(); ++each) {
    if (each.value() > letters.value(most)) most = each.key();
  }
  return most;
}

/// The script that a language is written in, by how it writes its own name.
QChar::Script scriptOfLanguage(const QString& language) {
  return scriptOf(QLocale(language).nativeLanguageName());
}

}  // namespace

QStringList dictionaryFolders() {
  QStringList folders;
  for (const char* name : {"hunspell", "myspell/dicts", "myspell"}) {
    folders += QStandardPaths::locateAll(QStandardPaths::GenericDataLocation, QString::fromLatin1(name),
                                         QStandardPaths::LocateDirectory);
  }
  return folders;
}

std::vector<Dictionary> installedDictionaries(const QStringList& folders) {
  QMap<QString, Dictionary> found;
  for (const QString& folder : folders) {
    const QDir place(folder);
    for (const QString& file : place.entryList({QStringLiteral("*.dic")}, QDir::Files)) {
      const QString language = file.chopped(4);
      const QString affixes = place.filePath(language + QStringLiteral(".aff"));
      // Hyphenation patterns lie there, too; they have no affixes.
      if (found.contains(language) || !QFile::exists(affixes)) continue;
      found.insert(language, {language, affixes, place.filePath(file)});
    }
  }
  std::vector<Dictionary> all(found.begin(), found.end());
  std::stable_sort(all.begin(), all.end(), [](const Dictionary& a, const Dictionary& b) {
    return languageName(a.language).localeAwareCompare(languageName(b.language)) < 0;
  });
  return all;
}

QString languageName(const QString& language) {
  const QLocale locale(language);
  if (locale.language() == QLocale::C) return language;
  const QString name = QLocale::languageToString(locale.language());
  if (!language.contains(QLatin1Char('_'))) return name;
  return QStringLiteral("%1 (%2)").arg(name, QLocale::territoryToString(locale.territory()));
}

const Dictionary* dictionaryFor(const QString& text, const std::vector<Dictionary>& dictionaries,
                                const QString& preferred) {
  const QChar::Script script = scriptOf(text);
  const Dictionary* best = nullptr;
  for (const Dictionary& each : dictionaries) {
    if (scriptOfLanguage(each.language) != script) continue;
    if (each.language == preferred) return &each;
    const QString language = preferred.section(QLatin1Char('_'), 0, 0);
    const bool same = each.language.section(QLatin1Char('_'), 0, 0) == language;
    if (best == nullptr || (same && !best->language.startsWith(language))) best = &each;
  }
  return best;
}

}  // namespace heliograph::editors
