// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QSet>
#include <QtTest>
#include <csignal>

#include "program.h"
#include "storage/database.h"
#include "support/hostile_server.h"

using heliograph::test::HostileAct;
using heliograph::test::HostileServer;
using heliograph::test::Program;

class CliDeliveryTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aCampaignGoesOutOnceToEverybody();
  void aScheduledCampaignWaits();
  void aMissedTimeIsHeldUntilItIsReleased();
  void theFirstAreSentToAndThenItWaits();
  void aTestWaitsForItsWinner();
  void aTestIsAccepted();
  void aTestTakesTheEventsValues_data();
  void aTestTakesTheEventsValues();
  void aPreviewTakesThePersonsOwnEvent();
  void aTestIsRefusedInTheProvidersWords();
  void aNumberThatIsNoneIsRefusedBeforeSending();
  void stoppingInTheMiddleLosesNobody();
  void unclearMessagesAreSettled();
  void aMissingSecretIsAnErrorThatSaysHowToGiveIt();
  void nobodyLeftToSendThroughIsAnErrorAndStandsInTheReport();
  void aTestWithAnOpenPlaceIsRefused();
};

namespace {

constexpr int kPeople = 60;

void makeSample(const Program& program) {
  const auto made = program.json(QStringLiteral("demo --profiles %1").arg(kPeople));
  if (made.exitCode != 0) qFatal("%s", qPrintable(made.errors));
  const QByteArray campaign =
      R"({"name":"All","audience":{"kind":"everybody"},"when":{"kind":"on_publish"},"message":"Hi {{ Profile.identity }}"})";
  if (program.json(QStringLiteral("campaign import -"), campaign).exitCode != 0) qFatal("no campaign");
}

/// A provider “Main” by hand, the second there is, which takes messages there with a token, and a campaign through it.
void makeOwnProvider(Program& program, const QString& endpoint) {
  makeSample(program);
  program.set(QStringLiteral("HELIOGRAPH_SECRET_MAIN_TOKEN"), QStringLiteral("t0k3n"));
  const QJsonObject provider{
      {QStringLiteral("name"), QStringLiteral("Main")},
      {QStringLiteral("type"), QStringLiteral("http")},
      {QStringLiteral("settings"),
       QJsonObject{{QStringLiteral("endpoint"), endpoint},
                   {QStringLiteral("auth"), QStringLiteral("bearer")},
                   {QStringLiteral("body"), QStringLiteral("json")},
                   {QStringLiteral("json"), QStringLiteral("{\"to\":\"$$To\",\"text\":\"$$Body\"}")}}}};
  const auto added = program.json(QStringLiteral("provider add -"), QJsonDocument(provider).toJson());
  if (added.exitCode != 0) qFatal("%s", qPrintable(added.errors));
  const QByteArray campaign =
      R"({"name":"Own","audience":{"kind":"everybody"},"when":{"kind":"on_publish"},"message":"Hi",)"
      R"("route":{"kind":"provider","id":)" +
      QByteArray::number(added.json().value(u"id").toInt()) + "}}";
  const auto published = program.json(QStringLiteral("campaign import -"), campaign).exitCode == 0
                             ? program.json(QStringLiteral("campaign publish 3 --yes"))
                             : heliograph::test::ProgramAnswer{};
  if (published.exitCode != 0) qFatal("%s", qPrintable(published.errors));
}

/// A campaign after a purchase, number 3, and two purchases by the first person.
void makeLiveSample(const Program& program) {
  makeSample(program);
  const qint64 now = QDateTime::currentSecsSinceEpoch();
  QByteArray events;
  for (const int amount : {250, 900}) {
    events += R"({"type":"event","identity":"c-000001","evtName":"Charged","ts":)" + QByteArray::number(now - amount) +
              R"(,"evtData":{"Amount":)" + QByteArray::number(amount) + "}}\n";
  }
  const QString file = program.write(QStringLiteral("events.jsonl"), events);
  const auto imported = program.json(QStringLiteral("import events ") + file);
  if (imported.exitCode != 0) qFatal("%s", qPrintable(imported.errors));
  const QByteArray campaign =
      R"({"name":"Thanks","audience":{"kind":"live","live":{"single_action":{"event":"Charged"}}},)"
      R"("message":"Paid {{ Event.Amount | default: 'it' }}"})";
  const auto made = program.json(QStringLiteral("campaign import -"), campaign);
  if (made.exitCode != 0) qFatal("%s", qPrintable(made.errors));
}

QList<QJsonObject> arrived(const Program& program) {
  QFile record(program.workspace() + QStringLiteral(".sandbox.jsonl"));
  QList<QJsonObject> messages;
  if (!record.open(QIODevice::ReadOnly)) return messages;
  for (const QByteArray& line : record.readAll().split('\n')) {
    if (!line.isEmpty()) messages << QJsonDocument::fromJson(line).object();
  }
  return messages;
}

QJsonObject onlyRun(const Program& program) {
  return program.json(QStringLiteral("report 2")).json().value(u"runs").toArray().first().toObject();
}

int people(const QJsonObject& run, QStringView state) {
  return run.value(u"states").toObject().value(state).toInt();
}

int sumOfStates(const QJsonObject& run) {
  int sum = 0;
  for (const auto& count : run.value(u"states").toObject()) sum += count.toInt();
  return sum;
}

int distinctTexts(const QList<QJsonObject>& messages) {
  QSet<QString> texts;
  for (const QJsonObject& one : messages) texts << one.value(u"body").toString();
  return static_cast<int>(texts.size());
}

}  // namespace

