// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/check/price_file.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace heliograph;
using namespace heliograph::delivery;
using providers::Price;

class PriceFileTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    m_providers.resize(1);
    m_providers[0].id = ProviderId{4};
    m_providers[0].name = QStringLiteral("Line, \"direct\"");
  }

  void whatIsWrittenIsReadAgain() {
    const std::vector<Price> prices{{{}, {}, {}, money(100000)},
                                    {ProviderId{4}, QStringLiteral("91"), QStringLiteral("IN"), money(2500)}};
    const auto file = read(priceCsv(prices, m_providers));
    QVERIFY(file.has_value());
    QVERIFY(file->problems.empty());
    QCOMPARE(file->prices, prices);
  }

  void spreadsheetsMayUseSemicolonAndComma() {
    const auto file = read("Price;Currency;Country\r\n0,0455;eur;IN\r\n1.5;USD;US\r\n");
    QVERIFY(file.has_value());
    QCOMPARE(file->problemText(), QString());
    QCOMPARE(file->prices[0].perPart.micros, 45500);
    QCOMPARE(file->prices[1].prefix, QStringLiteral("1"));
  }

  void everyWrongLineIsNamed() {
    const auto file = read(
        "provider,prefix,country,price,currency\n"
        ",91,,0.1,EUR\n"
        "Nobody,91,,0.1,EUR\n"
        ",9x,,0.1,EUR\n"
        ",,XX,0.1,EUR\n"
        ",92,,much,EUR\n"
        ",+91,,0.2,EUR\n");
    QVERIFY(file.has_value());
    QCOMPARE(file->prices.size(), 1u);
    QList<qint64> lines;
    for (const PriceFileProblem& problem : file->problems) lines << problem.line;
    QCOMPARE(lines, (QList<qint64>{3, 4, 5, 6, 7}));
    QVERIFY(file->problemText().contains(QStringLiteral("Line 7: This is for the same numbers as line 2.")));
  }

  void aFileOfSomethingElseIsRefused_data() {
    QTest::addColumn<QByteArray>("csv");
    QTest::newRow("other columns") << QByteArray("name,phone\nA,B\n");
    QTest::newRow("no price") << QByteArray("prefix,currency\n91,EUR\n");
    QTest::newRow("only the first line") << QByteArray("prefix,price,currency\n");
    QTest::newRow("empty") << QByteArray();
  }
  void aFileOfSomethingElseIsRefused() {
    QFETCH(QByteArray, csv);
    const auto file = read(csv);
    QVERIFY(!file);
    QVERIFY(!file.error().message.isEmpty());
  }

 private:
  static Money money(qint64 micros) { return {micros, QStringLiteral("EUR")}; }

  [[nodiscard]] Result<PriceFile> read(const QByteArray& csv) const {
    QFile file(m_folder.filePath(QStringLiteral("prices.csv")));
    if (!file.open(QIODevice::WriteOnly)) qFatal("can't write");
    file.write(csv);
    file.close();
    return readPriceFile(file.fileName(), m_providers);
  }

  QTemporaryDir m_folder;
  std::vector<providers::Provider> m_providers;
};

QTEST_GUILESS_MAIN(PriceFileTest)
#include "price_file_test.moc"
