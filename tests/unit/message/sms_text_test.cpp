// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "message/gsm_alphabet.h"
#include "message/sms_text.h"

using namespace heliograph::message;

namespace {
QString times(const char* text, int count) {
  return QString::fromUtf8(text).repeated(count);
}
}  // namespace

class SmsTextTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void partsFollowTheStandard_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<int>("units");
    QTest::addColumn<int>("parts");
    QTest::addColumn<int>("left");

    QTest::newRow("empty") << QString() << "GSM-7" << 0 << 0 << 160;
    QTest::newRow("160 septets alone") << times("a", 160) << "GSM-7" << 160 << 1 << 0;
    QTest::newRow("161 septets") << times("a", 161) << "GSM-7" << 161 << 2 << 145;
    QTest::newRow("306 septets fill two") << times("a", 306) << "GSM-7" << 306 << 2 << 0;
    QTest::newRow("307 septets") << times("a", 307) << "GSM-7" << 307 << 3 << 152;
    QTest::newRow("80 euros alone") << times("€", 80) << "GSM-7" << 160 << 1 << 0;
    QTest::newRow("extension pair isn't split") << times("a", 152) + times("€", 5) << "GSM-7" << 162 << 2 << 143;
    QTest::newRow("153 pairs need three parts") << times("€", 153) << "GSM-7" << 306 << 3 << 151;
    QTest::newRow("70 units alone") << times("я", 70) << "UCS-2" << 70 << 1 << 0;
    QTest::newRow("71 units") << times("я", 71) << "UCS-2" << 71 << 2 << 63;
    QTest::newRow("134 units fill two") << times("я", 134) << "UCS-2" << 134 << 2 << 0;
    QTest::newRow("surrogate pair isn't split") << times("я", 66) + times("😀", 3) << "UCS-2" << 72 << 2 << 61;
    QTest::newRow("35 emoji alone") << times("😀", 35) << "UCS-2" << 70 << 1 << 0;
    QTest::newRow("36 emoji") << times("😀", 36) << "UCS-2" << 72 << 2 << 61;
    QTest::newRow("one curly quote") << QStringLiteral("It’s") << "UCS-2" << 4 << 1 << 66;
    QTest::newRow("line feed and form feed") << QStringLiteral("a\n\f") << "GSM-7" << 4 << 1 << 156;
    QTest::newRow("Greek capitals") << QStringLiteral("ΔΦΓΛΩΠΨΣΘΞ") << "GSM-7" << 10 << 1 << 150;
    QTest::newRow("Greek alpha isn't in it") << QStringLiteral("Α") << "UCS-2" << 1 << 1 << 69;
    QTest::newRow("c with cedilla is small only in UCS-2") << QStringLiteral("ç") << "UCS-2" << 1 << 1 << 69;
    QTest::newRow("backtick isn't in it") << QStringLiteral("`") << "UCS-2" << 1 << 1 << 69;
    QTest::newRow("Devanagari") << QStringLiteral("नमस्ते") << "UCS-2" << 6 << 1 << 64;
  }
  void partsFollowTheStandard() {
    QFETCH(QString, text);
    const SmsMeasure measure = measureSms(text.toStdString());
    QTEST(encodingName(measure.encoding), "encoding");
    QTEST(measure.units, "units");
    QTEST(measure.parts, "parts");
    QTEST(measure.leftInPart, "left");
  }

  void theSplitPiecesAreTheTextAndAsManyAsMeasured_data() {
    QTest::addColumn<QString>("text");
    QTest::newRow("one") << QStringLiteral("Hello");
    QTest::newRow("pairs at the seam") << times("a", 152) + times("€", 80);
    QTest::newRow("emoji at the seam") << times("я", 66) + times("😀", 70);
    QTest::newRow("mixed") << times("नमस्ते 😀 ", 30);
  }
  void theSplitPiecesAreTheTextAndAsManyAsMeasured() {
    QFETCH(QString, text);
    const QStringList parts = splitIntoParts(text);
    QCOMPARE(parts.join(QString()), text);
    QCOMPARE(parts.size(), measureSms(text.toStdString()).parts);
    for (const QString& part : parts) {
      QVERIFY(!part.front().isLowSurrogate());
      QVERIFY(!part.back().isHighSurrogate());
    }
  }

  void theBasicAlphabetHas127CharactersAndTheExtensionTen() {
    int basic = 0;
    int extension = 0;
    for (char32_t c = 0; c < 0x10000; ++c) {
      basic += gsmSeptets(c) == 1 ? 1 : 0;
      extension += gsmSeptets(c) == 2 ? 1 : 0;
    }
    QCOMPARE(basic, 127);  // 128 positions, one of which is the escape
    QCOMPARE(extension, 10);
  }

  void brokenUtf8CountsAsReplacementCharacters() {
    QCOMPARE(measureSms("a\xFF\xC3").units, 3);
    QCOMPARE(measureSms("a\xFF\xC3").encoding, Encoding::Ucs2);
  }

  void costlyCharactersAreNamedWithTheirReplacement() {
    const auto costly = costlyCharacters(u"It’s 😀 –");
    QCOMPARE(costly.size(), size_t{3});
    QCOMPARE(costly[0].replacement, std::optional(QStringLiteral("'")));
    QCOMPARE(costly[0].at, 2);
    QCOMPARE(costly[1].character, QStringLiteral("😀"));
    QCOMPARE(costly[1].at, 5);
    QVERIFY(!costly[1].replacement);
    QCOMPARE(costly[2].at, 7);
  }

  void replacementsStayInTheAlphabet() {
    for (char32_t c = 0; c < 0x10000; ++c) {
      for (const char32_t r : gsmReplacement(c).value_or(QString()).toStdU32String()) QVERIFY(gsmSeptets(r) > 0);
    }
  }
};

QTEST_GUILESS_MAIN(SmsTextTest)
#include "sms_text_test.moc"
