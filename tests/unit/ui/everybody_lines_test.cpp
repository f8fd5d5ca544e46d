// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/everybody/everybody_lines.h"

#include <QLocale>
#include <QTest>
#include <algorithm>

using namespace heliograph;

class EverybodyLinesTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aCountrySaysWhatItCosts_data() {
    QTest::addColumn<qint64>("micros");
    QTest::addColumn<bool>("priced");
    QTest::addColumn<QString>("figure");
    QTest::newRow("a price") << qint64(2'000'000) << true << QStringLiteral("€2.00");
    QTest::newRow("a price for some") << qint64(2'000'000) << false << QStringLiteral("€2.00");
    QTest::newRow("free of charge") << qint64(0) << true << QStringLiteral("0");
    QTest::newRow("no price") << qint64(0) << false << QStringLiteral("no price");
  }
  void aCountrySaysWhatItCosts() {
    QFETCH(qint64, micros);
    QFETCH(bool, priced);
    QLocale::setDefault(QLocale(QStringLiteral("en_IE")));
    delivery::CheckReport report;
    report.counted = true;
    report.cost.expected.add({1'000'000, QStringLiteral("EUR")});
    delivery::CountryCost other{QStringLiteral("MT"), 1, 1, {}, {}, true};
    other.expected.add({1'000'000, QStringLiteral("EUR")});
    delivery::CountryCost asked{QStringLiteral("IE"), 1, 1, {}, {}, priced};
    asked.expected.add({micros, QStringLiteral("EUR")});
    report.cost.countries = {other, asked};
    const auto lines = ui::everybodyLines(report);
    const auto line =
        std::find_if(lines.begin(), lines.end(), [](const auto& one) { return one.name == u"country.IE"; });
    QVERIFY(line != lines.end());
    QTEST(line->figure, "figure");
  }
};

QTEST_GUILESS_MAIN(EverybodyLinesTest)
#include "everybody_lines_test.moc"
