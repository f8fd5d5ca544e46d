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
    for (int i = 0; i <= int(SegmentOperator::ContainsNone); ++i) {
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
    row("a unit of time", R"({"all":[{"property":"a","operator":"in_last","values":[3,"moons"]}]})", "all[0].values");
    row("no rule", R"({"all":[{"off":true}]})", "all[0]");
    row("off is a text", R"({"all":[{"property":"a","operator":"exists","off":"yes"}]})", "all[0].off");
    row("an unknown window", R"({"event":"a","within":{"kind":"soon"}})", "within.kind");
    row("a window's unit", R"({"event":"a","within":{"kind":"in_last","count":1}})", "within.unit");
    row("half a window", R"({"event":"a","within":{"kind":"between","from":"2026-01-01"}})", "within.until");
    row("no day", R"({"event":"a","within":{"kind":"on","from":"soon"}})", "within.from");
    row("an unknown measure", R"({"event":"a","measure":"most"})", "measure");
    row("a sum of nothing", R"({"event":"a","measure":"sum","operator":"greater","values":[1]})", "property");
    row("a sum compared with nothing", R"({"event":"a","measure":"sum","property":"b"})", "operator");
    row("a count of what wasn't done", R"({"event":"a","did":false,"operator":"greater","values":[1]})", "operator");
    row("an operator of texts", R"({"event":"a","operator":"contains","values":["b"]})", "operator");
    row("a filter's operator", R"({"all":[{"event":"a","where":[{"property":"b","operator":"c"}]}]})",
        "all[0].where[0].operator");
    row("nothing in common", R"({"same_value":[{"event":"a","property":"b","did":false}]})", "same_value");
    row("no such latitude", R"({"near":[{"name":"a","latitude":91,"longitude":0}],"radius":1})", "near[0].latitude");
    row("no distance", R"({"near":[{"name":"a","latitude":9,"longitude":0}],"radius":0})", "radius");
    row("an unknown part of devices", R"({"device":"colour","operator":"exists"})", "device");
    row("a list without a name", R"({"list":""})", "list");
    row("what of a campaign", R"({"campaign":"a"})", "what");
  }
  void whatIsWrongIsSaidWithItsPlace() {
    QFETCH(QByteArray, json);
    QFETCH(QString, part);
    const auto segment = segmentFromJson(object(json.constData()));
    QVERIFY(!segment);
    QCOMPARE(segment.error().code, ErrorCode::InvalidInput);
    QVERIFY2(segment.error().message.contains(part), qPrintable(segment.error().message));
  }

  void everyRuleHasItsSentence_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* json, const char* sentence) {
      QTest::newRow(sentence) << QByteArray(json) << QString::fromUtf8(sentence);
    };
    row(R"({"event":"Charged"})", "People who did Charged");
    row(R"({"event":"Charged","operator":"greater_or_equal","values":[2],"within":{"kind":"in_last","count":30,"unit":"days"},
        "where":[{"property":"Amount","operator":"greater","values":[1000]}]})",
        "People who did Charged at least 2 times in the last 30 days where Amount is more than 1000");
    row(R"({"event":"Charged","operator":"less","values":[3],"include_never":true})",
        "People who did Charged fewer than 3 times or never");
    row(R"({"event":"Charged","did":false,"within":{"kind":"previous_month"}})",
        "People who did not do Charged in the previous month");
    row(R"({"event":"Charged","measure":"sum","property":"Amount","operator":"between","values":[10,20],
        "within":{"kind":"exactly_ago","count":1,"unit":"weeks"}})",
        "People whose total Amount of Charged is between 10 and 20 exactly 1 week ago");
    row(R"({"event":"Opened","measure":"first_time","within":{"kind":"before","until":"2026-11-01"}})",
        "People who did Opened for the first time before 2026-11-01");
    row(R"({"same_value":[{"event":"Viewed","property":"Item"},{"event":"Charged","property":"Item","did":false}]})",
        "People who did Viewed but not Charged with the same Item");
    row(R"({"near":[{"name":"Pune","latitude":18.5,"longitude":73.9}],"radius":3})",
        "People who live within 3 km of Pune");
    row(R"({"device":"os_version","operator":"not_equals","values":["14"]})",
        "People with no device whose OS version is 14");
    row(R"({"any":[{"segment":"VIPs"},{"list":"Friends","member":false}]})",
        "People who are in the segment “VIPs” or who are not in the list “Friends”");
    row(R"({"label":"sale","what":"received","did":false,"within":{"kind":"today"}})",
        "People who did not receive a campaign labelled “sale” today");
    row(R"({"all":[{"property":"has_phone","operator":"is_true"},{"property":"city","operator":"exists","off":true}]})",
        "People who have a phone number");
    row(R"({"all":[{"event":"Viewed"},{"any":[{"segment":"VIPs"},{"event":"Charged"}],"exclude":true}]})",
        "People who did Viewed and who are not among those (who are in the segment “VIPs” or who did Charged)");
    row(R"({"any":[{"list":"Friends"}],"exclude":true})",
        "People who are not among those who are in the list “Friends”");
    row(R"({"property":"seen","operator":"in_last","values":[1,"months"]})",
        "People whose seen is in the last 1 month");
    row(R"({"property":"seen","operator":"days_ago","values":[2]})", "People whose seen is exactly 2 days ago");
  }
  void everyRuleHasItsSentence() {
    QFETCH(QByteArray, json);
    const auto segment = segmentFromJson(object(json.constData()));
    QVERIFY2(segment, segment ? "" : qPrintable(segment.error().message));
    QTEST(describe(*segment), "sentence");
    QCOMPARE(*segmentFromJson(toJson(*segment)), *segment);
  }

  void whatIsOffIsNotSpokenOf() {
    const auto segment = segmentFromJson(object(
        R"({"all":[{"property":"a","operator":"exists"},{"any":[{"property":"b","operator":"exists"},
        {"event":"E"},{"segment":"S"}],"off":true},{"event":"F"},{"list":"L"},{"segment":"T"}]})"));
    QVERIFY(segment);
    QCOMPARE(propertiesOf(*segment), QStringList{QStringLiteral("a")});
    QCOMPARE(eventsOf(*segment), QStringList{QStringLiteral("F")});
    QCOMPARE(membershipsOf(*segment, MemberRule::Of::Segment), QStringList{QStringLiteral("T")});
    QCOMPARE(membershipsOf(*segment, MemberRule::Of::List), QStringList{QStringLiteral("L")});
    QVERIFY(!isIdle(segment->rules.parts[0]));
    QVERIFY(isIdle(segment->rules.parts[1]));
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
        SegmentGroup::Join::All,
        {SegmentPart{SegmentRule{QStringLiteral("seen"), SegmentOperator::InLast, {7, QStringLiteral("days")}}}}}};
    QCOMPARE(describe(recent), QStringLiteral("People whose seen is in the last 7 days"));
  }

  void theSchemaNamesEveryOperator() {
    QFile file(QStringLiteral(":/schemas/segment.schema.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray schema = file.readAll();
    QVERIFY(!QJsonDocument::fromJson(schema).isNull());
    for (int i = 0; i <= int(SegmentOperator::ContainsNone); ++i) {
      QVERIFY(schema.contains('"' + operatorName(SegmentOperator(i)).toUtf8() + '"'));
    }
  }

  void aSegmentIsNoPartOfItself() {
    test::People people;
    const SegmentRepository segments(people.database(), people.clock());
    const QString one = QStringLiteral("One");
    const QString two = QStringLiteral("Two");
    const auto of = [](const QString& name) {
      const SegmentPart part{MemberRule{MemberRule::Of::Segment, name, false}};
      return Segment{SegmentGroup{SegmentGroup::Join::Any, {SegmentPart{SegmentGroup{{}, {part}}}}}};
    };
    QVERIFY(segments.save(one, nested()));
    const auto id = segments.save(two, of(one));
    QVERIFY(id);
    for (const QString& name : {one, two}) {
      const auto saved = segments.save(one, of(name));
      QVERIFY(!saved);
      QCOMPARE(saved.error().code, ErrorCode::InvalidInput);
      QVERIFY2(saved.error().message.contains(name), qPrintable(saved.error().message));
    }
    QVERIFY(segments.save(QStringLiteral("Three"), of(two)));
    QVERIFY(segments.rename(*id, QStringLiteral("Second")));
    QCOMPARE(segments.find(QStringLiteral("Three"))->segment, of(QStringLiteral("Second")));
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
