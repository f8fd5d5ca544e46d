// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDateTime>
#include <QJsonArray>
#include <QtTest>

#include "program.h"

using heliograph::test::Program;

class CliPeopleTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void anImportCountsWhatItDid();
  void eventsAreImportedOnce();
  void aListIsMadeReplacedAndRemoved();
  void theSampleHasEvents();
  void aDryRunChangesNothing();
  void aWrongColumnIsNamed();
  void aMissingFileMakesNoWorkspace();
  void aDamagedFileMakesNoWorkspace();
  void whatASpreadsheetBrokeIsRepairedOrLeftAsAsked();
  void onePersonIsShown();
  void anOptOutIsKeptThroughAnImport();
  void aPersonIsMarkedForTests();
  void aDeletedPersonIsGone();
  void anUnknownPersonIsAnError();
  void segmentsAreSavedCountedAndListed();
  void aSegmentOnAnUnknownPropertyIsRefused();
  void aSegmentThatIsNoJsonIsRefused();
  void aLiveSegmentIsEstimated();
  void aListThatIsUsedIsNotRemoved();
};

namespace {

const QByteArray kPeople =
    "identity,phone,first_name,city,unsubscribed\n"
    "a,+12125550101,Emma,New York,no\n"
    "b,+12125550102,Liam,Chicago,no\n"
    "c,+12125550101,Ava,Chicago,no\n"
    "d,12,Zoe,Chicago,no\n"
    "e,,Noah,Boston,no\n"
    "f,+12125550106,Mia,Boston,yes\n";

QString importPeople(const Program& program) {
  const QString file = program.write(QStringLiteral("people.csv"), kPeople);
  const auto answer = program.json(QStringLiteral("import profiles ") + file);
  if (answer.exitCode != 0) qFatal("%s", qPrintable(answer.errors));
  return file;
}

}  // namespace

void CliPeopleTest::anImportCountsWhatItDid() {
  const Program program;
  const QString file = program.write(QStringLiteral("people.csv"), kPeople);
  const auto answer = program.json(QStringLiteral("import profiles ") + file);
  QCOMPARE(answer.exitCode, 0);
  const QJsonObject json = answer.json();
  for (const auto* key : {"read", "created", "updated", "rejected", "warned", "seconds", "rejects_file"}) {
    QVERIFY2(json.contains(QLatin1String(key)), key);
  }
  QCOMPARE(json.value(u"read").toInt(), 6);
  QCOMPARE(json.value(u"created").toInt(), 6);
  QCOMPARE(program.json(QStringLiteral("import profiles ") + file).json().value(u"updated").toInt(), 6);
}

void CliPeopleTest::eventsAreImportedOnce() {
  const Program program;
  const QString file =
      program.write(QStringLiteral("up.json"),
                    R"({"d":[{"type":"event","identity":"a","evtName":"Charged","ts":1767225600,"evtData":{"Amount":5}},
               {"type":"event","identity":"a","evtName":"Charged","ts":"soon"}]})");
  const auto first = program.json(QStringLiteral("import events ") + file);
  QCOMPARE(first.exitCode, 0);
  for (const auto* key : {"read", "created", "duplicates", "rejected", "warned", "seconds", "rejects_file"}) {
    QVERIFY2(first.json().contains(QLatin1String(key)), key);
  }
  QCOMPARE(first.json().value(u"created").toInt(), 1);
  QCOMPARE(first.json().value(u"rejected").toInt(), 1);
  QCOMPARE(first.json().value(u"new_people").toInt(), 1);
  QVERIFY(QFile::exists(first.json().value(u"rejects_file").toString()));
  const auto second = program.json(QStringLiteral("import events ") + file);
  QCOMPARE(second.json().value(u"created").toInt(), 0);
  QCOMPARE(second.json().value(u"duplicates").toInt(), 1);
}

