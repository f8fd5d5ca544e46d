// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>
#include <memory>
#include <vector>

#include "core/background.h"
#include "editors/editor_problem.h"
#include "editors/spell_checker.h"
#include "editors/spelling_words.h"

namespace heliograph::editors {

/// Finds the words of a message that its language's dictionary doesn't have. Words are looked up once, off the GUI
/// thread; after that a keystroke costs only finding the words. A word still being typed is left alone.
class Spelling final : public QObject {
  Q_OBJECT
 public:
  /// What the language is set to, beside that of a dictionary.
  static constexpr char Automatic[] = "auto";
  static constexpr char Off[] = "off";

  /// `ownWords` is the folder that keeps the words a person adds, one file a language; empty: none are kept.
  Spelling(Background& background, QString ownWords, QObject* parent = nullptr);

  void setDictionaries(std::vector<Dictionary> dictionaries);
  [[nodiscard]] const std::vector<Dictionary>& dictionaries() const { return m_dictionaries; }
  /// A dictionary's language, `Automatic` (by the text's script and the system's language) or `Off`.
  void setLanguage(const QString& language);
  [[nodiscard]] const QString& language() const { return m_language; }
  /// The language that is looked up in at the moment; empty if none is.
  [[nodiscard]] QString usedLanguage() const { return m_used; }

  /// The message as it is now. When it differs from the last one, the word that ends at `caret` is being typed.
  void setText(const QByteArray& source, qsizetype caret);
  /// The misspelt words, each with what may have been meant, "Add to dictionary" and "Ignore".
  [[nodiscard]] const std::vector<EditorProblem>& problems() const { return m_problems; }

  /// The names of the fixes that are done here; their `with` is the word.
  static constexpr char LearnWord[] = "learn-word";
  static constexpr char IgnoreWord[] = "ignore-word";
  void learn(const QString& word);
  void ignore(const QString& word);

 Q_SIGNALS:
  /// `problems()` has changed, though the text may not have.
  void changed();

 private:
  struct Verdict {
    bool right = true;
    QStringList suggestions;
  };

  void chooseDictionary();
  void lookUp();
  void judge();
  [[nodiscard]] EditorProblem problemOf(const SpellingWord& word, const Verdict& verdict) const;

  Background& m_background;
  QString m_ownWords;
  std::vector<Dictionary> m_dictionaries;
  QString m_language = QString::fromLatin1(Automatic);
  QString m_used;
  std::shared_ptr<SpellChecker> m_checker;
  QByteArray m_source;
  std::vector<SpellingWord> m_words;
  std::vector<EditorProblem> m_problems;
  QHash<QString, Verdict> m_known;
  QSet<QString> m_asked;
  QSet<QString> m_ignored;
  QTimer m_pause;
  qsizetype m_typedTo = -1;
};

}  // namespace heliograph::editors
