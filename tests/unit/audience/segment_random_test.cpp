// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <algorithm>
#include <random>

#include "audience/date_range.h"
#include "audience/profile_repository.h"
#include "audience/property_repository.h"
#include "unit/audience/people.h"

using namespace heliograph;
using namespace heliograph::audience;
using Op = SegmentOperator;

namespace {

/// The slow and plain meaning of a segment, one person at a time.
class PlainEvaluator final {
 public:
  explicit PlainEvaluator(const std::vector<Property>& properties, const EvaluationTime& time)
      : m_properties(properties), m_time(time) {}

  [[nodiscard]] bool matches(const SegmentGroup& group, const Profile& person) const {
    if (group.parts.empty()) return true;
    const auto matchesPart = [&](const SegmentPart& part) {
      const auto* rule = std::get_if<SegmentRule>(&part.value);
      return rule != nullptr ? matchesRule(*rule, person) : matches(std::get<SegmentGroup>(part.value), person);
    };
    return group.join == SegmentGroup::Join::All ? std::all_of(group.parts.begin(), group.parts.end(), matchesPart)
                                                 : std::any_of(group.parts.begin(), group.parts.end(), matchesPart);
  }

 private:
  [[nodiscard]] bool matchesRule(const SegmentRule& rule, const Profile& person) const {
    const QVariant value = person.values.value(rule.property);
    if (rule.op == Op::Exists) return value.isValid();
    if (rule.op == Op::NotExists) return !value.isValid();
    const bool negative = rule.op == Op::NotEquals || rule.op == Op::NotContains;
    if (!value.isValid()) return negative;
    switch (findProperty(m_properties, rule.property)->type) {
      case PropertyType::Boolean:
        return value.toBool() == (rule.op == Op::IsTrue);
      case PropertyType::Number:
        return matchesNumber(rule, value.toDouble());
      case PropertyType::Date:
        return matchesDate(rule, value.toDateTime().toMSecsSinceEpoch());
      case PropertyType::Text:
        break;
    }
    const QString text = value.toString().toCaseFolded();
    const bool any = std::any_of(rule.values.begin(), rule.values.end(), [&](const QJsonValue& wanted) {
      const QString folded = wanted.toString().toCaseFolded();
      switch (rule.op) {
        case Op::Contains:
        case Op::NotContains:
          return text.contains(folded);
        case Op::StartsWith:
          return text.startsWith(folded);
        case Op::EndsWith:
          return text.endsWith(folded);
        default:
          return text == folded;
      }
    });
    return any != negative;
  }

  [[nodiscard]] static bool matchesNumber(const SegmentRule& rule, double value) {
    const double first = rule.values.at(0).toDouble();
    const double second = rule.values.at(1).toDouble();
    switch (rule.op) {
      case Op::Greater:
        return value > first;
      case Op::GreaterOrEqual:
        return value >= first;
      case Op::Less:
        return value < first;
      case Op::LessOrEqual:
        return value <= first;
      case Op::Between:
        return value >= std::min(first, second) && value <= std::max(first, second);
      default: {
        const bool any = std::any_of(rule.values.begin(), rule.values.end(),
                                     [value](const QJsonValue& wanted) { return wanted.toDouble() == value; });
        return any != (rule.op == Op::NotEquals);
      }
    }
  }

  [[nodiscard]] bool matchesDate(const SegmentRule& rule, qint64 value) const {
    const auto inside = [&](const QJsonArray& values) {
      const auto range = instantRange(rule.op, values, m_time);
      return (!range->from || value >= *range->from) && (!range->until || value < *range->until);
    };
    if (rule.op != Op::On) return inside(rule.values);
    return std::any_of(rule.values.begin(), rule.values.end(), [&](const QJsonValue& one) { return inside({one}); });
  }

  const std::vector<Property>& m_properties;
  const EvaluationTime& m_time;
};

class Dice final {
 public:
  explicit Dice(unsigned seed) : m_engine(seed) {}
  int below(int limit) { return int(m_engine() % unsigned(limit)); }
  template <class List>
  auto pick(const List& list) {
    return list[std::size_t(below(int(list.size())))];
  }