void CliDeliveryTest::aCampaignGoesOutOnceToEverybody() {
  const Program program;
  makeSample(program);
  const auto published = program.json(QStringLiteral("campaign publish 2 --yes"));
  QVERIFY2(published.exitCode == 0, qPrintable(published.errors));
  const int approved = published.json().value(u"people").toInt();
  QVERIFY(program.json(QStringLiteral("campaign publish 2 --yes")).json().value(u"already_published").toBool());
  const auto delivered = program.json(QStringLiteral("deliver --until-idle"));
  QVERIFY2(delivered.exitCode == 0, qPrintable(delivered.errors));

  const QJsonObject run = onlyRun(program);
  QCOMPARE(run.value(u"state").toString(), QStringLiteral("done"));
  QCOMPARE(run.value(u"audience").toInt(), kPeople);
  QCOMPARE(sumOfStates(run), kPeople);
  QCOMPARE(people(run, u"accepted"), approved);
  QCOMPARE(arrived(program).size(), approved);
  QCOMPARE(distinctTexts(arrived(program)), approved);
  QCOMPARE(program.json(QStringLiteral("report 2 --recipients")).lines().size(), kPeople);
  const QByteArray csv = program
                             .run({QStringLiteral("report"), QStringLiteral("2"), QStringLiteral("--recipients"),
                                   QStringLiteral("--format"), QStringLiteral("csv")})
                             .out;
  QCOMPARE(csv.count("\r\n"), kPeople + 1);
}

void CliDeliveryTest::aScheduledCampaignWaits() {
  const Program program;
  makeSample(program);
  const QString later = QDateTime::currentDateTimeUtc().addDays(1).toString(Qt::ISODate);
  const auto published = program.json(QStringLiteral("campaign publish 2 --yes --at ") + later);
  QVERIFY2(published.exitCode == 0, qPrintable(published.errors));
  QCOMPARE(published.json().value(u"runs").toArray().first().toObject().value(u"due_at").toString(), later);
  QCOMPARE(program.json(QStringLiteral("deliver --until-idle")).exitCode, 0);
  QVERIFY(arrived(program).isEmpty());
  QCOMPARE(program.json(QStringLiteral("campaign show 2")).json().value(u"state").toString(),
           QStringLiteral("scheduled"));
  QCOMPARE(program.json(QStringLiteral("campaign unschedule 2")).exitCode, 0);
  QCOMPARE(program.json(QStringLiteral("campaign show 2")).json().value(u"state").toString(), QStringLiteral("draft"));
}