void CliPeopleTest::aListIsMadeReplacedAndRemoved() {
  const Program program;
  importPeople(program);
  const QString file = program.write(QStringLiteral("list.csv"), "Type,Identity\ni,a\ni,b\ni,nobody\n");
  const auto made = program.json(QStringLiteral("import list VIP ") + file);
  QCOMPARE(made.exitCode, 0);
  QCOMPARE(made.json().value(u"members").toInt(), 2);
  QCOMPARE(made.json().value(u"unknown").toInt(), 1);
  QVERIFY(QFile::exists(made.json().value(u"unknown_file").toString()));
  QCOMPARE(program.json(QStringLiteral("list list")).json().value(u"size").toInt(), 2);
  QCOMPARE(program.json(QStringLiteral("list members VIP")).lines().size(), 2);
  const QString wrong = program.write(QStringLiteral("wrong.csv"), "nobody\nneither\n");
  QCOMPARE(program.json(QStringLiteral("import list VIP ") + wrong).exitCode, 1);
  QCOMPARE(program.json(QStringLiteral("list list")).json().value(u"size").toInt(), 2);
  QCOMPARE(program.json(QStringLiteral("list remove VIP")).exitCode, 0);
  QCOMPARE(program.json(QStringLiteral("list members VIP")).exitCode, 1);
}

void CliPeopleTest::theSampleHasEvents() {
  const Program program;
  const auto made = program.json(QStringLiteral("demo --profiles 20 --events 300 --seed 5"));
  QCOMPARE(made.exitCode, 0);
  QCOMPARE(made.json().value(u"profiles").toInt(), 20);
  QCOMPARE(made.json().value(u"events").toInt(), 300);
}

void CliPeopleTest::aDryRunChangesNothing() {
  const Program program;
  const QString file = program.write(QStringLiteral("people.csv"), kPeople);
  const auto answer = program.json(QStringLiteral("import profiles %1 --dry-run").arg(file));
  QCOMPARE(answer.exitCode, 0);
  QCOMPARE(answer.json().value(u"created").toInt(), 6);
  QCOMPARE(program.json(QStringLiteral("profile show a")).exitCode, 1);
}

void CliPeopleTest::aWrongColumnIsNamed() {
  const Program program;
  const QString file = program.write(QStringLiteral("people.csv"), kPeople);
  const auto answer = program.json(QStringLiteral("import profiles %1 --map telephone=phone").arg(file));
  QCOMPARE(answer.exitCode, 1);
  QVERIFY(answer.errors.contains(u"telephone"));
}

void CliPeopleTest::aMissingFileMakesNoWorkspace() {
  const Program program;
  const auto answer = program.json(QStringLiteral("import profiles none.csv"));
  QCOMPARE(answer.exitCode, 1);
  QVERIFY(answer.errors.contains(u"none.csv"));
  QVERIFY(!QFile::exists(program.workspace()));
}

void CliPeopleTest::aDamagedFileMakesNoWorkspace() {
  const Program program;
  const QString file = program.write(QStringLiteral("people.xlsx"), "PK\x03\x04 and no more");
  const auto answer = program.json(QStringLiteral("import profiles ") + file);
  QVERIFY(answer.exitCode != 0);
  QVERIFY(answer.errors.contains(u"damaged"));
  QVERIFY(!QFile::exists(program.workspace()));
}

void CliPeopleTest::whatASpreadsheetBrokeIsRepairedOrLeftAsAsked() {
  const Program program;
  const QString file =
      program.write(QStringLiteral("people.csv"), "identity,phone\na,4.47911123456E+11\nb,447911123457\n");
  const QString command = QStringLiteral("import profiles %1 --dry-run").arg(file);
  const auto counted = program.json(command);
  QCOMPARE(counted.exitCode, 0);
  QCOMPARE(counted.json().value(u"repairs").toObject().value(u"scientific").toInt(), 1);
  QCOMPARE(counted.json().value(u"repairs").toObject().value(u"plus").toInt(), 1);
  QCOMPARE(counted.json().value(u"warned").toInt(), 0);
  QCOMPARE(program.json(command + QStringLiteral(" --repair none")).json().value(u"warned").toInt(), 2);
  QCOMPARE(program.json(command + QStringLiteral(" --repair plus")).json().value(u"warned").toInt(), 1);
  QVERIFY(program.json(command + QStringLiteral(" --repair magic")).exitCode != 0);
}

