// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QtTest>

#include "program.h"

using heliograph::test::Program;
using heliograph::test::ProgramAnswer;

class CliCampaignTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aCampaignSurvivesExportAndImport();
  void aCampaignFromElsewhereIsFitted();
  void aRouteWithoutANameIsFoundByItsNumber();
  void jsonThatBreaksTheSchemaIsRefused();
  void aDraftIsClonedShownAndDeleted();
  void anEarlierVersionIsListedAndRestored();
  void anArchivedCampaignLeavesTheList();
  void labelsAreGivenAndTaken();
  void anUnknownCampaignIsAnError();
  void theCheckSaysWhatPublishingWouldDo();
  void anUnknownPropertyStopsPublishing();
  void anUnparsableMessageStopsPublishing();
  void onePersonsTextIsShown();
  void everybodysTextIsShown();

 private:
  static ProgramAnswer importCampaign(const Program& program, const QByteArray& json) {
    return program.json(QStringLiteral("campaign import -"), json);
  }
};

namespace {

constexpr int kPeople = 40;

void makeSample(const Program& program) {
  const auto made = program.json(QStringLiteral("demo --profiles %1").arg(kPeople));
  if (made.exitCode != 0) qFatal("%s", qPrintable(made.errors));
}

QByteArray forEverybody(const QByteArray& message) {
  return R"({"name":"All","audience":{"kind":"everybody"},"when":{"kind":"on_publish"},"message":")" + message + "\"}";
}

QStringList codes(const QJsonObject& check) {
  QStringList codes;
  for (const auto& issue : check.value(u"issues").toArray()) codes << issue.toObject().value(u"code").toString();
  return codes;
}

}  // namespace

void CliCampaignTest::aCampaignSurvivesExportAndImport() {
  const Program program;
  makeSample(program);
  const auto exported = program.json(QStringLiteral("campaign export 1"));
  QCOMPARE(exported.exitCode, 0);
  const auto imported = importCampaign(program, exported.out);
  QCOMPARE(imported.exitCode, 0);
  QCOMPARE(imported.json().value(u"id").toInt(), 2);
  QCOMPARE(program.json(QStringLiteral("campaign export 2")).json(), exported.json());
}

void CliCampaignTest::aCampaignFromElsewhereIsFitted() {
  const Program program;
  makeSample(program);
  const auto imported = importCampaign(
      program, R"({"name":"A","route":{"kind":"provider","id":77,"name":"Elsewhere"},"audience":{"kind":"saved",
                "name":"Not here","segment":{"all":[{"property":"tier","operator":"equals","values":["Gold"]}]}}})");
  QCOMPARE(imported.exitCode, 0);
  QCOMPARE(imported.json().value(u"remarks").toArray().size(), 2);
  const QJsonObject campaign = program.json(QStringLiteral("campaign export 2")).json();
  QCOMPARE(campaign.value(u"route").toObject().value(u"kind").toString(), QStringLiteral("default"));
  QCOMPARE(campaign.value(u"audience").toObject().value(u"kind").toString(), QStringLiteral("rules"));
}

void CliCampaignTest::aRouteWithoutANameIsFoundByItsNumber() {
  const Program program;
  makeSample(program);
  const auto imported = importCampaign(program, R"({"name":"A","route":{"kind":"provider","id":1}})");
  QVERIFY(imported.json().value(u"remarks").toArray().isEmpty());
  const QJsonObject route = program.json(QStringLiteral("campaign export 2")).json().value(u"route").toObject();
  QCOMPARE(route.value(u"name").toString(), QStringLiteral("Sandbox"));
  QCOMPARE(program.json(QStringLiteral("provider remove Sandbox")).exitCode, 1);
}

void CliCampaignTest::jsonThatBreaksTheSchemaIsRefused() {
  const Program program;
  makeSample(program);
  const auto answer = importCampaign(program, R"({"name":"A","audiense":{}})");
  QCOMPARE(answer.exitCode, 1);
  QVERIFY(!answer.errors.isEmpty());
  QCOMPARE(importCampaign(program, "no json").exitCode, 1);
  QCOMPARE(program.json(QStringLiteral("campaign list")).lines().size(), 1);
}

void CliCampaignTest::aDraftIsClonedShownAndDeleted() {
  const Program program;
  makeSample(program);
  QCOMPARE(program.json(QStringLiteral("campaign clone 1")).json().value(u"id").toInt(), 2);
  const QJsonObject shown = program.json(QStringLiteral("campaign show 2")).json();
  QVERIFY(shown.value(u"name").toString().endsWith(u"(copy)"));
  QCOMPARE(shown.value(u"state").toString(), QStringLiteral("draft"));
  QVERIFY(shown.value(u"campaign").isObject());
  QCOMPARE(program.json(QStringLiteral("campaign delete 2")).exitCode, 0);
  QCOMPARE(program.json(QStringLiteral("campaign show 2")).exitCode, 1);
}

void CliCampaignTest::anEarlierVersionIsListedAndRestored() {
  const Program program;
  QCOMPARE(importCampaign(program, forEverybody("Hi")).exitCode, 0);
  const auto first = program.json(QStringLiteral("campaign history 1"));
  QCOMPARE(first.exitCode, 0);
  QCOMPARE(first.lines().size(), 1);
  QCOMPARE(first.lines().front().value(u"kind").toString(), QStringLiteral("saved"));
  QCOMPARE(program.json(QStringLiteral("campaign restore 1 --version 1")).exitCode, 0);
  QCOMPARE(program.json(QStringLiteral("campaign history 1")).lines().size(), 2);
  QCOMPARE(program.json(QStringLiteral("campaign restore 1 --version 9")).exitCode, 1);
  QCOMPARE(program.json(QStringLiteral("campaign restore 1")).exitCode, 2);
  QCOMPARE(program.json(QStringLiteral("campaign history 77")).exitCode, 1);
}

