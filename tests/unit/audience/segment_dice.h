// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audience/rules/segment_fields.h"
#include "unit/audience/segment_world.h"

namespace heliograph::test {

/// Random segments over a world: every kind of rule, operator and window, groups to any depth, parts switched off.
class SegmentDice final {
 public:
  SegmentDice(Dice& dice, const SegmentWorld& world) : m_dice(dice), m_world(world) {}

  [[nodiscard]] audience::Segment segment() { return {group(0)}; }

 private:
  using Op = audience::SegmentOperator;
  using Type = audience::PropertyType;

  audience::SegmentGroup group(int depth) {
    audience::SegmentGroup group;
    group.join = m_dice.oneIn(2) ? audience::SegmentGroup::Join::All : audience::SegmentGroup::Join::Any;
    group.excluded = depth > 0 && m_dice.oneIn(4);
    for (int i = m_dice.below(3); i >= 0; --i) {
      audience::SegmentPart part =
          depth < 4 && m_dice.oneIn(4) ? audience::SegmentPart{this->group(depth + 1)} : rule();
      part.off = m_dice.oneIn(12);
      group.parts.push_back(std::move(part));
    }
    return group;
  }

  audience::SegmentPart rule() {
    switch (m_dice.below(12)) {
      case 0:
      case 1:
      case 2:
      case 3:
        return {eventRule()};
      case 4:
        return {sameValue()};
      case 5:
        return {near()};
      case 6:
        return {device()};
      case 7:
        return {member()};
      case 8:
        return {campaign()};
      default:
        return {property()};
    }
  }

  QString day() {
    QString text = QDate(2026, 11, 3).addDays(-m_dice.below(60)).toString(Qt::ISODate);
    if (m_dice.oneIn(3)) text += QStringLiteral("T%1:30").arg(m_dice.below(24), 2, 10, QLatin1Char('0'));
    if (text.size() > 10 && m_dice.oneIn(2)) text += QLatin1Char('Z');
    return text;
  }

  audience::TimeUnit unit() { return audience::TimeUnit(m_dice.below(6)); }

  int count(audience::TimeUnit unit) {
    static constexpr int most[] = {300, 60, 70, 10, 14, 3};
    return m_dice.below(most[int(unit)]);
  }

  audience::TimeWindow window() {
    using Kind = audience::TimeWindow::Kind;
    audience::TimeWindow window;
    window.kind = Kind(m_dice.below(int(Kind::ExactlyAgo) + 1));
    if (window.kind == Kind::InLast || window.kind == Kind::ExactlyAgo) {
      window.unit = unit();
      window.count = count(window.unit);
    }
    if (window.kind == Kind::Between || window.kind == Kind::After || window.kind == Kind::On) window.from = day();
    if (window.kind == Kind::Between || window.kind == Kind::Before) window.until = day();
    return window;
  }

  QJsonValue value(Type type, Op op, const QString& field) {
    static const std::vector<QString> patterns{QStringLiteral("^[Pp]"),   QStringLiteral("\\d"),
                                               QStringLiteral("(?i)pün"), QStringLiteral("s{2}|ß"),
                                               QStringLiteral("^\\w+$"),  QStringLiteral(".%.")};
    static const std::vector<QString> fragments{
        QStringLiteral("pu"), QStringLiteral("PÜ"), QStringLiteral("e"), QStringLiteral("%"), QStringLiteral("_"),
        QStringLiteral("ss"), QStringLiteral("Λ"),  QStringLiteral("σ"), QStringLiteral("ु"),  QStringLiteral("5")};
    if (type == Type::Number)
      return field == QLatin1String("age") ? m_dice.below(70) / 2.0 : m_dice.below(40) / 4.0 - 2;
    if (type == Type::Date) return day();
    if (op == Op::Matches || op == Op::NotMatches) return m_dice.pick(patterns);
    const bool whole = type == Type::List || op == Op::Equals || op == Op::NotEquals;
    if (!whole) return m_dice.pick(fragments);
    return field == QLatin1String("City") ? m_dice.pick(SegmentWorld::cities()) : m_dice.pick(SegmentWorld::texts());
  }

  QJsonArray values(Type type, Op op, const QString& field) {
    if (audience::countsTime(op)) {
      const audience::TimeUnit chosen = unit();
      return {count(chosen), audience::timeUnitName(chosen)};
    }
    const audience::ValueCount takes = audience::valueCount(op);
    QJsonArray values;
    for (int i = takes.most < 0 ? 1 + m_dice.below(m_dice.oneIn(8) ? 40 : 3) : takes.most; i > 0; --i) {
      values.append(value(type, op, field));
    }
    return values;
  }

  audience::SegmentRule property() {
    WorldField field = m_dice.pick(SegmentWorld::fields());
    if (m_dice.oneIn(3)) {
      static const std::vector<QString> builtIn{QStringLiteral("identity"), QStringLiteral("phone"),
                                                QStringLiteral("country")};
      const auto derived = audience::derivedFields().at(std::size_t(m_dice.below(4)));
      field = m_dice.oneIn(3) ? WorldField{m_dice.pick(builtIn), Type::Text} : WorldField{derived.name, derived.type};
    }
    return on(field);
  }

  audience::SegmentRule on(const WorldField& field) {
    const Op op = m_dice.pick(audience::operatorsFor(field.type));
    return {field.name, op, values(field.type, op, field.name)};
  }