void CliDeliveryTest::aMissedTimeIsHeldUntilItIsReleased() {
  const Program program;
  makeSample(program);
  QCOMPARE(program.json(QStringLiteral("campaign publish 2 --yes")).exitCode, 0);
  {
    auto database = heliograph::storage::Database::open(program.workspace());
    QVERIFY(database);
    QVERIFY((*database)->execute(QStringLiteral("UPDATE run SET due_at = due_at - 3600000")));
  }
  QCOMPARE(program.json(QStringLiteral("deliver --until-idle")).exitCode, 0);
  QCOMPARE(onlyRun(program).value(u"state").toString(), QStringLiteral("held"));
  QVERIFY(arrived(program).isEmpty());
  QCOMPARE(program.json(QStringLiteral("campaign release 2")).exitCode, 0);
  QCOMPARE(program.json(QStringLiteral("deliver --until-idle")).exitCode, 0);
  QCOMPARE(onlyRun(program).value(u"state").toString(), QStringLiteral("done"));
}

void CliDeliveryTest::theFirstAreSentToAndThenItWaits() {
  const Program program;
  makeSample(program);
  QCOMPARE(program.json(QStringLiteral("campaign publish 2 --yes --first 0")).exitCode, 2);
  QCOMPARE(program.json(QStringLiteral("campaign publish 2 --yes --first 5 --everybody")).exitCode, 2);
  const auto published = program.json(QStringLiteral("campaign publish 2 --yes --first 10"));
  QVERIFY2(published.exitCode == 0, qPrintable(published.errors));
  QCOMPARE(published.json().value(u"first").toInt(), 10);
  QVERIFY(
      program.json(QStringLiteral("campaign publish 2 --yes --first 10")).json().value(u"already_published").toBool());
  QCOMPARE(program.json(QStringLiteral("deliver --until-idle")).exitCode, 0);
  QCOMPARE(onlyRun(program).value(u"state").toString(), QStringLiteral("held"));
  QCOMPARE(arrived(program).size(), 10);
  QCOMPARE(program.json(QStringLiteral("campaign release 2")).exitCode, 0);
  QCOMPARE(program.json(QStringLiteral("deliver --until-idle")).exitCode, 0);
  QCOMPARE(onlyRun(program).value(u"state").toString(), QStringLiteral("done"));
  QCOMPARE(arrived(program).size(), published.json().value(u"people").toInt());
}

void CliDeliveryTest::aTestWaitsForItsWinner() {
  const Program program;
  makeSample(program);
  QJsonObject campaign = program.json(QStringLiteral("campaign export 2")).json();
  campaign.insert(QStringLiteral("variants"),
                  QJsonObject{{QStringLiteral("kind"), QStringLiteral("ab_test")},
                              {QStringLiteral("test_people"), 10},
                              {QStringLiteral("others"),
                               QJsonArray{QJsonObject{{QStringLiteral("message"), QStringLiteral("Beta")}}}}});
  const QString file = program.write(QStringLiteral("ab.json"), QJsonDocument(campaign).toJson());
  const auto imported = program.json(QStringLiteral("campaign import ") + file);
  QVERIFY2(imported.exitCode == 0, qPrintable(imported.errors));
  const QString id = QString::number(imported.json().value(u"id").toInt());
  const auto preview = program.json(QStringLiteral("preview %1 --all --copy B").arg(id));
  QVERIFY(preview.lines().first().value(u"text").toString() == QStringLiteral("Beta"));
  const auto check = program.json(QStringLiteral("campaign check ") + id).json();
  QCOMPARE(check.value(u"copies").toArray().size(), 2);
  QCOMPARE(program.json(QStringLiteral("campaign winner %1 --copy B").arg(id)).exitCode, 1);
  QCOMPARE(program.json(QStringLiteral("campaign publish %1 --yes").arg(id)).exitCode, 0);
  QCOMPARE(program.json(QStringLiteral("deliver --until-idle")).exitCode, 0);
  QCOMPARE(arrived(program).size(), 10);
  QCOMPARE(program.json(QStringLiteral("campaign release ") + id).exitCode, 1);
  QCOMPARE(program.json(QStringLiteral("campaign winner %1 --copy D").arg(id)).exitCode, 1);
  QCOMPARE(program.json(QStringLiteral("campaign winner %1 --copy b").arg(id)).exitCode, 0);
  QCOMPARE(program.json(QStringLiteral("deliver --until-idle")).exitCode, 0);
  QVERIFY(arrived(program).size() > 10);
}

