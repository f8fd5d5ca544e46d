// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QStringList>
#include <algorithm>
#include <functional>

#include "audience/property_label.h"
#include "audience/rules/segment_fields.h"
#include "audience/segment.h"

namespace heliograph::audience {
namespace {

using Op = SegmentOperator;

QString valueWords(const QJsonValue& value) {
  return value.isDouble() ? QString::number(value.toDouble(), 'g', 15) : value.toString();
}

QString enumeration(QStringList words, const QString& joint) {
  if (words.size() < 2) return words.join(QString());
  const QString last = words.takeLast();
  return words.join(QStringLiteral(", ")) + QStringLiteral(" %1 ").arg(joint) + last;
}

QString valuesWords(Op op, const QJsonArray& values) {
  QStringList words;
  for (const QJsonValue& value : values) words << valueWords(value);
  if (countsTime(op)) {
    const auto unit = timeUnitFromName(words.value(1));
    if (unit && words.value(0) == QLatin1String("1")) words[1].chop(1);
    return words.join(QLatin1Char(' '));
  }
  const bool all = op == Op::Between || op == Op::ContainsAll;
  return enumeration(words, all ? QStringLiteral("and") : QStringLiteral("or"));
}

/// "city is Pune or Goa".
QString conditionWords(const QString& subject, Op op, const QJsonArray& values) {
  QString words = operatorWords(op);
  if (words.contains(QChar(u'…'))) {
    words.replace(QChar(u'…'), valuesWords(op, values));
  } else if (!values.isEmpty()) {
    words += QLatin1Char(' ') + valuesWords(op, values);
  }
  return subject + QLatin1Char(' ') + words;
}

/// Words around others, with a space between; nothing for nothing.
QString spaced(const QString& before, const QString& words) {
  return words.isEmpty() ? words : before + words;
}

QString whereWords(const std::vector<SegmentRule>& where) {
  QStringList words;
  for (const SegmentRule& each : where) words << conditionWords(each.property, each.op, each.values);
  return spaced(QStringLiteral(" where "), enumeration(words, QStringLiteral("and")));
}

QString inWindow(const TimeWindow& window) {
  return spaced(QStringLiteral(" "), windowWords(window));
}

QString ruleWords(const SegmentRule& rule) {
  const DerivedField* field = findDerivedField(rule.property);
  if (field != nullptr && (rule.op == Op::IsTrue || rule.op == Op::IsFalse)) {
    const bool is = rule.op == Op::IsTrue;
    switch (field->kind) {
      case DerivedField::Kind::HasPhone:
        return is ? QStringLiteral("who have a phone number") : QStringLiteral("who have no phone number");
      case DerivedField::Kind::Unsubscribed:
        return is ? QStringLiteral("who are unsubscribed") : QStringLiteral("who are not unsubscribed");
      case DerivedField::Kind::HasPushToken:
        return is ? QStringLiteral("who have a push token") : QStringLiteral("who have no push token");
      case DerivedField::Kind::Age:
        break;
    }
  }
  return QStringLiteral("whose ") + conditionWords(propertyWords(rule.property), rule.op, rule.values);
}

/// "at least 2", "exactly 3", "between 2 and 5".
QString measureWords(Op op, const QJsonArray& values) {
  const QString words = valuesWords(op, values);
  switch (op) {
    case Op::Greater:
      return QStringLiteral("more than ") + words;
    case Op::GreaterOrEqual:
      return QStringLiteral("at least ") + words;
    case Op::Less:
      return QStringLiteral("fewer than ") + words;
    case Op::LessOrEqual:
      return QStringLiteral("at most ") + words;
    case Op::Between:
      return QStringLiteral("between ") + words;
    case Op::NotEquals:
      return QStringLiteral("any number of times but ") + words;
    default:
      return QStringLiteral("exactly ") + words;
  }
}

QString countWords(const EventRule& rule) {
  const QJsonArray once{1};
  if (rule.op == Op::GreaterOrEqual && rule.values == once && !rule.includeNever) return {};
  const bool one = rule.op != Op::Between && rule.values == once;
  const QString times = rule.op == Op::NotEquals ? QString() : one ? QStringLiteral(" time") : QStringLiteral(" times");
  return QLatin1Char(' ') + measureWords(rule.op, rule.values) + times;
}

QString ruleWords(const EventRule& rule) {
  using Measure = EventRule::Measure;
  const QString ending = inWindow(rule.within) + whereWords(rule.where);
  if (!rule.did) return QStringLiteral("who did not do ") + rule.event + ending;
  const QString never = rule.includeNever && comparesMeasure(rule) ? QStringLiteral(" or never") : QString();
  switch (rule.measure) {
    case Measure::Count:
      return QStringLiteral("who did ") + rule.event + countWords(rule) + never + ending;
    case Measure::FirstTime:
      return QStringLiteral("who did %1 for the first time").arg(rule.event) + ending;
    case Measure::LastTime:
      return QStringLiteral("who did %1 for the last time").arg(rule.event) + ending;
    case Measure::Sum:
    case Measure::Average:
      break;
  }
  const QString kind = rule.measure == Measure::Sum ? QStringLiteral("total") : QStringLiteral("average");
  const QString none = never.isEmpty() ? never : QStringLiteral(" (0 if they never did)");
  return QStringLiteral("whose ") +
         conditionWords(QStringLiteral("%1 %2 of %3").arg(kind, rule.property, rule.event), rule.op, rule.values) +
         none + ending;
}

QString ruleWords(const SameValueRule& rule) {
  QStringList done;
  QStringList notDone;
  QStringList properties;
  for (const SameValueRule::Event& each : rule.events) {
    (each.did ? done : notDone) << each.event + inWindow(each.within) + whereWords(each.where);
    if (!properties.contains(each.property)) properties << each.property;
  }
  const QString without = spaced(QStringLiteral(" but not "), enumeration(notDone, QStringLiteral("or")));
  return QStringLiteral("who did %1%2 with the same %3")
      .arg(enumeration(done, QStringLiteral("and")), without, properties.join(QStringLiteral(" / ")));
}

QString ruleWords(const NearRule& rule) {
  QStringList places;
  for (const NearRule::Place& each : rule.places) places << each.name;
  const QString unit = rule.unit == NearRule::Unit::Miles ? QStringLiteral("miles") : QStringLiteral("km");
  return QStringLiteral("who live within %1 %2 of %3")
      .arg(QString::number(rule.radius, 'g', 15), unit, enumeration(places, QStringLiteral("or")));
}

QString ruleWords(const DeviceRule& rule) {
  // The rule speaks of no device at all when its operator is a negative one.
  Op op = rule.op;
  switch (op) {
    case Op::NotEquals:
      op = Op::Equals;
      break;
    case Op::NotContains:
      op = Op::Contains;
      break;
    case Op::NotMatches:
      op = Op::Matches;
      break;
    case Op::NotExists:
      op = Op::Exists;
      break;
    default:
      break;
  }
  const QString words = conditionWords(deviceFieldWords(rule.field), op, rule.values);
  return (op == rule.op ? QStringLiteral("with a device whose ") : QStringLiteral("with no device whose ")) + words;
}

QString ruleWords(const MemberRule& rule) {
  return QStringLiteral("who are %1 the %2 “%3”")
      .arg(rule.member ? QStringLiteral("in") : QStringLiteral("not in"),
           rule.of == MemberRule::Of::Segment ? QStringLiteral("segment") : QStringLiteral("list"), rule.name);
}

QString ruleWords(const CampaignRule& rule) {
  using What = CampaignRule::What;
  const QString campaign = rule.by == CampaignRule::By::Campaign
                               ? QStringLiteral("the campaign “%1”").arg(rule.name)
                               : QStringLiteral("a campaign labelled “%1”").arg(rule.name);
  const auto verb = [&](const QString& did, const QString& didNot) { return rule.did ? did : didNot; };
  const QString words = rule.what == What::Received
                            ? verb(QStringLiteral("received"), QStringLiteral("did not receive"))
                        : rule.what == What::Clicked
                            ? verb(QStringLiteral("clicked a link of"), QStringLiteral("did not click a link of"))
                            : verb(QStringLiteral("converted after"), QStringLiteral("did not convert after"));
  return QStringLiteral("who %1 %2").arg(words, campaign) + inWindow(rule.within);
}

QString groupWords(const SegmentGroup& group) {
  QStringList words;
  for (const SegmentPart& part : group.parts) {
    if (!isIdle(part)) words << describe(part);
  }
  return words.join(group.join == SegmentGroup::Join::All ? QStringLiteral(" and ") : QStringLiteral(" or "));
}

QString ruleWords(const SegmentGroup& group) {
  const auto inForce = std::count_if(group.parts.begin(), group.parts.end(), std::not_fn(isIdle));
  const QString words = inForce == 1 ? groupWords(group) : QStringLiteral("(%1)").arg(groupWords(group));
  return group.excluded ? QStringLiteral("who are not among those ") + words : words;
}

}  // namespace

QString describe(const SegmentPart& part) {
  return std::visit([](const auto& value) { return ruleWords(value); }, part.value);
}

QString eventWords(const QString& event, const std::vector<SegmentRule>& where) {
  return event + whereWords(where);
}

QString describe(const Segment& segment) {
  const QString words = segment.rules.excluded ? ruleWords(segment.rules) : groupWords(segment.rules);
  return words.isEmpty() ? QStringLiteral("Everybody") : QStringLiteral("People ") + words;
}

}  // namespace heliograph::audience
