// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/segment_edit.h"

#include <QRandomGenerator>
#include <QtTest>

#include "audience/property_label.h"

using namespace heliograph::audience;

namespace {

SegmentPart rule(const char* name) {
  return {SegmentRule{QString::fromLatin1(name), SegmentOperator::Exists, {}}};
}

SegmentPart groupOf(std::vector<SegmentPart> parts) {
  return {SegmentGroup{SegmentGroup::Join::Any, std::move(parts)}};
}

/// "a(bc)d" for the rules a, b, c and d, of which b and c stand in a group.
QString drawn(const SegmentGroup& group) {
  QString text;
  for (const SegmentPart& part : group.parts) {
    if (const auto* inner = std::get_if<SegmentGroup>(&part.value)) {
      text += QLatin1Char('(') + drawn(*inner) + QLatin1Char(')');
    } else {
      text += std::get<SegmentRule>(part.value).property;
    }
  }
  return text;
}

SegmentGroup sample() {
  return {SegmentGroup::Join::All, {rule("a"), groupOf({rule("b"), rule("c")}), rule("d")}};
}

QString rulesOf(const SegmentGroup& group) {
  QString text = drawn(group);
  text.remove(QLatin1Char('(')).remove(QLatin1Char(')'));
  std::sort(text.begin(), text.end());
  return text;
}

void collect(const SegmentGroup& group, const PartPath& at, std::vector<PartPath>& paths) {
  for (std::size_t i = 0; i < group.parts.size(); ++i) {
    PartPath path = at;
    path.push_back(static_cast<int>(i));
    paths.push_back(path);
    if (const auto* inner = std::get_if<SegmentGroup>(&group.parts[i].value)) collect(*inner, path, paths);
  }
}

}  // namespace

class SegmentEditTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aRuleMovesThroughGroups_data() {
    QTest::addColumn<PartPath>("path");
    QTest::addColumn<PartMove>("direction");
    QTest::addColumn<QString>("after");
    QTest::addColumn<PartPath>("moved");
    const auto up = PartMove::Up;
    const auto down = PartMove::Down;
    QTest::newRow("into a group from above") << PartPath{0} << down << QStringLiteral("(abc)d") << PartPath{0, 0};
    QTest::newRow("into a group from below") << PartPath{2} << up << QStringLiteral("a(bcd)") << PartPath{1, 2};
    QTest::newRow("within a group") << PartPath{1, 0} << down << QStringLiteral("a(cb)d") << PartPath{1, 1};
    QTest::newRow("out at the end") << PartPath{1, 1} << down << QStringLiteral("a(b)cd") << PartPath{2};
    QTest::newRow("out at the beginning") << PartPath{1, 0} << up << QStringLiteral("ab(c)d") << PartPath{1};
    QTest::newRow("a group past a rule") << PartPath{1} << down << QStringLiteral("ad(bc)") << PartPath{2};
    QTest::newRow("not above the first") << PartPath{0} << up << QStringLiteral("a(bc)d") << PartPath{0};
    QTest::newRow("a path that leads nowhere") << PartPath{7} << up << QStringLiteral("a(bc)d") << PartPath{};
  }
  void aRuleMovesThroughGroups() {
    QFETCH(PartPath, path);
    QFETCH(PartMove, direction);
    SegmentGroup root = sample();
    QTEST(segment_edit::move(root, path, direction), "moved");
    QTEST(drawn(root), "after");
  }

  void theLastRuleTakesItsGroupAlong() {
    SegmentGroup root{SegmentGroup::Join::All, {rule("a"), groupOf({rule("b")}), rule("c")}};
    QCOMPARE(segment_edit::move(root, {1, 0}, PartMove::Down), PartPath{1});
    QCOMPARE(drawn(root), QStringLiteral("abc"));
    root = {SegmentGroup::Join::All, {rule("a"), groupOf({rule("b")})}};
    QCOMPARE(segment_edit::remove(root, {1, 0}), PartPath{0});
    QCOMPARE(drawn(root), QStringLiteral("a"));
    root = {SegmentGroup::Join::All, {groupOf({groupOf({rule("a")})}), rule("b")}};
    QCOMPARE(segment_edit::unwrap(root, {0, 0, 0}), (PartPath{0, 0}));
    QCOMPARE(drawn(root), QStringLiteral("(a)b"));
  }

  void aRuleIsDraggedBeforeAnother_data() {
    QTest::addColumn<PartPath>("path");
    QTest::addColumn<PartPath>("target");
    QTest::addColumn<QString>("after");
    QTest::newRow("down") << PartPath{0} << PartPath{3} << QStringLiteral("(bc)da");
    QTest::newRow("up") << PartPath{2} << PartPath{0} << QStringLiteral("da(bc)");
    QTest::newRow("into the group") << PartPath{0} << PartPath{1, 1} << QStringLiteral("(bac)d");
    QTest::newRow("to the group's end") << PartPath{2} << PartPath{1, 2} << QStringLiteral("a(bcd)");
    QTest::newRow("out of the group") << PartPath{1, 0} << PartPath{0} << QStringLiteral("ba(c)d");
    QTest::newRow("not into itself") << PartPath{1} << PartPath{1, 0} << QStringLiteral("a(bc)d");
  }
  void aRuleIsDraggedBeforeAnother() {
    QFETCH(PartPath, path);
    QFETCH(PartPath, target);
    SegmentGroup root = sample();
    (void)segment_edit::moveBefore(root, path, target);
    QTEST(drawn(root), "after");
  }

  void aRuleIsWrappedAndUnwrapped() {
    SegmentGroup root = sample();
    QCOMPARE(segment_edit::wrap(root, {0}), (PartPath{0, 0}));
    QCOMPARE(drawn(root), QStringLiteral("(a)(bc)d"));
    QCOMPARE(std::get<SegmentGroup>(root.parts[0].value).join, SegmentGroup::Join::Any);
    QCOMPARE(segment_edit::unwrap(root, {0, 0}), PartPath{0});
    QCOMPARE(root, sample());
  }

  void aPartIsSwitchedOffAndOnWhereItStands() {
    SegmentGroup root = sample();
    QCOMPARE(segment_edit::toggle(root, {1, 0}), (PartPath{1, 0}));
    QVERIFY(segment_edit::partAt(root, {1, 0})->off);
    QCOMPARE(drawn(root), drawn(sample()));
    (void)segment_edit::toggle(root, {1, 0});
    QCOMPARE(root, sample());
  }

  void aCopyStandsBehindItsRule() {
    SegmentGroup root = sample();
    QCOMPARE(segment_edit::duplicate(root, {1, 0}), (PartPath{1, 1}));
    QCOMPARE(drawn(root), QStringLiteral("a(bbc)d"));
  }

  void noMoveLosesARuleOrLeavesAnEmptyGroup() {
    QRandomGenerator random(7);
    SegmentGroup root = sample();
    for (int i = 0; i < 5000; ++i) {
      std::vector<PartPath> paths;
      collect(root, {}, paths);
      const auto any = [&] { return paths[random.bounded(static_cast<quint32>(paths.size()))]; };
      const PartPath path = any();
      switch (random.bounded(5)) {
        case 0:
          (void)segment_edit::move(root, path, PartMove::Up);
          break;
        case 1:
          (void)segment_edit::move(root, path, PartMove::Down);
          break;
        case 2:
          (void)segment_edit::moveBefore(root, path, any());
          break;
        case 3:
          if (path.size() < 3) (void)segment_edit::wrap(root, path);
          break;
        default:
          (void)segment_edit::unwrap(root, path);
      }
      QCOMPARE(rulesOf(root), QStringLiteral("abcd"));
      QVERIFY2(!drawn(root).contains(QStringLiteral("()")), qPrintable(drawn(root)));
    }
  }

  void aRuleIsCompleteWithWhatItsOperatorTakes_data() {
    QTest::addColumn<SegmentOperator>("op");
    QTest::addColumn<PropertyType>("type");
    QTest::addColumn<QJsonArray>("values");
    QTest::addColumn<bool>("complete");
    using Op = SegmentOperator;
    QTest::newRow("no value") << Op::Equals << PropertyType::Text << QJsonArray{} << false;
    QTest::newRow("empty value") << Op::Equals << PropertyType::Text << QJsonArray{QString()} << false;
    QTest::newRow("several") << Op::Equals << PropertyType::Text
                             << QJsonArray{QStringLiteral("Pune"), QStringLiteral("Goa")} << true;
    QTest::newRow("none needed") << Op::Exists << PropertyType::Text << QJsonArray{} << true;
    QTest::newRow("half a range") << Op::Between << PropertyType::Number << QJsonArray{1} << false;
    QTest::newRow("no number") << Op::Greater << PropertyType::Number << QJsonArray{QStringLiteral("many")} << false;
    QTest::newRow("number") << Op::Greater << PropertyType::Number << QJsonArray{QStringLiteral("12.5")} << true;
    QTest::newRow("no day") << Op::Before << PropertyType::Date << QJsonArray{QStringLiteral("soon")} << false;
    QTest::newRow("day") << Op::Before << PropertyType::Date << QJsonArray{QStringLiteral("2026-11-26")} << true;
    QTest::newRow("days") << Op::InLast << PropertyType::Date << QJsonArray{30, QStringLiteral("days")} << true;
    QTest::newRow("no unit") << Op::InLast << PropertyType::Date << QJsonArray{30} << false;
  }
  void aRuleIsCompleteWithWhatItsOperatorTakes() {
    QFETCH(SegmentOperator, op);
    QFETCH(PropertyType, type);
    QFETCH(QJsonArray, values);
    QTEST(isComplete({QStringLiteral("x"), op, values}, type), "complete");
  }

  void aPropertyIsNamedForPeople_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("words");
    QTest::newRow("underscore") << QStringLiteral("first_name") << QStringLiteral("First name")
                                << QStringLiteral("first name");
    QTest::newRow("camel") << QStringLiteral("lastPurchaseDate") << QStringLiteral("Last purchase date")
                           << QStringLiteral("last purchase date");
    QTest::newRow("for people already") << QStringLiteral("Last Purchase") << QStringLiteral("Last Purchase")
                                        << QStringLiteral("last Purchase");
    QTest::newRow("abbreviation") << QStringLiteral("LTV") << QStringLiteral("LTV") << QStringLiteral("LTV");
    QTest::newRow("only signs") << QStringLiteral("__") << QStringLiteral("__") << QStringLiteral("__");
  }
  void aPropertyIsNamedForPeople() {
    QFETCH(QString, name);
    QTEST(propertyLabel(name), "label");
    QTEST(propertyWords(name), "words");
  }
};

QTEST_GUILESS_MAIN(SegmentEditTest)
#include "segment_edit_test.moc"