void CliDeliveryTest::aTestIsAccepted() {
  const Program program;
  makeSample(program);
  const auto answer = program.json(QStringLiteral("test-send 2 --to +12125550199 --as c-000001"));
  QVERIFY2(answer.exitCode == 0, qPrintable(answer.errors));
  for (const auto* key : {"accepted", "provider", "message_id", "parts", "text"}) {
    QVERIFY2(answer.json().contains(QLatin1String(key)), key);
  }
  QCOMPARE(answer.json().value(u"text").toString(), QStringLiteral("Hi c-000001"));
  QCOMPARE(arrived(program).first().value(u"to").toString(), QStringLiteral("+12125550199"));
}

void CliDeliveryTest::aTestTakesTheEventsValues_data() {
  QTest::addColumn<QString>("options");
  QTest::addColumn<QString>("text");
  QTest::addColumn<int>("exitCode");
  QTest::newRow("nothing said") << ""
                                << "Paid it" << 0;
  QTest::newRow("default") << " --event default"
                           << "Paid it" << 0;
  QTest::newRow("sample") << " --event sample"
                          << "Paid 250" << 0;
  QTest::newRow("a value") << " --event-value Amount=17"
                           << "Paid 17" << 0;
  QTest::newRow("no such values") << " --event some"
                                  << "" << 1;
  QTest::newRow("no such property") << " --event-value Colour=red"
                                    << "" << 1;
  QTest::newRow("no value") << " --event-value Amount"
                            << "" << 1;
}

void CliDeliveryTest::aTestTakesTheEventsValues() {
  QFETCH(QString, options);
  QFETCH(QString, text);
  QFETCH(int, exitCode);
  const Program program;
  makeLiveSample(program);
  const auto answer = program.json(QStringLiteral("test-send 3 --to +12125550199") + options);
  QVERIFY2(answer.exitCode == exitCode, qPrintable(answer.errors));
  QCOMPARE(answer.json().value(u"text").toString(), text);
  QCOMPARE(arrived(program).size(), text.isEmpty() ? 0 : 1);
}

void CliDeliveryTest::aPreviewTakesThePersonsOwnEvent() {
  const Program program;
  makeLiveSample(program);
  const auto own = program.json(QStringLiteral("preview 3 --as c-000001")).json();
  QCOMPARE(own.value(u"text").toString(), QStringLiteral("Paid 250"));
  QVERIFY(own.value(u"event").toString().startsWith(QStringLiteral("Charged, ")));
  const auto another = program.json(QStringLiteral("preview 3 --as c-000002")).json();
  QCOMPARE(another.value(u"event").toString(), QStringLiteral("Charged, sample values"));
  const auto typed = program.json(QStringLiteral("preview 3 --as c-000001 --event-value Amount=17")).json();
  QCOMPARE(typed.value(u"text").toString(), QStringLiteral("Paid 17"));
  QVERIFY(!typed.contains(u"event"));
}

void CliDeliveryTest::aTestIsRefusedInTheProvidersWords() {
  const Program program;
  makeSample(program);
  const auto answer = program.json(QStringLiteral("test-send 2 --to +15005550004 --as c-000001"));
  QCOMPARE(answer.exitCode, 1);
  QVERIFY(!answer.json().value(u"accepted").toBool());
  QVERIFY(!answer.errors.isEmpty());
  QVERIFY(!answer.errors.contains(u"5005550004"));
}

void CliDeliveryTest::aNumberThatIsNoneIsRefusedBeforeSending() {
  const Program program;
  makeSample(program);
  const auto answer = program.json(QStringLiteral("test-send 2 --to 12345 --as c-000001"));
  QCOMPARE(answer.exitCode, 1);
  QVERIFY(!answer.errors.isEmpty());
  QVERIFY(arrived(program).isEmpty());
}