  QString event() {
    auto at = SegmentWorld::events().begin();
    std::advance(at, m_dice.below(int(SegmentWorld::events().size())));
    return at->first;
  }

  std::vector<audience::SegmentRule> where(const QString& event) {
    std::vector<audience::SegmentRule> rules;
    if (m_dice.oneIn(2)) return rules;
    for (int i = m_dice.below(2); i >= 0; --i) rules.push_back(on(m_dice.pick(SegmentWorld::events().at(event))));
    return rules;
  }

  audience::EventRule eventRule() {
    using Measure = audience::EventRule::Measure;
    audience::EventRule rule;
    rule.event = event();
    rule.did = !m_dice.oneIn(4);
    rule.within = window();
    rule.where = where(rule.event);
    if (!rule.did) return rule;
    rule.measure = Measure(m_dice.below(5));
    const auto& fields = SegmentWorld::events().at(rule.event);
    for (const WorldField& field : fields) {
      const bool summed = rule.measure == Measure::Sum || rule.measure == Measure::Average;
      if (summed && field.type == Type::Number) rule.property = field.name;
    }
    if (!audience::comparesMeasure(rule)) return rule;
    rule.op = m_dice.pick(audience::measureOperators());
    rule.values = {};
    const int wanted = audience::valueCount(rule.op).least;
    for (int i = 0; i < wanted; ++i) {
      rule.values.append(rule.measure == Measure::Count ? m_dice.below(5) : m_dice.below(40) / 2.0 - 3);
    }
    rule.includeNever = m_dice.oneIn(2);
    return rule;
  }

  audience::SameValueRule sameValue() {
    static const std::map<QString, QString> texts{{QStringLiteral("Charged"), QStringLiteral("Item")},
                                                  {QStringLiteral("Viewed „it“'s"), QStringLiteral("Product")},
                                                  {QStringLiteral("Gone"), QStringLiteral("Item")}};
    static const std::map<QString, QString> numbers{{QStringLiteral("Charged"), QStringLiteral("Amount")},
                                                    {QStringLiteral("Viewed „it“'s"), QStringLiteral("Seconds")},
                                                    {QStringLiteral("Gone"), QStringLiteral("n")}};
    const auto& properties = m_dice.oneIn(3) ? numbers : texts;
    audience::SameValueRule rule;
    for (int i = 1 + m_dice.below(3); i > 0; --i) {
      const QString name = event();
      rule.events.push_back({name, properties.at(name), rule.events.empty() || m_dice.oneIn(2),
                             m_dice.oneIn(2) ? window() : audience::TimeWindow{},
                             m_dice.oneIn(2) ? where(name) : std::vector<audience::SegmentRule>{}});
    }
    std::reverse(rule.events.begin(), rule.events.end());
    return rule;
  }

  audience::NearRule near() {
    static const std::vector<audience::NearRule::Place> places{{QStringLiteral("Pune"), 18.52, 73.86},
                                                               {QStringLiteral("Springfield"), 39.8, -89.64},
                                                               {QStringLiteral("Paris"), 48.85, 2.35},
                                                               {QStringLiteral("Fiji"), -17.8, 179.9},
                                                               {QStringLiteral("Pole"), 89.9, 10}};
    audience::NearRule rule;
    for (int i = m_dice.below(3); i >= 0; --i) rule.places.push_back(m_dice.pick(places));
    rule.radius = 1 + m_dice.below(m_dice.oneIn(3) ? 9000 : 300);
    rule.unit = m_dice.oneIn(2) ? audience::NearRule::Unit::Miles : audience::NearRule::Unit::Kilometres;
    return rule;
  }

  audience::DeviceRule device() {
    const Op op = m_dice.pick(audience::operatorsFor(Type::Text));
    return {audience::DeviceRule::Field(m_dice.below(6)), op, values(Type::Text, op, QString())};
  }

  audience::MemberRule member() {
    const QStringList saved = sorted(m_world.segments().keys());
    if (saved.isEmpty() || m_dice.oneIn(2)) {
      return {audience::MemberRule::Of::List, m_dice.pick(SegmentWorld::lists()), m_dice.oneIn(2)};
    }
    return {audience::MemberRule::Of::Segment, saved.at(m_dice.below(int(saved.size()))), m_dice.oneIn(2)};
  }

  static QStringList sorted(QStringList names) {
    names.sort();
    return names;
  }

  audience::CampaignRule campaign() {
    static const std::vector<QString> names{QStringLiteral("Spring"), QStringLiteral("Autumn's"),
                                            QStringLiteral("Unsent")};
    static const std::vector<QString> labels{QStringLiteral("SALE"), QStringLiteral("x"), QStringLiteral("y")};
    audience::CampaignRule rule;
    rule.by = m_dice.oneIn(2) ? audience::CampaignRule::By::Campaign : audience::CampaignRule::By::Label;
    rule.name = m_dice.pick(rule.by == audience::CampaignRule::By::Campaign ? names : labels);
    rule.what = audience::CampaignRule::What(m_dice.below(3));
    rule.did = m_dice.oneIn(2);
    if (m_dice.oneIn(2)) rule.within = window();
    return rule;
  }

  Dice& m_dice;
  const SegmentWorld& m_world;
};

}  // namespace heliograph::test
