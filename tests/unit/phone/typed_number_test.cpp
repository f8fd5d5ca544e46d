// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "phone/typed_number.h"

#include <QTest>

using namespace heliograph;

class TypedNumberTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void gapsComeWhilePeopleType_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("region");
    QTest::addColumn<QString>("written");
    QTest::newRow("nothing") << QString() << QStringLiteral("IN") << QString();
    QTest::newRow("plus") << QStringLiteral("+") << QString() << QStringLiteral("+");
    QTest::newRow("whole") << QStringLiteral("+919812345678") << QString() << QStringLiteral("+91 98123 45678");
    QTest::newRow("at home") << QStringLiteral("2015550123") << QStringLiteral("US")
                             << QStringLiteral("(201) 555-0123");
    QTest::newRow("pasted") << QStringLiteral(" +44 (7400) 123-456 ") << QString() << QStringLiteral("+44 7400 123456");
    QTest::newRow("letters") << QStringLiteral("call me") << QStringLiteral("IN") << QString();
  }
  void gapsComeWhilePeopleType() {
    QFETCH(QString, typed);
    QFETCH(QString, region);
    QTEST(phone::typedNumber(typed, region), "written");
  }

  void aPlusSaysTheRegion_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("region");
    QTest::newRow("at home") << QStringLiteral("98123") << QString();
    QTest::newRow("not clear yet") << QStringLiteral("+9") << QString();
    QTest::newRow("India") << QStringLiteral("+91") << QStringLiteral("IN");
    QTest::newRow("a code of three") << QStringLiteral("+971 5") << QStringLiteral("AE");
    QTest::newRow("the main one of several") << QStringLiteral("+1") << QStringLiteral("US");
    QTest::newRow("a whole number of another") << QStringLiteral("+1 613 555 0123") << QStringLiteral("CA");
  }
  void aPlusSaysTheRegion() {
    QFETCH(QString, typed);
    QTEST(phone::typedRegion(typed), "region");
  }

  void everyExampleHasItsCountryCode() {
    QCOMPARE(phone::exampleNumber(u"IN").left(3), QStringLiteral("+91"));
    QCOMPARE(phone::exampleNumber(u"XX"), QString());
  }
};

QTEST_GUILESS_MAIN(TypedNumberTest)
#include "typed_number_test.moc"