void CliDeliveryTest::stoppingInTheMiddleLosesNobody() {
  const Program program;
  makeSample(program);
  const auto published = program.json(QStringLiteral("campaign publish 2 --yes"));
  const int approved = published.json().value(u"people").toInt();
  QProcess process;
  process.setProcessEnvironment(program.environment());
  process.start(QStringLiteral(HELIOGRAPH_PROGRAM), {QStringLiteral("deliver"), QStringLiteral("--json")});
  QVERIFY(process.waitForReadyRead(30'000));
  process.terminate();
  QVERIFY(process.waitForFinished(30'000));
  QCOMPARE(process.exitStatus(), QProcess::NormalExit);
  QCOMPARE(process.exitCode(), 0);
  QCOMPARE(people(onlyRun(program), u"in_doubt"), 0);

  QCOMPARE(program.json(QStringLiteral("deliver --until-idle")).exitCode, 0);
  QCOMPARE(people(onlyRun(program), u"accepted"), approved);
  QCOMPARE(arrived(program).size(), approved);
}

void CliDeliveryTest::unclearMessagesAreSettled() {
  const Program program;
  makeSample(program);
  QCOMPARE(program.json(QStringLiteral("campaign publish 2 --yes")).exitCode, 0);
  QCOMPARE(program.json(QStringLiteral("deliver --until-idle")).exitCode, 0);
  {
    auto database = heliograph::storage::Database::open(program.workspace());
    QVERIFY(database);
    QVERIFY(
        (*database)->execute(QStringLiteral("UPDATE outbox SET state = 'in_doubt', reason = 'no_clear_answer' WHERE "
                                            "id IN (SELECT id FROM outbox WHERE state = 'accepted' LIMIT 2)")));
  }
  QCOMPARE(people(onlyRun(program), u"in_doubt"), 2);
  const auto asked = program.json(QStringLiteral("resolve 2 --in-doubt ask"));
  QVERIFY2(asked.exitCode == 0, qPrintable(asked.errors));
  QCOMPARE(asked.json().value(u"asked").toInt(), 2);
  QCOMPARE(asked.json().value(u"found").toInt(), 2);
  QCOMPARE(people(onlyRun(program), u"in_doubt"), 0);
}

void CliDeliveryTest::aMissingSecretIsAnErrorThatSaysHowToGiveIt() {
  const HostileServer server({[](int, const QByteArray&) { return HostileAct(); }, {}, {}, {}});
  Program program;
  makeOwnProvider(program, server.url().toString());
  program.set(QStringLiteral("HELIOGRAPH_SECRET_MAIN_TOKEN"), QString());
  const auto without = program.json(QStringLiteral("deliver --until-idle"));
  QCOMPARE(without.exitCode, 1);
  QVERIFY2(without.errors.contains(QStringLiteral("“Main”")), qPrintable(without.errors));
  QVERIFY2(without.errors.contains(QStringLiteral("environment")), qPrintable(without.errors));
  QVERIFY(server.received().empty());
  program.set(QStringLiteral("HELIOGRAPH_SECRET_MAIN_TOKEN"), QStringLiteral("t0k3n"));
  const auto with = program.json(QStringLiteral("deliver --until-idle"));
  QVERIFY2(with.exitCode == 0, qPrintable(with.errors));
  QVERIFY(!server.received().empty());
}

void CliDeliveryTest::nobodyLeftToSendThroughIsAnErrorAndStandsInTheReport() {
  const HostileServer server({[](int, const QByteArray&) {
                                HostileAct act;
                                act.status = 402;
                                act.body = R"({"error":"Top it up"})";
                                return act;
                              },
                              {},
                              {},
                              {}});
  Program program;
  makeOwnProvider(program, server.url().toString());
  const auto delivered = program.json(QStringLiteral("deliver --until-idle"));
  QCOMPARE(delivered.exitCode, 1);
  QVERIFY2(delivered.errors.contains(QStringLiteral("“Main” has no credit left")), qPrintable(delivered.errors));
  const QString report = QString::fromUtf8(program.run({QStringLiteral("report"), QStringLiteral("3")}).out);
  QVERIFY2(report.contains(QStringLiteral("“Main” has no credit left, so nothing was sent through it since")),
           qPrintable(report));
}

void CliDeliveryTest::aTestWithAnOpenPlaceIsRefused() {
  const Program program;
  makeSample(program);
  const QByteArray campaign = R"({"name":"Open","message":"Hi {#1#}, it is here","audience":{"kind":"everybody"}})";
  QCOMPARE(program.json(QStringLiteral("campaign import -"), campaign).exitCode, 0);
  const auto answer = program.json(QStringLiteral("test-send 3 --to +12125550199"));
  QCOMPARE(answer.exitCode, 1);
  QVERIFY2(answer.errors.contains(QStringLiteral("Variable 1 of the template has no value.")),
           qPrintable(answer.errors));
  QVERIFY(arrived(program).isEmpty());
}

QTEST_GUILESS_MAIN(CliDeliveryTest)
#include "cli_delivery_test.moc"
