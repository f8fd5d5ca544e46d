// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/costly_marks.h"

#include <QTest>

#include "message/printed_text.h"

using namespace heliograph::message;

class CostlyMarksTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void printedTextIsWhatStandsInTheMessage_data() {
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QList<QByteArray>>("wanted");
    const auto row = [](const char* name, const char* source, const QList<QByteArray>& wanted) {
      QTest::newRow(name) << QByteArray(source) << wanted;
    };
    row("text", "Hi there", {"Hi there"});
    row("beside outputs", "a {{ Profile.city }} b", {"a ", " b"});
    row("a fallback", "{{ Profile.city | default: \"home\" }}!", {"home", "!"});
    row("a literal output", "{{ 'so' | upcase }}", {"so"});
    row("appended", "{{ Profile.city | append: ' x' | prepend: 'y ' }}", {" x", "y "});
    row("other arguments are not printed", "{{ Profile.city | replace: 'a', 'b' }}", {});
    row("names are not printed", "{{ Profile[\"First name\"] }}", {});
    row("comparisons are not printed", "{% if Profile.city == \"Bonn\" %}x{% endif %}", {"x"});
    row("a raw block", "{% raw %}{{ x }}{% endraw %}", {"{{ x }}"});
    row("a comment", "{% comment %}no{% endcomment %}yes", {"yes"});
    row("what is still being written", "a {{ Prof", {"a "});
  }

  void printedTextIsWhatStandsInTheMessage() {
    QFETCH(QByteArray, source);
    QFETCH(QList<QByteArray>, wanted);
    QList<QByteArray> found;
    for (const PrintedText& each : printedText(source)) found << source.mid(each.begin, each.end - each.begin);
    QCOMPARE(found, wanted);
  }

  void replacingTouchesOnlyWhatIsPrinted_data() {
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QByteArray>("wanted");
    QTest::newRow("text and fallback") << QByteArray("It’s {{ Profile.city | default: \"Ann’s\" }}…")
                                       << QByteArray("It's {{ Profile.city | default: \"Ann's\" }}...");
    QTest::newRow("a name") << QByteArray("{{ Profile[\"Ann’s\"] }}’") << QByteArray("{{ Profile[\"Ann’s\"] }}'");
    QTest::newRow("a comparison") << QByteArray("{% if Profile.a == \"’\" %}’{% endif %}")
                                  << QByteArray("{% if Profile.a == \"’\" %}'{% endif %}");
    QTest::newRow("a quote inside quotes")
        << QByteArray("{{ Profile.a | default: \"“x”\" }}") << QByteArray("{{ Profile.a | default: \"'x'\" }}");
    QTest::newRow("an apostrophe in apostrophes")
        << QByteArray("{{ Profile.a | default: 'it’s' }}") << QByteArray("{{ Profile.a | default: 'it’s' }}");
    QTest::newRow("an accent of its own") << QByteArray("Cafe\u0301") << QByteArray("Café");
  }

  void replacingTouchesOnlyWhatIsPrinted() {
    QFETCH(QByteArray, source);
    QTEST(withReplacements(source, costlyMarks(source)), "wanted");
  }

  void anEmojiOfSeveralCharactersIsOneMark() {
    const auto marks = costlyMarks("Hi \U0001F469\u200D\U0001F680!");
    QCOMPARE(marks.size(), std::size_t{1});
    QCOMPARE(marks[0].begin, 3);
    QCOMPARE(marks[0].end, 14);
    QVERIFY(!marks[0].replacement);
    QVERIFY(!canAllBeReplaced(marks));
  }

  void textsOfOtherScriptsHaveNoMarks_data() {
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<int>("marks");
    QTest::newRow("Devanagari") << QByteArray("नमस्ते “दोस्त” 🎉") << 0;
    QTest::newRow("Arabic") << QByteArray("مرحبا صديقنا") << 0;
    QTest::newRow("one Arabic word in English") << QByteArray("Welcome to our shop, dear friend سل") << 2;
    QTest::newRow("a Latin accent") << QByteArray("Olá") << 1;
    QTest::newRow("nothing costly") << QByteArray("Hi") << 0;
  }

  void textsOfOtherScriptsHaveNoMarks() {
    QFETCH(QByteArray, source);
    QTEST(static_cast<int>(costlyMarks(source).size()), "marks");
  }

  void aMarkSaysWhatItIsAndWhatWouldDo() {
    QVERIFY(costlySentence(costlyMarks("It’s").front()).contains(QStringLiteral("curly apostrophe (U+2019)")));
    QVERIFY(costlySentence(costlyMarks("It’s").front()).endsWith(QStringLiteral("“'” would not.")));
    QVERIFY(costlySentence(costlyMarks("a\u200Bb").front()).contains(QStringLiteral("can go")));
    QVERIFY(costlySentence(costlyMarks("Olá").front()).contains(QStringLiteral("letter á")));
  }
};

QTEST_GUILESS_MAIN(CostlyMarksTest)
#include "costly_marks_test.moc"
