// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonDocument>
#include <QTest>

#include "audience/live/live_segment.h"
#include "providers/definition/schema_check.h"

using namespace heliograph;
using namespace heliograph::audience;

namespace {

const QString kSchema = QStringLiteral(":/schemas/live_segment.schema.json");

LiveEvent charged() {
  return {QStringLiteral("Charged"), {{QStringLiteral("Amount"), SegmentOperator::Greater, {1000}}}};
}

Segment inPune() {
  return {{SegmentGroup::Join::All,
           {{SegmentRule{QStringLiteral("City"), SegmentOperator::Equals, {QStringLiteral("Pune")}}}}}};
}

OnADate threeDaysBefore() {
  OnADate date;
  date.of = {QStringLiteral("Booked"), {}};
  date.property = QStringLiteral("Departure");
  date.side = OnADate::Side::Before;
  date.count = 3;
  date.at = QTime(9, 30);
  date.zone = "Asia/Kolkata";
  return date;
}

OnADate birthday() {
  OnADate date;
  date.property = QStringLiteral("Birthday");
  date.everyYear = true;
  return date;
}

OnADate hoursAfter() {
  OnADate date;
  date.property = QStringLiteral("seen");
  date.side = OnADate::Side::After;
  date.unit = TimeUnit::Hours;
  return date;
}

QByteArray bytesOf(const LiveSegment& live) {
  return QJsonDocument(toJson(live)).toJson();
}

}  // namespace

class LiveSegmentTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyKindIsReadBackAndSaidInASentence_data() {
    QTest::addColumn<LiveSegment>("live");
    QTest::addColumn<QString>("words");
    QTest::newRow("single action") << LiveSegment{SingleAction{charged(), false}, {}}
                                   << "As soon as somebody does Charged where Amount is more than 1000";
    QTest::newRow("first time")
        << LiveSegment{SingleAction{{QStringLiteral("Launched"), {}}, true}, inPune()}
        << "As soon as somebody does Launched for the first time; only people whose city is Pune";
    QTest::newRow("inaction") << LiveSegment{Inaction{{QStringLiteral("Added"), {}}, charged(), 1, TimeUnit::Hours}, {}}
                              << "When somebody did Added and within 1 hour did not do Charged where Amount is more "
                                 "than 1000";
    QTest::newRow("before a date") << LiveSegment{threeDaysBefore(), {}}
                                   << "3 days before Departure of Booked at 09:30 (Asia/Kolkata)";
    QTest::newRow("every year") << LiveSegment{birthday(), {}} << "On the day of Birthday, every year, at 10:00";
    QTest::newRow("hours after") << LiveSegment{hoursAfter(), {}} << "1 hour after Seen";
    QTest::newRow("nothing chosen") << LiveSegment{} << "As soon as somebody does something";
    QTest::newRow("no date chosen") << LiveSegment{OnADate{}, {}} << "On the day of a date at 10:00";
  }
  void everyKindIsReadBackAndSaidInASentence() {
    QFETCH(LiveSegment, live);
    QFETCH(QString, words);
    QCOMPARE(describe(live), words);
    const auto read = liveSegmentFromJson(toJson(live));
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QVERIFY2(*read == live, bytesOf(*read));
    const auto checked = providers::checkAgainstSchema(bytesOf(live), kSchema);
    QVERIFY2(checked, checked ? "" : qPrintable(checked.error().message + checked.error().detail));
  }

  void whatIsWrongIsRefusedWithItsPlace_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("place");
    QTest::addColumn<bool>("schemaKnows");
    QTest::newRow("nothing") << QByteArray("{}") << "single_action" << true;
    QTest::newRow("two kinds")
        << QByteArray(R"({"single_action":{"event":"a"},"on_date":{"property":"b","when":"on","at":"09:00"}})")
        << "single_action" << true;
    QTest::newRow("another key") << QByteArray(R"({"single_action":{"event":"a","twice":true}})") << "twice" << true;
    QTest::newRow("months")
        << QByteArray(
               R"({"inaction":{"did":{"event":"a"},"did_not":{"event":"b"},"within":{"count":1,"unit":"months"}}})")
        << "inaction.within.unit" << true;
    QTest::newRow("no side") << QByteArray(R"({"on_date":{"property":"b","at":"09:00"}})") << "on_date.when" << true;
    QTest::newRow("no time") << QByteArray(R"({"on_date":{"property":"b","when":"on","at":"25:00"}})") << "on_date.at"
                             << true;
    QTest::newRow("time of an instant")
        << QByteArray(R"({"on_date":{"property":"b","when":"after","count":1,"unit":"hours","at":"09:00"}})") << "at"
        << false;
    QTest::newRow("conditions on nothing")
        << QByteArray(
               R"({"on_date":{"property":"b","when":"on","at":"09:00","where":[{"property":"c","operator":"exists"}]}})")
        << "on_date.where" << false;
  }
  void whatIsWrongIsRefusedWithItsPlace() {
    QFETCH(QByteArray, json);
    QFETCH(QString, place);
    QFETCH(bool, schemaKnows);
    const auto read = liveSegmentFromJson(QJsonDocument::fromJson(json).object());
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::InvalidInput);
    QVERIFY2(read.error().message.contains(place), qPrintable(read.error().message));
    QCOMPARE(!providers::checkAgainstSchema(json, kSchema), schemaKnows);
  }

  void whatIsMissingIsSaid_data() {
    QTest::addColumn<LiveSegment>("live");
    QTest::addColumn<bool>("whole");
    QTest::newRow("nothing chosen") << LiveSegment{} << false;
    QTest::newRow("an action") << LiveSegment{SingleAction{charged(), false}, {}} << true;
    QTest::newRow("half an inaction") << LiveSegment{Inaction{charged(), {}, 2, TimeUnit::Hours}, {}} << false;
    QTest::newRow("no time to wait") << LiveSegment{Inaction{charged(), charged(), 0, TimeUnit::Hours}, {}} << false;
    QTest::newRow("too long a wait") << LiveSegment{Inaction{charged(), charged(), 53, TimeUnit::Weeks}, {}} << false;
    QTest::newRow("no date") << LiveSegment{OnADate{}, {}} << false;
    QTest::newRow("a date") << LiveSegment{threeDaysBefore(), {}} << true;
    OnADate nowhere = threeDaysBefore();
    nowhere.zone = "Mars/Olympus";
    QTest::newRow("no zone") << LiveSegment{nowhere, {}} << false;
  }
  void whatIsMissingIsSaid() {
    QFETCH(LiveSegment, live);
    QFETCH(bool, whole);
    QCOMPARE(checkLive(live).has_value(), whole);
  }
};

Q_DECLARE_METATYPE(heliograph::audience::LiveSegment)

QTEST_GUILESS_MAIN(LiveSegmentTest)
#include "live_segment_test.moc"
