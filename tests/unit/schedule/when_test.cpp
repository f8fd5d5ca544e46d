// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "schedule/when.h"

#include <QJsonDocument>
#include <QtTest>

using namespace heliograph;
using namespace heliograph::schedule;

class WhenTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void onPublishIsDueAtOnce();
  void onceIsDueAtItsTime();
  void nothingChosenHasNoDueTime();
  void aDueTimeIsMissedAfterFifteenMinutes_data();
  void aDueTimeIsMissedAfterFifteenMinutes();
  void whatIsLateIsSentHeldOrSkipped_data();
  void whatIsLateIsSentHeldOrSkipped();
  void everyKindSurvivesJson_data();
  void everyKindSurvivesJson();
  void jsonThatCannotBeUsedIsNamed_data();
  void jsonThatCannotBeUsedIsNamed();
  void wordsSayWhen();
};

namespace {
const QDateTime kPublished(QDate(2026, 11, 20), QTime(9, 0), Qt::UTC);
const When kOnce = Once{{QDate(2026, 11, 26), QTime(18, 0), "Europe/Berlin"}};
}  // namespace

void WhenTest::onPublishIsDueAtOnce() {
  const auto times = dueTimes(OnPublish{}, kPublished);
  QVERIFY(times);
  QCOMPARE(*times, std::vector{kPublished});
}

void WhenTest::onceIsDueAtItsTime() {
  const auto times = dueTimes(kOnce, kPublished);
  QVERIFY(times);
  QCOMPARE(*times, std::vector{QDateTime(QDate(2026, 11, 26), QTime(17, 0), Qt::UTC)});
}

void WhenTest::nothingChosenHasNoDueTime() {
  QVERIFY(!isChosen(When()));
  QVERIFY(!dueTimes(When(), kPublished));
}

void WhenTest::aDueTimeIsMissedAfterFifteenMinutes_data() {
  QTest::addColumn<int>("lateSeconds");
  QTest::addColumn<bool>("missed");
  QTest::newRow("early") << -60 << false;
  QTest::newRow("on time") << 0 << false;
  QTest::newRow("fifteen minutes") << 900 << false;
  QTest::newRow("a second more") << 901 << true;
}

void WhenTest::aDueTimeIsMissedAfterFifteenMinutes() {
  QFETCH(int, lateSeconds);
  QFETCH(bool, missed);
  QCOMPARE(isMissed(kPublished, kPublished.addSecs(lateSeconds)), missed);
}

void WhenTest::whatIsLateIsSentHeldOrSkipped_data() {
  QTest::addColumn<int>("lateSeconds");
  QTest::addColumn<Departure>("ask");
  QTest::addColumn<Departure>("sendWithin15");
  QTest::addColumn<Departure>("skip");
  QTest::newRow("on time") << 0 << Departure::Send << Departure::Send << Departure::Send;
  QTest::newRow("a minute") << 60 << Departure::Send << Departure::Send << Departure::Send;
  QTest::newRow("over a minute") << 61 << Departure::Send << Departure::Send << Departure::Skip;
  QTest::newRow("fifteen minutes") << 900 << Departure::Send << Departure::Send << Departure::Skip;
  QTest::newRow("over fifteen minutes") << 901 << Departure::Hold << Departure::Skip << Departure::Skip;
  QTest::newRow("a week") << 604800 << Departure::Hold << Departure::Skip << Departure::Skip;
}

void WhenTest::whatIsLateIsSentHeldOrSkipped() {
  QFETCH(int, lateSeconds);
  const QDateTime now = kPublished.addSecs(lateSeconds);
  QTEST(departureAt(kPublished, now, WhenLate::Ask), "ask");
  QTEST(departureAt(kPublished, now, WhenLate::SendIfWithin15Minutes), "sendWithin15");
  QTEST(departureAt(kPublished, now, WhenLate::Skip), "skip");
}

void WhenTest::everyKindSurvivesJson_data() {
  QTest::addColumn<QByteArray>("json");
  QTest::newRow("none") << QByteArray(R"({"kind":"none"})");
  QTest::newRow("on publish") << QByteArray(R"({"kind":"on_publish"})");
  QTest::newRow("once") << QByteArray(R"({"date":"2026-11-26","kind":"once","time":"18:00","zone":"Europe/Berlin"})");
  QTest::newRow("seconds") << QByteArray(
      R"({"date":"2026-11-26","kind":"once","time":"18:00:30","zone":"Asia/Kolkata"})");
  QTest::newRow("skipped when late") << QByteArray(
      R"({"date":"2026-11-26","kind":"once","late":"skip","time":"18:00","zone":"Asia/Kolkata"})");
  QTest::newRow("kept by the provider") << QByteArray(
      R"({"date":"2026-11-26","held_by_provider":true,"kind":"once","time":"18:00","zone":"UTC"})");
  QTest::newRow("sent a little late") << QByteArray(
      R"({"date":"2026-11-26","kind":"once","late":"send_within_15_minutes","time":"18:00","zone":"UTC"})");
}

void WhenTest::everyKindSurvivesJson() {
  QFETCH(QByteArray, json);
  const auto when = whenFromJson(QJsonDocument::fromJson(json).object());
  QVERIFY(when);
  QCOMPARE(QJsonDocument(toJson(*when)).toJson(QJsonDocument::Compact), json);
}

void WhenTest::jsonThatCannotBeUsedIsNamed_data() {
  QTest::addColumn<QByteArray>("json");
  QTest::addColumn<QString>("member");
  QTest::newRow("kind") << QByteArray(R"({"kind":"hourly"})") << QStringLiteral("when.kind");
  QTest::newRow("empty") << QByteArray("{}") << QStringLiteral("when.kind");
  QTest::newRow("date") << QByteArray(R"({"kind":"once","date":"26.11.2026"})") << QStringLiteral("when.date");
  QTest::newRow("time") << QByteArray(R"({"kind":"once","date":"2026-11-26","time":"6pm"})")
                        << QStringLiteral("when.time");
  QTest::newRow("zone") << QByteArray(R"({"kind":"once","date":"2026-11-26","time":"18:00"})")
                        << QStringLiteral("when.zone");
  QTest::newRow("late") << QByteArray(
                               R"({"kind":"once","date":"2026-11-26","time":"18:00","zone":"UTC","late":"maybe"})")
                        << QStringLiteral("when.late");
}

void WhenTest::jsonThatCannotBeUsedIsNamed() {
  QFETCH(QByteArray, json);
  QFETCH(QString, member);
  const auto when = whenFromJson(QJsonDocument::fromJson(json).object());
  QVERIFY(!when);
  QVERIFY(when.error().message.contains(member));
}

void WhenTest::wordsSayWhen() {
  QCOMPARE(describe(When()), QStringLiteral("Not chosen"));
  QCOMPARE(describe(When(OnPublish{})), QStringLiteral("As soon as it is published"));
  QCOMPARE(describe(kOnce), QStringLiteral("Thu 26 Nov 2026 18:00, Europe/Berlin"));
}

QTEST_GUILESS_MAIN(WhenTest)
#include "when_test.moc"
