// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editors/spelling.h"

#include <QDir>
#include <QLocale>
#include <algorithm>
#include <chrono>

#include "editors/dictionaries.h"

namespace heliograph::editors {
namespace {

using namespace std::chrono_literals;

constexpr auto TypingPause = 900ms;  // after it the word at the caret counts as written
constexpr std::size_t FewWords = 6;  // too few to tell that a text is in another language

}  // namespace

Spelling::Spelling(Background& background, QString ownWords, QObject* parent)
    : QObject(parent), m_background(background), m_ownWords(std::move(ownWords)) {
  m_pause.setSingleShot(true);
  connect(&m_pause, &QTimer::timeout, this, [this] {
    m_typedTo = -1;
    judge();
  });
}

void Spelling::setDictionaries(std::vector<Dictionary> dictionaries) {
  m_dictionaries = std::move(dictionaries);
  chooseDictionary();
}

void Spelling::setLanguage(const QString& language) {
  if (language == m_language) return;
  m_language = language;
  chooseDictionary();
}

void Spelling::chooseDictionary() {
  const Dictionary* wanted = nullptr;
  if (m_language == QLatin1String(Automatic)) {
    QString text;
    for (const SpellingWord& word : m_words) text += word.text;
    wanted = dictionaryFor(text, m_dictionaries, QLocale::system().name());
  } else {
    const auto found = std::find_if(m_dictionaries.begin(), m_dictionaries.end(),
                                    [this](const Dictionary& each) { return each.language == m_language; });
    if (found != m_dictionaries.end()) wanted = &*found;
  }
  const QString used = wanted != nullptr ? wanted->language : QString();
  if (used == m_used) return lookUp();
  m_used = used;
  m_known.clear();
  m_asked.clear();
  m_checker.reset();
  if (wanted != nullptr) {
    const QString own = m_ownWords.isEmpty() ? QString() : QDir(m_ownWords).filePath(m_used + QStringLiteral(".words"));
    m_checker = std::make_shared<SpellChecker>(*wanted, own);
  }
  lookUp();
}

void Spelling::setText(const QByteArray& source, qsizetype caret) {
  if (source == m_source) return;
  m_source = source;
  m_words = spellingWords(source);
  m_typedTo = caret;
  m_pause.start(TypingPause);
  m_language == QLatin1String(Automatic) ? chooseDictionary() : lookUp();
}

void Spelling::lookUp() {
  QStringList wanted;
  for (const SpellingWord& word : m_words) {
    if (m_checker == nullptr || word.end == m_typedTo) continue;
    if (m_known.contains(word.text) || m_asked.contains(word.text)) continue;
    m_asked.insert(word.text);
    wanted << word.text;
  }
  judge();
  if (wanted.isEmpty()) return;
  m_background
      .run([checker = m_checker, wanted] {
        QHash<QString, Verdict> verdicts;
        for (const QString& word : wanted) {
          const bool right = checker->isRight(word);
          verdicts.insert(word, {right, right ? QStringList() : checker->suggestions(word)});
        }
        return verdicts;
      })
      .then(this, [this, checker = m_checker](const QHash<QString, Verdict>& verdicts) {
        if (checker != m_checker) return;
        m_known.insert(verdicts);
        judge();
      });
}

void Spelling::judge() {
  std::vector<EditorProblem> problems;
  std::size_t judged = 0;
  bool unasked = false;
  for (const SpellingWord& word : m_words) {
    const auto verdict = m_known.constFind(word.text);
    unasked = unasked || (word.end != m_typedTo && verdict == m_known.constEnd() && !m_asked.contains(word.text));
    if (verdict == m_known.constEnd()) continue;
    ++judged;
    if (verdict->right || word.end == m_typedTo || m_ignored.contains(word.text)) continue;
    problems.push_back(problemOf(word, *verdict));
  }
  // Most words wrong: the text is in a language that nobody chose.
  const bool guessed = m_language == QLatin1String(Automatic);
  if (guessed && judged >= FewWords && problems.size() * 2 > judged) problems.clear();
  if (problems != m_problems) {
    m_problems = std::move(problems);
    Q_EMIT changed();
  }
  if (unasked && m_checker != nullptr) lookUp();
}

EditorProblem Spelling::problemOf(const SpellingWord& word, const Verdict& verdict) const {
  EditorProblem problem{word.begin, word.end, tr("“%1” is not in the dictionary.").arg(word.text), false,
                        EditorProblem::Kind::Spelling};
  for (const QString& suggestion : verdict.suggestions) {
    problem.fixes.push_back({suggestion, EditorFix::Act::Write, word.begin, word.end, suggestion.toUtf8()});
  }
  const QByteArray text = word.text.toUtf8();
  problem.fixes.push_back(
      {tr("Add to dictionary"), EditorFix::Act::Other, word.begin, word.end, text, QString::fromLatin1(LearnWord)});
  problem.fixes.push_back(
      {tr("Ignore"), EditorFix::Act::Other, word.begin, word.end, text, QString::fromLatin1(IgnoreWord)});
  return problem;
}

void Spelling::learn(const QString& word) {
  if (m_checker == nullptr) return;
  m_background.run([checker = m_checker, word] { return checker->learn(word); });
  m_known.insert(word, {});
  judge();
}

void Spelling::ignore(const QString& word) {
  m_ignored.insert(word);
  judge();
}

}  // namespace heliograph::editors
