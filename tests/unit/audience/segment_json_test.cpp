// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QJsonDocument>
#include <QTest>

#include "audience/segment.h"
#include "audience/segment_repository.h"
#include "unit/audience/people.h"

using namespace heliograph;
using namespace heliograph::audience;

namespace {

QJsonObject object(const char* json) {
  return QJsonDocument::fromJson(json).object();
}

Segment nested() {
  const auto rule = [](const char* property, SegmentOperator op, const QJsonArray& values) {
    return SegmentPart{SegmentRule{QString::fromLatin1(property), op, values}};
  };
  SegmentGroup inner{SegmentGroup::Join::Any,
                     {rule("tier", SegmentOperator::Equals, {QStringLiteral("Gold")}),
                      rule("age", SegmentOperator::Between, {30, 40})}};
  SegmentGroup outer{SegmentGroup::Join::All,
                     {rule("city", SegmentOperator::Equals, {QStringLiteral("Pune"), QStringLiteral("Goa")}),
                      SegmentPart{inner}, rule("vip", SegmentOperator::IsTrue, {})}};
  return Segment{outer};
}

}  // namespace

class SegmentJsonTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aSegmentReadsBackAsItWasWritten() {
    QCOMPARE(*segmentFromJson(toJson(nested())), nested());
    QCOMPARE(*segmentFromJson(toJson(Segment::everybody())), Segment::everybody());
    QVERIFY(!(nested() == Segment::everybody()));
  }

  void oneRuleAloneIsASegment() {
    const auto segment = segmentFromJson(object(R"({"property":"vip","operator":"is_true"})"));
    QVERIFY(segment);
    QCOMPARE(propertiesOf(*segment), QStringList{QStringLiteral("vip")});
  }

  void everyOperatorHasANameOfItsOwn() {
    for (int i = 0; i <= int(SegmentOperator::NotExists); ++i) {
      const auto op = SegmentOperator(i);
      QCOMPARE(operatorFromName(operatorName(op)).value(), op);
    }
    QVERIFY(!operatorFromName(u"like"));
  }

  void whatIsWrongIsSaidWithItsPlace_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("part");
    const auto row = [](const char* name, const char* json, const char* part) {
      QTest::newRow(name) << QByteArray(json) << QString::fromUtf8(part);
    };
    row("nothing", "{}", "everybody");
    row("no rules", R"({"all":[]})", "no rules");
    row("not everybody", R"({"everybody":false})", "everybody");
    row("an unknown operator", R"({"all":[{"any":[{"property":"a","operator":"like","values":["b"]}]}]})",
        "all[0].any[0]");
    row("no property", R"({"all":[{"operator":"exists"}]})", "all[0]");
    row("no value", R"({"any":[{"property":"a","operator":"equals"}]})", "one value or more");
    row("too many values", R"({"any":[{"property":"a","operator":"greater","values":[1,2]}]})", "1 value");
    row("a value of another kind", R"({"any":[{"property":"a","operator":"equals","values":[true]}]})", "neither");
    row("values that are no list", R"({"any":[{"property":"a","operator":"equals","values":"b"}]})", "list");
    row("an unknown key", R"({"any":[{"property":"a","operator":"exists","value":1}]})", "value");
    row("no object", R"({"any":[1]})", "any[0]");
    row("both words", R"({"any":[],"all":[]})", "all");
  }
  void whatIsWrongIsSaidWithItsPlace() {
    QFETCH(QByteArray, json);
    QFETCH(QString, part);
    const auto segment = segmentFromJson(object(json.constData()));
    QVERIFY(!segment);
    QCOMPARE(segment.error().code, ErrorCode::InvalidInput);
    QVERIFY2(segment.error().message.contains(part), qPrintable(segment.error().message));
  }

  void groupsThatAreTooDeepAreRefused() {
    QJsonObject json{{QStringLiteral("property"), QStringLiteral("a")},
                     {QStringLiteral("operator"), QStringLiteral("exists")}};
    for (int depth = 0; depth < 30; ++depth) json = {{QStringLiteral("all"), QJsonArray{json}}};
    QVERIFY(!segmentFromJson(json));
  }

  void aSegmentIsSaidInASentence() {
    QCOMPARE(describe(Segment::everybody()), QStringLiteral("Everybody"));
    QCOMPARE(describe(nested()),
             QStringLiteral(
                 "People whose city is Pune or Goa and (whose tier is Gold or whose age is between 30 and 40) and "
                 "whose vip is true"));
    const Segment recent{SegmentGroup{
        SegmentGroup::Join::All, {SegmentPart{SegmentRule{QStringLiteral("seen"), SegmentOperator::InLastDays, {7}}}}}};
    QCOMPARE(describe(recent), QStringLiteral("People whose seen is in the last 7 days"));
  }

  void theSchemaNamesEveryOperator() {
    QFile file(QStringLiteral(":/schemas/segment.schema.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray schema = file.readAll();
    QVERIFY(!QJsonDocument::fromJson(schema).isNull());
    for (int i = 0; i <= int(SegmentOperator::NotExists); ++i) {
      QVERIFY(schema.contains('"' + operatorName(SegmentOperator(i)).toUtf8() + '"'));
    }
  }

  void segmentsAreSavedByName() {
    test::People people;
    const SegmentRepository segments(people.database(), people.clock());
    const auto id = segments.save(QStringLiteral(" Gold "), nested());
    QVERIFY(id);
    QCOMPARE(segments.save(QStringLiteral("Gold"), Segment::everybody()).value(), *id);
    QVERIFY(segments.save(QStringLiteral("All"), Segment::everybody()));
    QCOMPARE(segments.list()->size(), 2U);
    QCOMPARE(segments.list()->front().name, QStringLiteral("All"));
    QVERIFY(segments.find(QStringLiteral("Gold"))->segment.isEverybody());
    QCOMPARE(segments.byId(*id)->name, QStringLiteral("Gold"));
    QVERIFY(segments.remove(*id));
    QCOMPARE(segments.find(QStringLiteral("Gold")).error().code, ErrorCode::NotFound);
    QCOMPARE(segments.remove(*id).error().code, ErrorCode::NotFound);
    QCOMPARE(segments.save(QStringLiteral(" "), nested()).error().code, ErrorCode::InvalidInput);
  }
};

QTEST_GUILESS_MAIN(SegmentJsonTest)
#include "segment_json_test.moc"
