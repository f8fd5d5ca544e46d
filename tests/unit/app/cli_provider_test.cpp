// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QtTest>

#include "program.h"

using heliograph::test::Program;

class CliProviderTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void typesAreListedWithTheirSettings();
  void theFirstProviderIsTheDefault();
  void aWrongProviderIsRefused_data();
  void aWrongProviderIsRefused();
  void secretsComeFromStandardInputOnly();
  void aSecretIsNeverShown();
  void groupsHaveMembersInOrder();
  void whatIsInUseCannotBeRemoved();
  void definitionsAreChecked();
  void aHostThatAFieldNamesIsCalledByItsLabel();
};

namespace {
const QByteArray kSandbox = R"({"name":"Box","type":"sandbox","settings":{}})";
}

void CliProviderTest::typesAreListedWithTheirSettings() {
  const auto answer = Program().json(QStringLiteral("provider types"));
  QCOMPARE(answer.exitCode, 0);
  QStringList types;
  for (const QJsonObject& line : answer.lines()) types << line.value(u"type").toString();
  for (const auto* type : {"twilio", "http", "sandbox"}) QVERIFY2(types.contains(QLatin1String(type)), type);
  QVERIFY(answer.json().value(u"settings").isArray());
}

void CliProviderTest::theFirstProviderIsTheDefault() {
  const Program program;
  const QString file = program.write(QStringLiteral("box.json"), kSandbox);
  const auto added = program.json(QStringLiteral("provider add ") + file);
  QCOMPARE(added.exitCode, 0);
  QVERIFY(added.json().value(u"default").toBool());
  const QJsonObject listed = program.json(QStringLiteral("provider list")).json();
  QCOMPARE(listed.value(u"name").toString(), QStringLiteral("Box"));
  QVERIFY(listed.value(u"default").toBool());
  QCOMPARE(program.json(QStringLiteral("provider add ") + file).exitCode, 1);
}

void CliProviderTest::aWrongProviderIsRefused_data() {
  QTest::addColumn<QByteArray>("json");
  QTest::newRow("no JSON") << QByteArray("name: Box");
  QTest::newRow("unknown type") << QByteArray(R"({"name":"A","type":"pigeon","settings":{}})");
  QTest::newRow("a setting is missing") << QByteArray(R"({"name":"A","type":"twilio","settings":{}})");
  QTest::newRow("an address without TLS")
      << QByteArray(R"({"name":"A","type":"sandbox","settings":{},"base_url":"http://example.com"})");
}

void CliProviderTest::aWrongProviderIsRefused() {
  QFETCH(QByteArray, json);
  const Program program;
  const auto answer = program.json(QStringLiteral("provider add -"), json);
  QCOMPARE(answer.exitCode, 1);
  QVERIFY(!answer.errors.isEmpty());
  QVERIFY(program.json(QStringLiteral("provider list")).out.isEmpty());
}

void CliProviderTest::secretsComeFromStandardInputOnly() {
  const Program program;
  const QString file = program.write(QStringLiteral("box.json"), kSandbox);
  QCOMPARE(program.json(QStringLiteral("provider add %1 --secrets hunter2").arg(file)).exitCode, 2);
  const auto noObject = program.json(QStringLiteral("provider add %1 --secrets -").arg(file), "hunter2");
  QCOMPARE(noObject.exitCode, 1);
  QVERIFY(!noObject.errors.contains(u"hunter2"));
}

void CliProviderTest::aSecretIsNeverShown() {
  const Program program;
  const QString file = program.write(QStringLiteral("box.json"), kSandbox);
  const auto answer = program.json(QStringLiteral("provider add %1 --secrets -").arg(file), R"({"token":"hunter2"})");
  QCOMPARE(answer.exitCode, 1);
  QVERIFY(!answer.errors.contains(u"hunter2"));
  QVERIFY(!answer.out.contains("hunter2"));
  QVERIFY(program.json(QStringLiteral("provider list")).out.isEmpty());
}

void CliProviderTest::groupsHaveMembersInOrder() {
  const Program program;
  for (const auto* name : {"One", "Two"}) {
    const QByteArray json = R"({"name":")" + QByteArray(name) + R"(","type":"sandbox","settings":{}})";
    QCOMPARE(program.json(QStringLiteral("provider add -"), json).exitCode, 0);
  }
  QCOMPARE(program.json(QStringLiteral("group add -"), R"({"name":"Both","providers":["Two","One"]})").exitCode, 0);
  const QJsonObject group = program.json(QStringLiteral("group list")).json();
  QCOMPARE(group.value(u"providers").toArray(), (QJsonArray{QStringLiteral("Two"), QStringLiteral("One")}));
  QCOMPARE(program.json(QStringLiteral("group add -"), R"({"name":"X","providers":["Nobody"]})").exitCode, 1);
  QCOMPARE(program.json(QStringLiteral("group remove Both")).exitCode, 0);
  QVERIFY(program.json(QStringLiteral("group list")).out.isEmpty());
}

void CliProviderTest::whatIsInUseCannotBeRemoved() {
  const Program program;
  QCOMPARE(program.json(QStringLiteral("provider add -"), kSandbox).exitCode, 0);
  QCOMPARE(program.json(QStringLiteral("group add -"), R"({"name":"G","providers":["Box"]})").exitCode, 0);
  const auto refused = program.json(QStringLiteral("provider remove Box"));
  QCOMPARE(refused.exitCode, 1);
  QVERIFY2(refused.errors.contains(u"G"), qPrintable(refused.errors));
  QCOMPARE(program.json(QStringLiteral("group remove G")).exitCode, 0);
  QCOMPARE(program.json(QStringLiteral("provider remove Box")).exitCode, 0);
}

void CliProviderTest::definitionsAreChecked() {
  const Program program;
  QFile built(QStringLiteral(":/providers/sandbox.json"));
  QVERIFY(built.open(QIODevice::ReadOnly));
  const QByteArray good = built.readAll();
  QCOMPARE(program.json(QStringLiteral("definition check -"), good).json().value(u"id").toString(),
           QStringLiteral("sandbox"));
  QByteArray bad = good;
  bad.replace("\"accepted\"", "\"excepted\"");
  const auto refused = program.json(QStringLiteral("definition check -"), bad);
  QCOMPARE(refused.exitCode, 1);
  QVERIFY(refused.errors.contains(u"outcome"));
}

void CliProviderTest::aHostThatAFieldNamesIsCalledByItsLabel() {
  QFile built(QStringLiteral(":/providers/exotel.json"));
  QVERIFY(built.open(QIODevice::ReadOnly));
  const auto answer =
      Program().run({QStringLiteral("definition"), QStringLiteral("check"), QStringLiteral("-")}, built.readAll());
  QCOMPARE(answer.exitCode, 0);
  QVERIFY2(answer.out.contains("Credentials go to “Region”"), answer.out.constData());
}

QTEST_GUILESS_MAIN(CliProviderTest)
#include "cli_provider_test.moc"
