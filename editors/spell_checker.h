// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <memory>
#include <mutex>

namespace heliograph::editors {

/// A hunspell dictionary on disk.
struct Dictionary {
  QString language;  ///< as in its files' names: "en_US"
  QString affixes;   ///< path of the .aff file
  QString words;     ///< path of the .dic file

  bool operator==(const Dictionary&) const = default;
};

/// Looks words up in one dictionary and in a person's own words. Reads its files at the first word; threads may share
/// it. The only class that talks to hunspell.
class SpellChecker final {
 public:
  /// `ownWords` is a file with a word a line, made when the first one is learnt; empty: none are kept.
  SpellChecker(Dictionary dictionary, QString ownWords);
  ~SpellChecker();
  Q_DISABLE_COPY_MOVE(SpellChecker)

  /// Whether the word is right, or the dictionary can't be read.
  [[nodiscard]] bool isRight(const QString& word);
  /// Words that may have been meant, the likeliest first. Takes milliseconds.
  [[nodiscard]] QStringList suggestions(const QString& word);
  /// Keeps the word as right from now on. False if the file of own words can't be written.
  bool learn(const QString& word);

 private:
  struct Speller;
  void open();

  Dictionary m_dictionary;
  QString m_ownWords;
  std::mutex m_mutex;
  bool m_opened = false;
  std::unique_ptr<Speller> m_speller;
};

}  // namespace heliograph::editors