void CliCampaignTest::anArchivedCampaignLeavesTheList() {
  const Program program;
  makeSample(program);
  QCOMPARE(program.json(QStringLiteral("campaign archive 1")).exitCode, 0);
  QVERIFY(program.json(QStringLiteral("campaign list")).out.isEmpty());
  QCOMPARE(program.json(QStringLiteral("campaign list --all")).lines().size(), 1);
  QCOMPARE(program.json(QStringLiteral("campaign unarchive 1")).exitCode, 0);
  QCOMPARE(program.json(QStringLiteral("campaign list")).lines().size(), 1);
}

void CliCampaignTest::labelsAreGivenAndTaken() {
  const Program program;
  makeSample(program);
  const auto labelled = program.json(QStringLiteral("campaign label 1 --add VIP --add May --remove sample"));
  QCOMPARE(labelled.exitCode, 0);
  QCOMPARE(labelled.lines().front().value(u"labels").toVariant().toStringList(),
           (QStringList{QStringLiteral("VIP"), QStringLiteral("May")}));
  QCOMPARE(program.json(QStringLiteral("campaign label 1 --add 50%")).exitCode, 1);
}

void CliCampaignTest::anUnknownCampaignIsAnError() {
  const Program program;
  makeSample(program);
  for (const auto* words : {"show", "export", "clone", "delete", "archive", "check", "pause", "stop"}) {
    const auto answer = program.json(QStringLiteral("campaign %1 99").arg(QLatin1String(words)));
    QVERIFY2(answer.exitCode == 1, words);
    QVERIFY(answer.errors.contains(u"99"));
  }
  QCOMPARE(program.json(QStringLiteral("report 99")).exitCode, 1);
}

void CliCampaignTest::theCheckSaysWhatPublishingWouldDo() {
  const Program program;
  makeSample(program);
  importCampaign(program, forEverybody("Hello"));
  const auto answer = program.json(QStringLiteral("campaign check 2"));
  QCOMPARE(answer.exitCode, 0);
  const QJsonObject check = answer.json();
  for (const auto* key : {"issues", "reach", "parts", "cost", "schedule"}) {
    QVERIFY2(check.contains(QLatin1String(key)), key);
  }
  const QJsonObject reach = check.value(u"reach").toObject();
  QCOMPARE(reach.value(u"qualified").toInt(), kPeople);
  QCOMPARE(check.value(u"parts").toObject().value(u"1"), check.value(u"sendable"));
  QCOMPARE(check.value(u"schedule").toArray().size(), 1);
}

void CliCampaignTest::anUnknownPropertyStopsPublishing() {
  const Program program;
  makeSample(program);
  importCampaign(program, forEverybody("Size {{ Profile.shoe }}"));
  const QJsonObject check = program.json(QStringLiteral("campaign check 2")).json();
  QVERIFY(codes(check).contains(QStringLiteral("message_unknown_property")));
  const QJsonObject issue = check.value(u"issues").toArray().first().toObject();
  for (const auto* key : {"severity", "code", "step", "field", "text"}) QVERIFY(issue.contains(QLatin1String(key)));
  const auto published = program.json(QStringLiteral("campaign publish 2 --yes"));
  QCOMPARE(published.exitCode, 1);
  QVERIFY(published.errors.contains(u"shoe"));
}

void CliCampaignTest::anUnparsableMessageStopsPublishing() {
  const Program program;
  makeSample(program);
  importCampaign(program, forEverybody("Hi {% if %}"));
  const QJsonObject check = program.json(QStringLiteral("campaign check 2")).json();
  QVERIFY(codes(check).contains(QStringLiteral("message_syntax")));
  QCOMPARE(check.value(u"issues").toArray().first().toObject().value(u"offset").toInt(), 3);
  QCOMPARE(program.json(QStringLiteral("campaign publish 2 --yes")).exitCode, 1);
  QCOMPARE(program.json(QStringLiteral("preview 2 --all")).exitCode, 1);
}

void CliCampaignTest::onePersonsTextIsShown() {
  const Program program;
  makeSample(program);
  importCampaign(program, forEverybody("I am {{ Profile.identity }} {{ Profile.last_purchase | date: '%Y' }}"));
  const auto answer = program.json(QStringLiteral("preview 2 --as c-000001"));
  QCOMPARE(answer.exitCode, 0);
  QVERIFY(answer.json().value(u"text").toString().startsWith(u"I am c-000001"));
  for (const auto* key : {"identity", "text", "encoding", "parts", "missing"}) {
    QVERIFY2(answer.json().contains(QLatin1String(key)), key);
  }
  QCOMPARE(program.json(QStringLiteral("preview 2 --as nobody")).exitCode, 1);
}

void CliCampaignTest::everybodysTextIsShown() {
  const Program program;
  makeSample(program);
  importCampaign(program, forEverybody("Hello"));
  QCOMPARE(program.json(QStringLiteral("preview 2 --all")).lines().size(), kPeople);
}

QTEST_GUILESS_MAIN(CliCampaignTest)
#include "cli_campaign_test.moc"
