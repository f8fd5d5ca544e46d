// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDateTime>
#include <QTest>

#include "audience/date_format.h"

using namespace heliograph::audience;

class DateFormatTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aDateIsReadByItsPattern_data() {
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* pattern, const char* text, const char* expected) {
      QTest::addRow("%s | %s", pattern, text)
          << QString::fromUtf8(pattern) << QString::fromUtf8(text) << QString::fromUtf8(expected);
    };
    row("dd/MM/yyyy", "03/02/2026", "2026-02-03T12:00:00Z");
    row("MM/dd/yyyy", "03/02/2026", "2026-03-02T12:00:00Z");
    row("yyyy/dd/MM", "2026/03/02", "2026-02-03T12:00:00Z");
    row("yyyy/MM/dd", "2026/03/02", "2026-03-02T12:00:00Z");
    row("dd MMM yyyy", "3 Feb 2026", "2026-02-03T12:00:00Z");
    row("dd MMM yyyy", "03 september 2026", "2026-09-03T12:00:00Z");
    row("dd/MM/yyyy HH:mm:ss", "03/02/2026 04:05:06", "2026-02-03T04:05:06Z");
    row("dd/MM/yyyy HH:mm:ss", "03/02/2026", "2026-02-03T12:00:00Z");
    row("dd/mm/yyyy hh:mm", "03/02/2026 23:59", "2026-02-03T23:59:00Z");
    row("DD.MM.YY", "03.02.26", "2026-02-03T12:00:00Z");
    row("d.M.yyyy", "3.2.2026", "2026-02-03T12:00:00Z");
    row("dd/MM/yyyy", "29/02/2024", "2024-02-29T12:00:00Z");
    row("dd/MM/yyyy", "29/02/2023", "");
    row("dd/MM/yyyy", "31/04/2026", "");
    row("dd/MM/yyyy", "00/01/2026", "");
    row("dd/MM/yyyy", "03/13/2026", "");
    row("dd/MM/yyyy", "03/02/2026x", "");
    row("dd/MM/yyyy", "03-02-2026", "");
    row("dd/MM/yyyy HH:mm", "03/02/2026 24:00", "");
    row("dd/MM/yyyy", "", "");
    row("iso", "2026-02-03", "2026-02-03T12:00:00Z");
    row("iso", "2026-02-03T04:05", "2026-02-03T04:05:00Z");
    row("iso", "2026-02-03 04:05:06.789", "2026-02-03T04:05:06Z");
    row("iso", "2026-02-03T04:05:06+05:30", "2026-02-02T22:35:06Z");
    row("iso", "2026-02-03T04:05:06 -0200", "2026-02-03T06:05:06Z");
    row("iso", "2026-02-03T04:05:06Z", "2026-02-03T04:05:06Z");
    row("iso", "2026-2-3", "");
    row("iso", "2026-02-30", "");
    row("unix", "1770091506", "2026-02-03T04:05:06Z");
    row("unix", "1770091506000", "2026-02-03T04:05:06Z");
    row("Unix time", "$D_1770091506", "2026-02-03T04:05:06Z");
    row("unix", "12", "");
    row("unix", "soon", "");
  }
  void aDateIsReadByItsPattern() {
    QFETCH(QString, pattern);
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const auto format = DateFormat::parse(pattern);
    QVERIFY(format.has_value());
    const auto read = format->read(text.toStdString());
    QCOMPARE(read.has_value(), !expected.isEmpty());
    if (!read) return;
    QCOMPARE(QDateTime::fromMSecsSinceEpoch(read->milliseconds, Qt::UTC).toString(Qt::ISODate), expected);
  }

  void onlyATextThatSaysItsOffsetIsExact() {
    QVERIFY(readIsoDate("2026-02-03T04:05Z")->exact);
    QVERIFY(!readIsoDate("2026-02-03T04:05")->exact);
    QVERIFY(readUnixTime("1770091506")->exact);
  }

  void aPatternThatIsNoneIsRefused_data() {
    QTest::addColumn<QString>("pattern");
    for (const char* pattern :
         {"", "dd/MM", "yyyy", "some day", "HH:mm", "dd/MM/yyyy a", "ddd/MM/yyyy", "dd/MM/yyyyy"}) {
      QTest::newRow(pattern) << QString::fromLatin1(pattern);
    }
  }
  void aPatternThatIsNoneIsRefused() {
    QFETCH(QString, pattern);
    QVERIFY(!DateFormat::parse(pattern));
  }
};

QTEST_GUILESS_MAIN(DateFormatTest)
#include "date_format_test.moc"
