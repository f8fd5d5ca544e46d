// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/check/similar_text.h"

#include <QTest>

using namespace heliograph::delivery;

class SimilarTextTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void textsAreComparedAsPeopleRememberThem_data() {
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("right");
    QTest::addColumn<bool>("similar");
    const QString offer = QStringLiteral("Hi {{ Profile.first_name }}, 20% off all shoes until Sunday at our shop!");
    const auto row = [&](const char* name, const QString& other, bool similar) {
      QTest::newRow(name) << offer << other << similar;
    };
    row("the same", offer, true);
    row("capitals, spaces and signs",
        QStringLiteral("HI {{Profile.first_name}}  20 % off all shoes – until sunday at our shop"), true);
    row("another value of the person",
        QStringLiteral("Hi {{ Profile.city | default: \"you\" }}, 20% off all shoes until Sunday at our shop!"), true);
    row("one word changed", QStringLiteral("Hi {{ Profile.first_name }}, 20% off all shoes until Monday at our shop!"),
        true);
    row("a word added at the end", offer + QStringLiteral(" STOP"), true);
    row("another message", QStringLiteral("Your parcel is on its way and comes tomorrow between 9 and 11."), false);
    row("the same words in another order",
        QStringLiteral("Shop shoes! Sunday off: all at our until 20% {{ Profile.first_name }} hi"), false);
    row("half of it", QStringLiteral("Hi {{ Profile.first_name }}, 20% off all shoes"), false);
    row("nothing", QString(), false);
    QTest::newRow("two empty ones") << QString() << QString() << false;
    QTest::newRow("only signs") << QStringLiteral("!!!") << QStringLiteral("!!!") << false;
    QTest::newRow("one word") << QStringLiteral("Hello") << QStringLiteral("hello.") << true;
    QTest::newRow("two other words") << QStringLiteral("Hello") << QStringLiteral("Goodbye") << false;
    QTest::newRow("a script without spaces")
        << QStringLiteral("明日から全品二割引です") << QStringLiteral("明後日から全品二割引です") << true;
    QTest::newRow("wide letters") << QStringLiteral("ＳＡＬＥ now") << QStringLiteral("sale now") << true;
    QTest::newRow("tags are no words") << QStringLiteral("{% if x %}Sale today{% endif %}")
                                       << QStringLiteral("Sale today") << true;
  }
  void textsAreComparedAsPeopleRememberThem() {
    QFETCH(QString, left);
    QFETCH(QString, right);
    const double one = textSimilarity(rememberedWords(left.toUtf8()), rememberedWords(right.toUtf8()));
    const double other = textSimilarity(rememberedWords(right.toUtf8()), rememberedWords(left.toUtf8()));
    QCOMPARE(one, other);
    QVERIFY(one >= 0 && one <= 1);
    QTEST(one >= similarFrom, "similar");
  }
};

QTEST_APPLESS_MAIN(SimilarTextTest)
#include "similar_text_test.moc"