void CliPeopleTest::onePersonIsShown() {
  const Program program;
  importPeople(program);
  const auto answer = program.json(QStringLiteral("profile show a"));
  QCOMPARE(answer.exitCode, 0);
  QCOMPARE(answer.json().value(u"phone").toString(), QStringLiteral("+12125550101"));
  QCOMPARE(answer.json().value(u"properties").toObject().value(u"first_name").toString(), QStringLiteral("Emma"));
  for (const auto* list : {"consents", "devices", "lists", "events", "messages"}) {
    QVERIFY(answer.json().value(QLatin1String(list)).isArray());
  }
}

void CliPeopleTest::anOptOutIsKeptThroughAnImport() {
  const Program program;
  importPeople(program);
  QCOMPARE(program.json(QStringLiteral("profile unsubscribe b")).exitCode, 0);
  importPeople(program);
  QVERIFY(program.json(QStringLiteral("profile show b")).json().value(u"unsubscribed").toBool());
  QCOMPARE(program.json(QStringLiteral("profile resubscribe b")).exitCode, 0);
  QVERIFY(!program.json(QStringLiteral("profile show b")).json().value(u"unsubscribed").toBool());
}

void CliPeopleTest::aPersonIsMarkedForTests() {
  const Program program;
  importPeople(program);
  const auto isTest = [&program] {
    return program.json(QStringLiteral("profile show a --all")).json().value(u"test").toBool();
  };
  QVERIFY(!isTest());
  QCOMPARE(program.json(QStringLiteral("profile test a on")).exitCode, 0);
  QVERIFY(isTest());
  QCOMPARE(program.json(QStringLiteral("profile test a off")).exitCode, 0);
  QVERIFY(!isTest());
  QCOMPARE(program.json(QStringLiteral("profile test a perhaps")).exitCode, 2);
}

void CliPeopleTest::aDeletedPersonIsGone() {
  const Program program;
  importPeople(program);
  QCOMPARE(program.json(QStringLiteral("profile delete a")).exitCode, 0);
  QCOMPARE(program.json(QStringLiteral("profile show a")).exitCode, 1);
}

void CliPeopleTest::anUnknownPersonIsAnError() {
  const Program program;
  importPeople(program);
  for (const auto* act : {"show", "unsubscribe", "resubscribe", "delete"}) {
    const auto answer = program.json(QStringLiteral("profile %1 nobody").arg(QLatin1String(act)));
    QCOMPARE(answer.exitCode, 1);
    QVERIFY(!answer.errors.isEmpty());
  }
}

void CliPeopleTest::segmentsAreSavedCountedAndListed() {
  const Program program;
  importPeople(program);
  const QString file =
      program.write(QStringLiteral("segment.json"),
                    R"({"any":[{"property":"city","operator":"equals","values":["Chicago","Boston"]}]})");
  QCOMPARE(program.json(QStringLiteral("segment save North %1").arg(file)).exitCode, 0);
  QCOMPARE(program.json(QStringLiteral("segment list")).json().value(u"name").toString(), QStringLiteral("North"));
  const QJsonObject count = program.json(QStringLiteral("segment count North")).json();
  QCOMPARE(count.value(u"qualified").toInt(), 5);
  QCOMPARE(count.value(u"reachable").toInt(), 2);
  QCOMPARE(count.value(u"no_phone").toInt(), 1);
  QCOMPARE(count.value(u"invalid_phone").toInt(), 1);
  QCOMPARE(count.value(u"unsubscribed").toInt(), 1);
  QCOMPARE(count.value(u"duplicate_phone").toInt(), 0);
  QVERIFY(count.contains(u"seconds"));
  QCOMPARE(program.json(QStringLiteral("segment count ") + file).json().value(u"qualified").toInt(), 5);
  QCOMPARE(program.json(QStringLiteral("segment members North")).lines().size(), 5);
}

