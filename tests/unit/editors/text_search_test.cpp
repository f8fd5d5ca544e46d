// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editors/text_search.h"

#include <QTest>

using namespace heliograph::editors;

class TextSearchTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void placesAreBytes_data() {
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<bool>("matchCase");
    QTest::addColumn<QList<int>>("begins");
    QTest::newRow("nothing") << QByteArray("abc") << QString() << false << QList<int>{};
    QTest::newRow("all") << QByteArray("sale, Sale, SALE") << QStringLiteral("sale") << false << QList<int>{0, 6, 12};
    QTest::newRow("case") << QByteArray("sale, Sale, SALE") << QStringLiteral("Sale") << true << QList<int>{6};
    QTest::newRow("no overlaps") << QByteArray("aaaa") << QStringLiteral("aa") << false << QList<int>{0, 2};
    QTest::newRow("behind other scripts")
        << QByteArray("é😀 क Ä ä") << QStringLiteral("ä") << false << QList<int>{11, 14};
    QTest::newRow("behind a byte order mark") << QByteArray(
                                                     "\xEF\xBB\xBF"
                                                     "a")
                                              << QStringLiteral("A") << false << QList<int>{3};
    QTest::newRow("beside bytes that are no text") << QByteArray(
                                                          "\xFF"
                                                          "a b a")
                                                   << QStringLiteral("a") << false << QList<int>{1, 5};
    QTest::newRow("a no-break space is no blank") << QByteArray(
                                                         "a\xC2\xA0"
                                                         "b a b")
                                                  << QStringLiteral("a b") << false << QList<int>{5};
  }
  void placesAreBytes() {
    QFETCH(QByteArray, source);
    QFETCH(QString, wanted);
    QFETCH(bool, matchCase);
    QList<int> begins;
    for (const ByteRange& place : findAll(source, wanted, matchCase)) {
      QCOMPARE(QString::fromUtf8(source.mid(place.begin, place.end - place.begin)).toCaseFolded(),
               wanted.toCaseFolded());
      begins << static_cast<int>(place.begin);
    }
    QTEST(begins, "begins");
  }

  void replacingLeavesTheRestAsItIs() {
    const QByteArray source(
        "a\r\nb\xC2\xA0"
        "A\r");
    QCOMPARE(replaceRanges(source, findAll(source, QStringLiteral("a"), false), "éé"), QByteArray("éé\r\nb\xC2\xA0"
                                                                                                  "éé\r"));
  }
};

QTEST_GUILESS_MAIN(TextSearchTest)
#include "text_search_test.moc"