 private:
  std::mt19937 m_engine;
};

const std::vector<const char*> cities{"Pune", "pune", "PÜNE", "Goa", "New Delhi", "", "Ελλάς", "ελλάσ", "a%b_c", "x"};
const std::vector<const char*> fragments{"pu", "PÜ", "e", "goa", "new", "Λ", "%", "_", "hi", "x", "σ"};

QByteArray randomPeople(Dice& dice, int count) {
  QByteArray csv("identity,city,age,vip,seen\n");
  for (int i = 0; i < count; ++i) {
    csv += QByteArray::number(i) + ',' + dice.pick(cities) + ',';
    if (dice.below(5) > 0) csv += QByteArray::number(dice.below(12) - 2) + (dice.below(2) == 0 ? ".5" : "");
    csv += ',';
    if (dice.below(4) > 0) csv += dice.below(2) == 0 ? "yes" : "no";
    csv += ',';
    if (dice.below(5) > 0)
      csv += QDate(2026, 11, 1 + dice.below(30)).toString(Qt::ISODate).toLatin1() + " 0" +
             QByteArray::number(dice.below(10)) + ":00";
    csv += '\n';
  }
  return csv;
}

QJsonValue randomValue(Dice& dice, PropertyType type, Op op) {
  if (type == PropertyType::Number) return dice.below(24) / 2.0 - 2;
  if (type == PropertyType::Text) {
    const bool whole = op == Op::Equals || op == Op::NotEquals;
    const QString text = QString::fromUtf8(whole ? dice.pick(cities) : dice.pick(fragments));
    return text.isEmpty() ? QStringLiteral("Pune") : text;
  }
  if (op == Op::InLastDays || op == Op::DaysAgo) return dice.below(28);
  QString text = QDate(2026, 11, 1 + dice.below(30)).toString(Qt::ISODate);
  if (dice.below(2) == 0) text += QStringLiteral("T0%1:00").arg(dice.below(10));
  return text;
}

SegmentGroup randomGroup(Dice& dice, const std::vector<Property>& properties, int depth) {
  SegmentGroup group;
  group.join = dice.below(2) == 0 ? SegmentGroup::Join::All : SegmentGroup::Join::Any;
  for (int i = dice.below(3); i >= 0; --i) {
    if (depth < 4 && dice.below(3) == 0) {
      group.parts.push_back({randomGroup(dice, properties, depth + 1)});
      continue;
    }
    const Property property = dice.pick(properties);
    SegmentRule rule{property.name, dice.pick(operatorsFor(property.type)), {}};
    const ValueCount count = valueCount(rule.op);
    const int values = count.most < 0 ? 1 + dice.below(3) : count.most;
    for (int k = 0; k < values; ++k) rule.values.append(randomValue(dice, property.type, rule.op));
    group.parts.push_back({rule});
  }
  return group;
}

}  // namespace

class SegmentRandomTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void theStatementAndThePlainEvaluationFindTheSamePeople() {
    const QByteArray given = qgetenv("HELIOGRAPH_SEED");
    const unsigned seed = given.isEmpty() ? std::random_device()() : given.toUInt();
    qInfo("seed %u (set HELIOGRAPH_SEED to repeat)", seed);
    Dice dice(seed);
    test::People people;
    QVERIFY(people.import(randomPeople(dice, 300)));
    const ProfileRepository profiles(people.database(), people.clock());
    const auto properties = PropertyRepository(people.database(), people.clock()).list();
    const auto everybody = profiles.page(Segment::everybody(), {}, 1000);
    QVERIFY(properties && everybody);
    QCOMPARE(everybody->size(), 300U);
    const EvaluationTime time = EvaluationTime::local(people.clock());
    const PlainEvaluator evaluator(*properties, time);
    for (int i = 0; i < 400; ++i) {
      const Segment segment{randomGroup(dice, *properties, 0)};
      const auto found = profiles.page(segment, {}, 1000);
      QVERIFY2(found, qPrintable(describe(segment)));
      std::vector<Profile> expected;
      for (const Profile& person : *everybody) {
        if (evaluator.matches(segment.rules, person)) expected.push_back(person);
      }
      QVERIFY2(*found == expected, qPrintable(describe(segment)));
    }
  }
};

QTEST_GUILESS_MAIN(SegmentRandomTest)
#include "segment_random_test.moc"
