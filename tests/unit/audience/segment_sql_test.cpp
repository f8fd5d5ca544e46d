// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "audience/profile_reader.h"
#include "audience/segment_sql.h"
#include "unit/audience/people.h"

using namespace heliograph;
using namespace heliograph::audience;
using Op = SegmentOperator;

Q_DECLARE_METATYPE(heliograph::audience::SegmentOperator)

class SegmentSqlTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    m_people = std::make_unique<test::People>();
    QVERIFY(
        m_people->import("identity,phone,city,age,vip,seen <yyyy-MM-dd HH:mm>\n"
                         "a,9812345678,Pune,30,yes,2026-11-26 09:00\n"
                         "b,9812345679,MÜNCHEN,40.5,no,2026-11-25 00:00\n"
                         "c,,New Delhi,-1,,2026-11-19 00:00\n"
                         "d,,,,,\n"
                         "e,,100%,1000000,yes,2026-11-18 23:59\n"));
  }

  void aRuleFindsItsPeople_data() {
    QTest::addColumn<QString>("property");
    QTest::addColumn<SegmentOperator>("op");
    QTest::addColumn<QJsonArray>("values");
    QTest::addColumn<QString>("found");
    const auto row = [](const char* property, Op op, const QJsonArray& values, const char* found) {
      const QByteArray name = QByteArray(property) + ' ' + operatorName(op).toUtf8();
      QTest::addRow("%s %s", name.constData(), found)
          << QString::fromUtf8(property) << op << values << QString::fromUtf8(found);
    };
    const auto text = [](const char* value) { return QJsonValue(QString::fromUtf8(value)); };
    row("city", Op::Equals, {text("pune")}, "a");
    row("city", Op::Equals, {text("münchen"), text("PUNE")}, "ab");
    row("city", Op::NotEquals, {text("Pune")}, "bcde");
    row("city", Op::NotEquals, {text("Pune"), text("100%")}, "bcd");
    row("city", Op::Contains, {text("E")}, "abc");
    row("city", Op::Contains, {text("%")}, "e");
    row("city", Op::Contains, {text("üN"), text("del")}, "bc");
    row("city", Op::NotContains, {text("e")}, "de");
    row("city", Op::StartsWith, {text("new ")}, "c");
    row("city", Op::EndsWith, {text("CHEN"), text("hi")}, "bc");
    row("city", Op::EndsWith, {text("a long text before Pune")}, "");
    row("city", Op::Exists, {}, "abce");
    row("city", Op::NotExists, {}, "d");
    row("age", Op::Equals, {30}, "a");
    row("age", Op::Equals, {text("40.5"), -1}, "bc");
    row("age", Op::NotEquals, {30}, "bcde");
    row("age", Op::Greater, {30}, "be");
    row("age", Op::GreaterOrEqual, {30}, "abe");
    row("age", Op::Less, {30}, "c");
    row("age", Op::LessOrEqual, {30}, "ac");
    row("age", Op::Between, {40.5, 30}, "ab");
    row("age", Op::Exists, {}, "abce");
    row("vip", Op::IsTrue, {}, "ae");
    row("vip", Op::IsFalse, {}, "b");
    row("vip", Op::NotExists, {}, "cd");
    row("seen", Op::On, {text("2026-11-26")}, "a");
    row("seen", Op::On, {text("2026-11-26"), text("2026-11-18")}, "ae");
    row("seen", Op::Before, {text("2026-11-25")}, "ce");
    row("seen", Op::Before, {text("2026-11-26T09:00")}, "bce");
    row("seen", Op::After, {text("2026-11-25")}, "a");
    row("seen", Op::After, {text("2026-11-19T00:00Z")}, "ab");
    row("seen", Op::Between, {text("2026-11-18"), text("2026-11-19")}, "ce");
    row("seen", Op::Between, {text("2026-11-26T09:00"), text("2026-11-25")}, "ab");
    row("seen", Op::InLast, {0, text("days")}, "a");
    row("seen", Op::InLast, {1, text("days")}, "ab");
    row("seen", Op::InLast, {7, text("days")}, "abc");
    row("seen", Op::InLast, {text("8"), text("days")}, "abce");
    row("seen", Op::Ago, {1, text("days")}, "b");
    row("seen", Op::Ago, {8, text("days")}, "e");
    row("seen", Op::Ago, {1, text("weeks")}, "ce");
    row("seen", Op::Ago, {3, text("hours")}, "a");
    row("seen", Op::InLast, {1, text("weeks")}, "abc");
    row("seen", Op::InLast, {3, text("hours")}, "a");
    row("seen", Op::InNext, {1, text("years")}, "");
    row("city", Op::Matches, {text("^[PM]")}, "ab");
    row("city", Op::Matches, {text("(?i)n\\b"), text("\\d%$")}, "be");
    row("city", Op::NotMatches, {text("[A-Z]")}, "de");
    row("identity", Op::Equals, {text("A")}, "a");
    row("phone", Op::Exists, {}, "ab");
    row("country", Op::Equals, {text("in")}, "ab");
  }
  void aRuleFindsItsPeople() {
    QFETCH(QString, property);
    QFETCH(SegmentOperator, op);
    QFETCH(QJsonArray, values);
    const Segment segment{SegmentGroup{SegmentGroup::Join::All, {SegmentPart{SegmentRule{property, op, values}}}}};
    QTEST(found(segment), "found");
  }

  void rulesAreJoinedToAnyDepth() {
    const auto rule = [](const char* property, Op op, const QJsonArray& values) {
      return SegmentPart{SegmentRule{QString::fromUtf8(property), op, values}};
    };
    using Join = SegmentGroup::Join;
    const SegmentPart vip = rule("vip", Op::IsTrue, {});
    const SegmentPart old = rule("age", Op::Greater, {1000});
    const SegmentPart pune = rule("city", Op::Equals, {QStringLiteral("Pune")});
    QCOMPARE(found({SegmentGroup{Join::All, {vip, old}}}), QStringLiteral("e"));
    QCOMPARE(found({SegmentGroup{Join::Any, {vip, old}}}), QStringLiteral("ae"));
    QCOMPARE(found({SegmentGroup{Join::All, {vip, SegmentPart{SegmentGroup{Join::Any, {pune, old}}}}}}),
             QStringLiteral("ae"));
    QCOMPARE(found({SegmentGroup{Join::Any, {pune, SegmentPart{SegmentGroup{Join::All, {vip, old}}}}}}),
             QStringLiteral("ae"));
    QCOMPARE(found({SegmentGroup{Join::All, {vip, SegmentPart{SegmentGroup{}}}}}), QStringLiteral("ae"));
    QCOMPARE(found(Segment::everybody()), QStringLiteral("abcde"));
  }

  void daysBeginAtMidnightOfTheZone() {
    const Segment today{
        SegmentGroup{SegmentGroup::Join::All,
                     {SegmentPart{SegmentRule{QStringLiteral("seen"), Op::Ago, {0, QStringLiteral("days")}}}}}};
    // At 20:00 UTC it is tomorrow in Kolkata, where 26 November began at 18:30 UTC of the 25th.
    const EvaluationTime time{QDateTime(QDate(2026, 11, 25), QTime(20, 0), Qt::UTC), QTimeZone("Asia/Kolkata")};
    QCOMPARE(found(today, time), QStringLiteral("a"));
    const Segment on{
        SegmentGroup{SegmentGroup::Join::All,
                     {SegmentPart{SegmentRule{QStringLiteral("seen"), Op::On, {QStringLiteral("2026-11-19")}}}}}};
    QCOMPARE(found(on, time), QStringLiteral("ce"));
  }

  void aRuleThatCannotBeIsSaidInWords_data() {
    QTest::addColumn<QString>("property");
    QTest::addColumn<SegmentOperator>("op");
    QTest::addColumn<QJsonArray>("values");
    QTest::addColumn<QString>("part");
    const QString x = QStringLiteral("x");
    QTest::newRow("unknown property") << QStringLiteral("town") << Op::Exists << QJsonArray()
                                      << QStringLiteral("“town”");
    QTest::newRow("another type's operator")
        << QStringLiteral("city") << Op::Greater << QJsonArray{1} << QStringLiteral("type text");
    QTest::newRow("no number") << QStringLiteral("age") << Op::Equals << QJsonArray{x}
                               << QStringLiteral("“x” is no number");
    QTest::newRow("no date") << QStringLiteral("seen") << Op::On << QJsonArray{x} << QStringLiteral("“x” is no date");
    QTest::newRow("no days") << QStringLiteral("seen") << Op::InLast << QJsonArray{1.5, QStringLiteral("days")}
                             << QStringLiteral("whole");
    QTest::newRow("days in the future") << QStringLiteral("seen") << Op::Ago << QJsonArray{-1, QStringLiteral("days")}
                                        << QStringLiteral("whole");
    QTest::newRow("empty text") << QStringLiteral("city") << Op::Equals << QJsonArray{QString()}
                                << QStringLiteral("empty");
    QTest::newRow("no value") << QStringLiteral("city") << Op::Equals << QJsonArray() << QStringLiteral("missing");
    QTest::newRow("no unit") << QStringLiteral("seen") << Op::InLast << QJsonArray{1, x} << QStringLiteral("“x”");
    QTest::newRow("a broken pattern") << QStringLiteral("city") << Op::Matches << QJsonArray{QStringLiteral("ab(c")}
                                      << QStringLiteral("at character 5");
    QTest::newRow("an age of nobody") << QStringLiteral("age in years") << Op::Exists << QJsonArray()
                                      << QStringLiteral("“age in years”");
    QTest::newRow("a column's name") << QStringLiteral("p_1") << Op::Exists << QJsonArray() << QStringLiteral("“p_1”");
  }
  void aRuleThatCannotBeIsSaidInWords() {
    QFETCH(QString, property);
    QFETCH(SegmentOperator, op);
    QFETCH(QJsonArray, values);
    QFETCH(QString, part);
    const Segment segment{SegmentGroup{SegmentGroup::Join::All, {SegmentPart{SegmentRule{property, op, values}}}}};
    const auto sql = compileSegment(segment, m_people->database(), m_time);
    QVERIFY(!sql);
    QCOMPARE(sql.error().code, ErrorCode::InvalidInput);
    QVERIFY2(sql.error().message.contains(part), qPrintable(sql.error().message));
  }

  void nothingOfTheRulesGetsIntoTheStatement() {
    const QString evil = QStringLiteral("'; DROP TABLE profile; --");
    const Segment segment{
        SegmentGroup{SegmentGroup::Join::All, {SegmentPart{SegmentRule{QStringLiteral("city"), Op::Equals, {evil}}}}}};
    const auto sql = compileSegment(segment, m_people->database(), m_time);
    QVERIFY(sql);
    QVERIFY(!sql->condition.contains(QStringLiteral("DROP")));
    QCOMPARE(found(segment), QString());
  }

 private:
  QString found(const Segment& segment) { return found(segment, m_time); }
  QString found(const Segment& segment, const EvaluationTime& time) {
    const auto schema = ProfileSchema::load(m_people->database());
    ProfileReading reading;
    reading.segment = segment;
    auto reader = ProfileReader::open(m_people->database(), *schema, reading, time);
    if (!reader) return reader.error().message;
    QString identities;
    while (true) {
      const auto row = reader->next();
      if (!row) return row.error().message + row.error().detail;
      if (*row == nullptr) return identities;
      identities += QString::fromUtf8((*row)->identity.data(), qsizetype((*row)->identity.size()));
    }
  }

  const EvaluationTime m_time{QDateTime(QDate(2026, 11, 26), QTime(12, 0), Qt::UTC), QTimeZone::utc()};
  std::unique_ptr<test::People> m_people;
};

QTEST_GUILESS_MAIN(SegmentSqlTest)
#include "segment_sql_test.moc"