void CliPeopleTest::aLiveSegmentIsEstimated() {
  const Program program;
  const qint64 threeDaysAgo = QDateTime::currentSecsSinceEpoch() - 3 * 86400;
  const QByteArray at = QByteArray::number(threeDaysAgo);
  const QString events =
      program.write(QStringLiteral("up.json"),
                    R"({"d":[{"type":"event","identity":"a","evtName":"Charged","ts":)" + at +
                        R"(,"evtData":{"Amount":5}},{"type":"event","identity":"b","evtName":"Charged","ts":)" + at +
                        R"(,"evtData":{"Amount":50}}]})");
  QCOMPARE(program.json(QStringLiteral("import events ") + events).exitCode, 0);
  const QString file = program.write(QStringLiteral("live.json"), R"({"single_action":{"event":"Charged"}})");
  for (const QString& more : {QString(), QStringLiteral(" --columns")}) {
    const auto answer = program.json(QStringLiteral("segment estimate %1%2").arg(file, more));
    QCOMPARE(answer.exitCode, 0);
    const QJsonObject json = answer.json();
    QCOMPARE(json.value(u"fired").toInt(), 2);
    QCOMPARE(json.value(u"people").toInt(), 2);
    QCOMPARE(json.value(u"days").toArray().size(), 14);
    QVERIFY(json.value(u"per_day").toDouble() > 0.14 && json.value(u"per_day").toDouble() < 0.15);
  }
  const QString wrong = program.write(QStringLiteral("wrong.json"), R"({"single_action":{"event":"Nonsense"}})");
  const auto refused = program.json(QStringLiteral("segment estimate ") + wrong);
  QCOMPARE(refused.exitCode, 1);
  QVERIFY(refused.errors.contains(u"Nonsense"));
}

void CliPeopleTest::aListThatIsUsedIsNotRemoved() {
  const Program program;
  importPeople(program);
  const QString list = program.write(QStringLiteral("list.csv"), "Type,Identity\ni,a\n");
  QCOMPARE(program.json(QStringLiteral("import list VIP ") + list).exitCode, 0);
  const QString segment = program.write(QStringLiteral("segment.json"), R"({"all":[{"list":"VIP"}]})");
  QCOMPARE(program.json(QStringLiteral("segment save Best ") + segment).exitCode, 0);
  const auto refused = program.json(QStringLiteral("list remove VIP"));
  QCOMPARE(refused.exitCode, 1);
  QVERIFY2(refused.errors.contains(u"Best"), qPrintable(refused.errors));
  QCOMPARE(program.json(QStringLiteral("list members VIP")).lines().size(), 1);
  QCOMPARE(program.json(QStringLiteral("list remove VIP --anyway")).exitCode, 0);
}

void CliPeopleTest::aSegmentOnAnUnknownPropertyIsRefused() {
  const Program program;
  importPeople(program);
  const QString file = program.write(QStringLiteral("segment.json"),
                                     R"({"all":[{"property":"shoe","operator":"equals","values":["42"]}]})");
  const auto answer = program.json(QStringLiteral("segment save Shoes %1").arg(file));
  QCOMPARE(answer.exitCode, 1);
  QVERIFY(answer.errors.contains(u"shoe"));
  QVERIFY(program.json(QStringLiteral("segment list")).out.isEmpty());
}

void CliPeopleTest::aSegmentThatIsNoJsonIsRefused() {
  const Program program;
  importPeople(program);
  const QString file = program.write(QStringLiteral("segment.json"), "everybody");
  QCOMPARE(program.json(QStringLiteral("segment count ") + file).exitCode, 1);
  QCOMPARE(program.json(QStringLiteral("segment count Nobody")).exitCode, 1);
}

QTEST_GUILESS_MAIN(CliPeopleTest)
#include "cli_people_test.moc"
