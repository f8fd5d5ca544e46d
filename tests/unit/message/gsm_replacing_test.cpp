// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/gsm_replacing.h"

#include <QTest>

#include "message/gsm_alphabet.h"
#include "message/sms_text.h"

using namespace heliograph::message;

class GsmReplacingTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void textsFitIntoGsmWhereTheyCan_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("wanted");
    const auto row = [](const char* name, const char* text, const char* wanted) {
      QTest::newRow(name) << QByteArray(text) << QByteArray(wanted);
    };
    row("plain", "Hi there", "Hi there");
    row("empty", "", "");
    row("quotes", "It’s „here“ and «there»", "It's \"here\" and \"there\"");
    row("dashes", "10–12 — now", "10-12 - now");
    row("ellipsis", "wait…", "wait...");
    row("blanks", "a\u00A0b\u2009c\u3000d", "a b c d");
    row("nothing is printed", "a\u200Bb\u00ADc\uFEFF", "abc");
    row("full width", "ＳＡＬＥ！", "SALE!");
    row("full width grave", "ａ｀", "a'");
    row("ligatures", "ﬁnal oﬀer", "final offer");
    row("line separator", "a\u2028b", "a\nb");
    row("accent as a character of its own", "Cafe\u0301 pin\u0303a", "Café piña");
    row("accent at the front", "\u0301e", "\u0301e");
    row("GSM's own accents stay", "Ça va, José? 5 €", "Ça va, José? 5 €");
    row("letters are never changed", "á it’s", "á it’s");
    row("stays Unicode because of an emoji", "It’s 🎉", "It’s 🎉");
    row("Devanagari keeps its joiners", "क\u094D\u200Dष’", "क\u094D\u200Dष’");
    row("at both ends", "“a”", "\"a\"");
  }

  void textsFitIntoGsmWhereTheyCan() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, wanted);
    QCOMPARE(QByteArray::fromStdString(replaceCostly(text.toStdString())), wanted);
    std::string inPlace = text.toStdString();
    QCOMPARE(replaceCostlyIn(inPlace), text != wanted);
    QCOMPARE(QByteArray::fromStdString(inPlace), wanted);
  }

  void everyReplacementIsInTheAlphabet() {
    for (char32_t c = 0; c < 0x20000; ++c) {
      const auto likeness = gsmLikeness(c);
      if (!likeness) continue;
      QCOMPARE(gsmSeptets(c), 0);
      QCOMPARE(measureSms(*likeness).encoding, Encoding::Gsm7);
    }
  }

  void noLetterOfALanguageIsReplaced() {
    for (const char32_t c : std::u32string_view(U"áíóúâêôçœłżőšžığşđãõąčřАяΑαאاनक中")) QVERIFY(!gsmLikeness(c));
  }

  void whatIsReplacedIsNoLongerCostly() {
    const std::string text = "„Ｈi“… ﬁne – e\u0301";
    QVERIFY(!costlySpans(text).empty());
    QVERIFY(costlySpans(replaceCostly(text)).empty());
  }

  void spansAreByteRanges() {
    const auto spans = costlySpans("a’e\u0301🎉");
    QCOMPARE(spans.size(), std::size_t{3});
    QCOMPARE(spans[0], (CostlySpan{1, 4, U'’', std::string_view("'")}));
    QCOMPARE(spans[1], (CostlySpan{4, 7, U'\u0301', std::string_view("é")}));
    QCOMPARE(spans[2], (CostlySpan{7, 11, U'🎉', std::nullopt}));
  }
};

QTEST_GUILESS_MAIN(GsmReplacingTest)
#include "gsm_replacing_test.moc"
