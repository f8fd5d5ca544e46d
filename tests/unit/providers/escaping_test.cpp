// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/template/escaping.h"

#include <QTest>

using namespace heliograph;
using namespace heliograph::providers;

Q_DECLARE_METATYPE(heliograph::providers::Place)

class EscapingTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aValueStaysOneValueWhereverItStands_data() {
    QTest::addColumn<Place>("place");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("plus in a form") << Place::Form << "+919812345678" << QByteArray("%2B919812345678");
    QTest::newRow("another field in a form") << Place::Form << "a&To=+1900" << QByteArray("a%26To%3D%2B1900");
    QTest::newRow("SQL in a form") << Place::Form << "\"; DROP TABLE x" << QByteArray("%22%3B%20DROP%20TABLE%20x");
    QTest::newRow("line break in a form") << Place::Form << "a\r\nb" << QByteArray("a%0D%0Ab");
    QTest::newRow("fragment in a query") << Place::Query << "a#b?c%41" << QByteArray("a%23b%3Fc%2541");
    QTest::newRow("slashes in a path") << Place::UrlPath << "a/../b" << QByteArray("a%2F..%2Fb");
    QTest::newRow("quotes in JSON") << Place::JsonString << "say \"hi\"\\" << QByteArray("say \\\"hi\\\"\\\\");
    QTest::newRow("end of a JSON object")
        << Place::JsonString << "\",\"to\":\"1" << QByteArray("\\\",\\\"to\\\":\\\"1");
    QTest::newRow("control characters in JSON") << Place::JsonString << "a\nb\x01" << QByteArray("a\\u000ab\\u0001");
    QTest::newRow("letters in JSON") << Place::JsonString << QStringLiteral("हि") << QByteArray("हि");
    QTest::newRow("quotes in a header") << Place::Header << "a\"b" << QByteArray("a\"b");
    QTest::newRow("host") << Place::Host << "api.in.example.com" << QByteArray("api.in.example.com");
    QTest::newRow("plain") << Place::Plain << "a&b" << QByteArray("a&b");
  }
  void aValueStaysOneValueWhereverItStands() {
    QFETCH(Place, place);
    QFETCH(QString, value);
    const auto escaped = escapeFor(place, value);
    QVERIFY(escaped);
    QTEST(*escaped, "written");
  }

  void whatAPlaceCannotHoldIsRefusedWithoutRepeatingIt_data() {
    QTest::addColumn<Place>("place");
    QTest::addColumn<QString>("value");
    QTest::newRow("line break in a header") << Place::Header << "secret\r\nX-Evil: 1";
    QTest::newRow("line feed in a header") << Place::Header << "secret\nX-Evil: 1";
    QTest::newRow("zero byte in a header") << Place::Header << QStringLiteral("secret") + QChar(0);
    QTest::newRow("parent folder in a path") << Place::UrlPath << "..";
    QTest::newRow("this folder in a path") << Place::UrlPath << ".";
    QTest::newRow("nothing in a path") << Place::UrlPath << "";
    QTest::newRow("user name in a host") << Place::Host << "secret@evil.example";
    QTest::newRow("path in a host") << Place::Host << "secret/evil";
  }
  void whatAPlaceCannotHoldIsRefusedWithoutRepeatingIt() {
    QFETCH(Place, place);
    QFETCH(QString, value);
    const auto escaped = escapeFor(place, value);
    QVERIFY(!escaped);
    QCOMPARE(escaped.error().code, ErrorCode::InvalidInput);
    QVERIFY(!escaped.error().message.contains(QStringLiteral("secret")));
  }
};

QTEST_GUILESS_MAIN(EscapingTest)
#include "escaping_test.moc"
