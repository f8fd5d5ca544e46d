// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QtTest>

#include "program.h"

using heliograph::test::Program;

class CliPriceTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aPriceIsSetListedAndRemoved();
  void aFileComesBackAsItWas();
  void aFileWithAWrongLineChangesNothing();
  void theCheckSaysWhatItCosts();
};

namespace {

/// A workspace is made by the first thing that is put into it.
void begin(const Program& program) {
  const QString people =
      program.write(QStringLiteral("people.csv"), "identity,phone\na,+919812345678\nb,+4915112345678\n");
  QCOMPARE(program.json(QStringLiteral("import profiles ") + people).exitCode, 0);
}

}  // namespace

void CliPriceTest::aPriceIsSetListedAndRemoved() {
  const Program program;
  begin(program);
  const auto set = program.json(QStringLiteral("price set --country IN 0.0455 eur"));
  QCOMPARE(set.exitCode, 0);
  QCOMPARE(set.json().value(u"prefix").toString(), QStringLiteral("91"));
  const QJsonObject listed = program.json(QStringLiteral("price list")).json();
  QCOMPARE(listed.value(u"price").toString(), QStringLiteral("0.0455"));
  QCOMPARE(listed.value(u"currency").toString(), QStringLiteral("EUR"));
  QCOMPARE(program.json(QStringLiteral("price set 1,5 EUR")).exitCode, 2);
  QCOMPARE(program.json(QStringLiteral("price set --provider Nobody 1 EUR")).exitCode, 1);
  QCOMPARE(program.json(QStringLiteral("price remove --country IN")).exitCode, 0);
  QCOMPARE(program.json(QStringLiteral("price remove --country IN")).exitCode, 1);
  QVERIFY(program.json(QStringLiteral("price list")).out.isEmpty());
}

void CliPriceTest::aFileComesBackAsItWas() {
  const Program program;
  begin(program);
  const QString file = program.write(QStringLiteral("p.csv"), "prefix,price,currency\n91,0.0455,EUR\n,0.1,USD\n");
  QCOMPARE(program.json(QStringLiteral("price import ") + file).json().value(u"imported").toInt(), 2);
  const auto out = program.json(QStringLiteral("price export"));
  QVERIFY(out.out.contains(",91,,0.0455,EUR"));
  const QString other = program.write(QStringLiteral("q.csv"), "prefix,price,currency\n44,0.04,GBP\n");
  QCOMPARE(program.json(QStringLiteral("price import --replace ") + other).exitCode, 0);
  QCOMPARE(program.json(QStringLiteral("price list")).lines().size(), 1);
}

void CliPriceTest::aFileWithAWrongLineChangesNothing() {
  const Program program;
  begin(program);
  const QString file = program.write(QStringLiteral("p.csv"), "prefix,price,currency\n91,0.0455,EUR\nx,0.1,USD\n");
  const auto refused = program.json(QStringLiteral("price import ") + file);
  QCOMPARE(refused.exitCode, 1);
  QVERIFY(refused.errors.contains(QStringLiteral("Line 3")));
  QVERIFY(program.json(QStringLiteral("price list")).out.isEmpty());
}

void CliPriceTest::theCheckSaysWhatItCosts() {
  const Program program;
  begin(program);
  const QString box = program.write(QStringLiteral("box.json"), R"({"name":"Box","type":"sandbox","settings":{}})");
  QCOMPARE(program.json(QStringLiteral("provider add ") + box).exitCode, 0);
  const QString draft = program.write(QStringLiteral("c.json"), R"({"name":"C","audience":{"kind":"everybody"},
      "message":"Hello","route":{"kind":"default"},"when":{"kind":"on_publish"}})");
  const auto made = program.json(QStringLiteral("campaign import ") + draft);
  QVERIFY2(made.exitCode == 0, qPrintable(made.errors));
  const QJsonObject cost = program.json(QStringLiteral("campaign check %1").arg(made.json().value(u"id").toInt()))
                               .json()
                               .value(u"cost")
                               .toObject();
  QCOMPARE(cost.value(u"unpriced_people").toInt(-1), 0);
  QCOMPARE(cost.value(u"countries").toArray().size(), 2);
}

QTEST_GUILESS_MAIN(CliPriceTest)
#include "cli_price_test.moc"
