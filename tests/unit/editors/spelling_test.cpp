// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editors/spelling.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "editors/dictionaries.h"

using namespace heliograph;
using namespace heliograph::editors;

class SpellingTest final : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir m_folder;

  void write(const QString& name, const QByteArray& content) const {
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly)) qFatal("unwritable");
    file.write(content);
  }
  [[nodiscard]] std::vector<Dictionary> dictionaries() const { return installedDictionaries({m_folder.path()}); }
  static QStringList wrongIn(const Spelling& spelling, const QByteArray& source) {
    QStringList words;
    for (const EditorProblem& problem : spelling.problems()) {
      words << QString::fromUtf8(source.mid(problem.begin, problem.end - problem.begin));
    }
    return words;
  }

 private Q_SLOTS:
  void initTestCase() {
    write(QStringLiteral("en_US.aff"), "SET UTF-8\nTRY esianrtolcdugmphbyfvkwz\nWORDCHARS '\n");
    write(QStringLiteral("en_US.dic"), "8\nhello\nthere\nsale\nit's\nfriend\nis\nour\nuntil\n");
    write(QStringLiteral("de_DE.aff"), "SET ISO8859-1\n");
    write(QStringLiteral("de_DE.dic"), "2\ngr\xFC\xDF\x65\nheute\n");
    write(QStringLiteral("hi_IN.aff"), "SET UTF-8\n");
    write(QStringLiteral("hi_IN.dic"), "1\nनमस्ते\n");
    write(QStringLiteral("hyph_en.dic"), "patterns");
  }

  void dictionariesAreFoundByTheirTwoFiles() {
    QStringList languages;
    for (const Dictionary& each : dictionaries()) languages << each.language;
    QCOMPARE(languages, (QStringList{QStringLiteral("en_US"), QStringLiteral("de_DE"), QStringLiteral("hi_IN")}));
    QCOMPARE(languageName(QStringLiteral("en_US")), QStringLiteral("English (United States)"));
  }

  void theDictionaryFollowsTheScriptOfTheText() {
    const auto all = dictionaries();
    QCOMPARE(dictionaryFor(QStringLiteral("hello"), all, QStringLiteral("de_DE"))->language, QStringLiteral("de_DE"));
    QCOMPARE(dictionaryFor(QStringLiteral("hello"), all, QStringLiteral("en_GB"))->language, QStringLiteral("en_US"));
    QCOMPARE(dictionaryFor(QStringLiteral("नमस्ते"), all, QStringLiteral("en_US"))->language, QStringLiteral("hi_IN"));
    QVERIFY(dictionaryFor(QStringLiteral("مرحبا"), all, QStringLiteral("en_US")) == nullptr);
  }

  void wordsAreWhatIsLanguage_data() {
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QStringList>("wanted");
    const auto row = [](const char* name, const char* source, const char* words) {
      QTest::newRow(name) << QByteArray(source) << QString::fromUtf8(words).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    };
    row("words", "Hello, there!", "Hello there");
    row("an apostrophe of any shape", "It’s it's", "It's it's");
    row("no token", "Hello {{ Profile.frist_name | default: \"thre\" }} there", "Hello there");
    row("nothing that hangs on a token", "{{ Profile.city }}wide and {{ x }}’s end", "and end");
    row("no tag", "{% if Profile.tier == \"gld\" %}yes {% endif %}", "yes");
    row("no link", "See nova.mt/bf or https://exmple.org/abc now", "See or now");
    row("no address", "mail tem@nova.example or ask @nova #sael", "mail or ask");
    row("no numbers", "buy 2nd GOLD4ALL at 30pct", "buy at");
    row("no capitals", "Code GOLD and Gold", "Code and Gold");
    row("no emoji", "Hi 🎉 there", "Hi there");
    row("no single letters", "a sale", "sale");
    row("Devanagari", "नमस्ते दोस्त", "नमस्ते दोस्त");
  }

  void wordsAreWhatIsLanguage() {
    QFETCH(QByteArray, source);
    QFETCH(QStringList, wanted);
    QStringList found;
    for (const SpellingWord& word : spellingWords(source)) {
      found << word.text;
      QCOMPARE(
          QString::fromUtf8(source.mid(word.begin, word.end - word.begin)).replace(QChar(0x2019), QLatin1Char('\'')),
          word.text);
    }
    QCOMPARE(found, wanted);
  }

  void dictionariesOfOtherEncodingsAreRead() {
    const auto all = dictionaries();
    SpellChecker german(all[1], {});
    QVERIFY(german.isRight(QStringLiteral("grüße")));
    QVERIFY(!german.isRight(QStringLiteral("grusse")));
  }

  void aDictionaryThatCannotBeReadFindsNothingWrong() {
    SpellChecker none({QStringLiteral("xx"), QStringLiteral("/nowhere.aff"), QStringLiteral("/nowhere.dic")}, {});
    QVERIFY(none.isRight(QStringLiteral("anything")));
    QVERIFY(none.suggestions(QStringLiteral("anything")).isEmpty());
  }

  void aMisspeltWordIsFoundWithWhatWasMeant() {
    Background background;
    Spelling spelling(background, {});
    spelling.setLanguage(QStringLiteral("en_US"));
    spelling.setDictionaries(dictionaries());
    const QByteArray source = "helo there ";
    spelling.setText(source, source.size());
    QTRY_COMPARE(wrongIn(spelling, source), QStringList{QStringLiteral("helo")});
    const EditorProblem& problem = spelling.problems().front();
    QCOMPARE(problem.kind, EditorProblem::Kind::Spelling);
    QCOMPARE(problem.fixes.front().with, QByteArray("hello"));
  }

  void theWordBeingTypedWaits() {
    Background background;
    Spelling spelling(background, {});
    spelling.setLanguage(QStringLiteral("en_US"));
    spelling.setDictionaries(dictionaries());
    const QByteArray source = "frend helo";
    spelling.setText(source, source.size());
    QTRY_COMPARE(wrongIn(spelling, source), QStringList{QStringLiteral("frend")});
    QTRY_COMPARE(wrongIn(spelling, source), (QStringList{QStringLiteral("frend"), QStringLiteral("helo")}));
  }

  void ignoredAndLearntWordsAreRight() {
    Background background;
    const QString own = m_folder.filePath(QStringLiteral("own"));
    const QByteArray source = "Nova Zing ";
    {
      Spelling spelling(background, own);
      spelling.setLanguage(QStringLiteral("en_US"));
      spelling.setDictionaries(dictionaries());
      spelling.setText(source, 0);
      QTRY_COMPARE(spelling.problems().size(), std::size_t{2});
      spelling.ignore(QStringLiteral("Nova"));
      spelling.learn(QStringLiteral("Zing"));
      QVERIFY(spelling.problems().empty());
    }
    QTRY_VERIFY(QFile::exists(own + QStringLiteral("/en_US.words")));
    Spelling later(background, own);
    later.setLanguage(QStringLiteral("en_US"));
    later.setDictionaries(dictionaries());
    later.setText(source, 0);
    QTRY_COMPARE(wrongIn(later, source), QStringList{QStringLiteral("Nova")});
  }

  void offFindsNothing() {
    Background background;
    Spelling spelling(background, {});
    spelling.setLanguage(QStringLiteral("en_US"));
    spelling.setDictionaries(dictionaries());
    spelling.setText("helo ", 0);
    QTRY_VERIFY(!spelling.problems().empty());
    spelling.setLanguage(QString::fromLatin1(Spelling::Off));
    QVERIFY(spelling.problems().empty());
    QCOMPARE(spelling.usedLanguage(), QString());
  }

  void aTextInAnotherLanguageIsLeftAlone() {
    Background background;
    Spelling spelling(background, {});
    spelling.setDictionaries({dictionaries().front()});
    spelling.setText("helo ", 0);
    QTRY_COMPARE(spelling.problems().size(), std::size_t{1});
    spelling.setText("hola amigo esto viene para todos ustedes ", 0);
    QTRY_VERIFY(spelling.problems().empty());
  }
};

QTEST_GUILESS_MAIN(SpellingTest)
#include "spelling_test.moc"
