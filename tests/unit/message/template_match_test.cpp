// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/template_match.h"

#include <QTest>

using namespace heliograph::message;

namespace {

const QString kOrder = QStringLiteral("Dear {#var#}, your order {#var#} is here. - NOVA");

}  // namespace

class TemplateMatchTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everySpellingOfAPlaceIsOne_data() {
    QTest::addColumn<QString>("place");
    for (const char* place : {"{#var#}", "{#VAR#}", "{# var #}", "{#numeric#}", "##name##", "{{1}}", "{{name}}",
                              "{var}", "{var2}", "[var]", "<var>", "<#var#>"}) {
      QTest::newRow(place) << QString::fromLatin1(place);
    }
  }
  void everySpellingOfAPlaceIsOne() {
    QFETCH(QString, place);
    const auto pieces = templatePieces(QStringLiteral("Hi ") + place + QStringLiteral("!"));
    const std::vector<TemplatePiece> expected{
        {false, QStringLiteral("Hi ")}, {true, place}, {false, QStringLiteral("!")}};
    QVERIFY(pieces == expected);
  }

  void wordsThatLookLikePlacesAreNone() { QCOMPARE(placesIn(QStringLiteral("Call #1 or [now], 5 < 7, {x}, <b>")), 0); }

  void aTextIsToldToMatch_data() {
    QTest::addColumn<QString>("approved");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("at");  // -1: matches
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const QString& approved, const char* text, int at, const char* expected) {
      QTest::newRow(name) << approved << QString::fromUtf8(text) << at << QString::fromUtf8(expected);
    };
    row("values in the places", kOrder, "Dear Asha, your order 17 is here. - NOVA", -1, "");
    row("empty values", kOrder, "Dear , your order  is here. - NOVA", -1, "");
    row("a value with the words behind it", kOrder, "Dear A, your order B, your order C is here. - NOVA", -1, "");
    row("another beginning", kOrder, "Hi Asha, your order 17 is here. - NOVA", 0, "Dear ");
    row("another middle", kOrder, "Dear Asha, your parcel 17 is here. - NOVA", 16, "order ");
    row("another end", kOrder, "Dear Asha, your order 17 is here. - NOBA", 38, "VA");
    row("more at the end", kOrder, "Dear Asha, your order 17 is here. - NOVA Bye", 40, "");
    row("over too soon", kOrder, "Dear Asha, your order 17", 24, " is here. - NOVA");
    row("no places", QStringLiteral("Hello"), "Hello", -1, "");
    row("no places and more", QStringLiteral("Hello"), "Hello you", 5, "");
    row("a place at the end", QStringLiteral("Code {#var#}"), "Code 1 2 3", -1, "");
    row("two places side by side", QStringLiteral("{#var#}{#var#}."), "abc.", -1, "");
    row("Hindi", QStringLiteral("नमस्ते {#var#}।"), "नमस्ते आशा।", -1, "");
  }
  void aTextIsToldToMatch() {
    QFETCH(QString, approved);
    QFETCH(QString, text);
    QFETCH(int, at);
    QFETCH(QString, expected);
    const auto mismatch = TemplateMatcher(approved).mismatch(text);
    QCOMPARE(mismatch.has_value(), at >= 0);
    if (!mismatch) return;
    QCOMPARE(mismatch->at, at);
    QCOMPARE(mismatch->expected, expected);
  }

  void whatStandsInThePlacesIsTold() {
    const QStringList values{QStringLiteral("Asha"), QStringLiteral("17")};
    const QString text = filledTemplate(kOrder, values);
    QStringList told;
    for (const auto& [begin, end] : TemplateMatcher(kOrder).places(text)) told << text.mid(begin, end - begin);
    QCOMPARE(told, values);
  }

  void aPlaceWithoutAValueStaysAsItIsWritten() {
    QCOMPARE(filledTemplate(kOrder, {QStringLiteral("Asha")}),
             QStringLiteral("Dear Asha, your order {#var#} is here. - NOVA"));
  }

  void personalisationFitsIntoAPlace() {
    QVERIFY(
        templateProblems(kOrder,
                         "Dear {{ Profile.name | default: \"customer\" }}, your order {{ Profile.order }} is here. - "
                         "NOVA")
            .empty());
  }

  void personalisationWhereWordsAreFixedIsMarked() {
    const QByteArray source = "Dear {{ Profile.a }}, your {{ Profile.b }} 17 is here. - NOVA";
    const auto problems = templateProblems(kOrder, source);
    QCOMPARE(problems.size(), std::size_t{1});
    QCOMPARE(problems.front().code, QStringLiteral("template_mismatch"));
    QCOMPARE(problems.front().begin, source.indexOf("{{ Profile.b"));
    QVERIFY(problems.front().text.contains(QStringLiteral("no place for a value")));
  }

  void aMismatchStandsAtItsByte() {
    const QByteArray source = "ආ {{ Profile.a }} wrong";
    const auto problems = templateProblems(QStringLiteral("ආ {#var#} right"), source);
    QCOMPARE(problems.size(), std::size_t{1});
    QVERIFY(problems.front().begin >= source.indexOf("wrong"));
    QVERIFY(problems.front().end <= source.size());
  }

  void whatIsSentBehindTheTextCounts() {
    const QByteArray source = "Hi {{ Profile.a }}.";
    QVERIFY(templateProblems(QStringLiteral("Hi {#var#}.\nSTOP to 1"), source, QStringLiteral("\nSTOP to 1")).empty());
    QCOMPARE(templateProblems(QStringLiteral("Hi {#var#}."), source, QStringLiteral("\nSTOP to 1")).size(),
             std::size_t{1});
  }

  void moreWordsThanAPlaceHoldsAreWarnedOf() {
    const QByteArray source = "Dear customer of the eastern stores of ours, your order 17 is here. - NOVA";
    const auto problems = templateProblems(kOrder, source);
    QCOMPARE(problems.size(), std::size_t{1});
    QCOMPARE(problems.front().code, QStringLiteral("template_place_long"));
    QVERIFY(problems.front().severity == MessageProblem::Severity::Warning);
    QCOMPARE(problems.front().begin, 5);
  }

  void tagsAreLeftToEachPersonsText() { QVERIFY(templateProblems(kOrder, "{% if Profile.a %}Hi{% endif %}").empty()); }

  void theApprovedTextMakesAMessageOfItself() {
    const std::vector<QByteArray> variables{"{{ Profile.name }}", "{{ Profile.order }}"};
    const QByteArray source = messageOfTemplate(kOrder, variables);
    QCOMPARE(source, QByteArrayLiteral("Dear {{ Profile.name }}, your order {{ Profile.order }} is here. - NOVA"));
    QVERIFY(templateProblems(kOrder, source).empty());
  }

  void whatIsNotChosenStaysAnOpenPlaceWithItsNumber() {
    const QByteArray source = messageOfTemplate(kOrder, {"{{ Profile.name }}"});
    QCOMPARE(source, QByteArrayLiteral("Dear {{ Profile.name }}, your order {#2#} is here. - NOVA"));
    const auto problems = templateProblems(kOrder, source);
    QCOMPARE(problems.size(), std::size_t{1});
    QCOMPARE(problems.front().code, QStringLiteral("template_place_open"));
    QVERIFY(problems.front().severity == MessageProblem::Severity::Error);
    QVERIFY(problems.front().text.contains(QStringLiteral("Place 2")));
    QCOMPARE(source.mid(problems.front().begin, problems.front().end - problems.front().begin), QByteArray("{#2#}"));
  }

  void openPlacesAreFoundInAnyText_data() {
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QByteArrayList>("places");
    QTest::newRow("none") << QByteArray("Hi # {x} #} {#") << QByteArrayList();
    QTest::newRow("a number") << QByteArray("Hi {#1#}{#2#}") << QByteArrayList{"{#1#}", "{#2#}"};
    QTest::newRow("a name") << QByteArray("ආ {#var#}.") << QByteArrayList{"{#var#}"};
    QTest::newRow("braces within") << QByteArray("{#a{#b#}") << QByteArrayList{"{#b#}"};
    QTest::newRow("too long a name") << QByteArray("{#" + QByteArray(50, 'a') + "#}") << QByteArrayList();
  }
  void openPlacesAreFoundInAnyText() {
    QFETCH(QByteArray, source);
    QByteArrayList places;
    for (const auto& [begin, end] : openPlaces(source)) places << source.mid(begin, end - begin);
    QTEST(places, "places");
    QCOMPARE(templateProblems({}, source).size(), static_cast<std::size_t>(places.size()));
  }
};

QTEST_APPLESS_MAIN(TemplateMatchTest)
#include "template_match_test.moc"
