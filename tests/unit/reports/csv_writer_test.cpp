// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/csv_writer.h"

#include <QBuffer>
#include <QTest>

using namespace heliograph::reports;

class CsvWriterTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aCellIsQuotedAndMadeHarmlessAsNeeded_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("cell");
    const auto row = [](const char* name, const char* text, const char* cell) {
      QTest::newRow(name) << QString::fromUtf8(text) << QByteArray(cell);
    };
    row("plain", "Asha", "Asha");
    row("empty", "", "");
    row("comma", "Rao, Asha", "\"Rao, Asha\"");
    row("quote", "the \"big\" one", "\"the \"\"big\"\" one\"");
    row("line break", "a\nb", "\"a\nb\"");
    row("not Latin", "आशा ✓", "आशा ✓");
    row("phone number", "+919812345678", "+919812345678");
    row("negative number", "-12.5", "-12.5");
    row("formula", "=HYPERLINK(\"http://x\")", "\"'=HYPERLINK(\"\"http://x\"\")\"");
    row("plus formula", "+1+cmd|x", "'+1+cmd|x");
    row("minus formula", "-2+3", "'-2+3");
    row("at", "@SUM(A1)", "'@SUM(A1)");
    row("tab", "\tx", "'\tx");
    row("carriage return", "\rx", "\"'\rx\"");
    row("sign alone", "-", "'-");
    row("two points", "+1.2.3", "'+1.2.3");
    row("equals inside", "a=b", "a=b");
  }
  void aCellIsQuotedAndMadeHarmlessAsNeeded() {
    QFETCH(QString, text);
    QTEST(csvCell(text), "cell");
  }

  void rowsEndAsTheStandardSays() {
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    CsvWriter csv(buffer);
    QVERIFY(csv.row({QStringLiteral("a"), QStringLiteral("b,c")}));
    QVERIFY(csv.row({QString(), QString()}));
    QCOMPARE(buffer.data(), QByteArray("a,\"b,c\"\r\n,\r\n"));
  }

  void whatCannotBeWrittenIsAnError() {
    QBuffer closed;
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("device not open")));
    CsvWriter csv(closed);
    const auto written = csv.row({QStringLiteral("a")});
    QVERIFY(!written);
    QCOMPARE(written.error().code, heliograph::ErrorCode::Io);
  }
};

QTEST_GUILESS_MAIN(CsvWriterTest)
#include "csv_writer_test.moc"
