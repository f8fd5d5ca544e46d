// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/segment_sql.h"

#include <algorithm>
#include <cmath>

#include "audience/built_in_field.h"
#include "audience/date_range.h"
#include "audience/property_repository.h"

namespace heliograph::audience {
namespace {

using Op = SegmentOperator;

/// A property as the compiler sees it.
struct Field {
  QString name;
  QString column;
  PropertyType type;
};

tl::unexpected<Error> wrongRule(const Field& field, const QString& what) {
  return fail(ErrorCode::InvalidInput, QStringLiteral("The rule on “%1” can't be used: %2.").arg(field.name, what));
}

QString anyOf(const QStringList& conditions) {
  return QStringLiteral("(%1)").arg(conditions.join(QStringLiteral(" OR ")));
}

/// People without a value are not what is excluded, so they stay.
QString noneOf(const Field& field, const QStringList& conditions) {
  return QStringLiteral("(%1 IS NULL OR NOT %2)").arg(field.column, anyOf(conditions));
}

class Compiler final {
 public:
  Compiler(const std::vector<Property>& properties, const EvaluationTime& time)
      : m_properties(properties), m_time(time) {}

  Result<QString> group(const SegmentGroup& group);
  QVariantList takeValues() { return std::move(m_values); }

 private:
  Result<Field> field(const QString& name) const;
  Result<QString> rule(const SegmentRule& rule);
  Result<QString> text(const Field& field, const SegmentRule& rule);
  Result<QString> number(const Field& field, const SegmentRule& rule);
  Result<QString> date(const Field& field, const SegmentRule& rule);
  QString within(const Field& field, const InstantRange& range);

  const std::vector<Property>& m_properties;
  const EvaluationTime& m_time;
  QVariantList m_values;
};

Result<QString> Compiler::group(const SegmentGroup& group) {
  QStringList conditions;
  for (const SegmentPart& part : group.parts) {
    const auto* single = std::get_if<SegmentRule>(&part.value);
    const auto* inner = std::get_if<SegmentGroup>(&part.value);
    if (inner != nullptr && inner->parts.empty()) continue;
    auto condition = single != nullptr ? rule(*single) : this->group(*inner);
    if (!condition) return condition;
    conditions << *condition;
  }
  if (conditions.isEmpty()) return QStringLiteral("1");
  const bool all = group.join == SegmentGroup::Join::All;
  return QStringLiteral("(%1)").arg(conditions.join(all ? QStringLiteral(" AND ") : QStringLiteral(" OR ")));
}

Result<Field> Compiler::field(const QString& name) const {
  if (const Property* property = findProperty(m_properties, name)) {
    return Field{name, QStringLiteral("p.") + propertyColumn(property->id), property->type};
  }
  for (const BuiltInField& builtIn : builtInFields()) {
    if (builtIn.name == name) return Field{name, QStringLiteral("p.") + builtIn.column, builtIn.type};
  }
  return fail(ErrorCode::InvalidInput,
              QStringLiteral("Nobody has a property “%1”. Choose another one in the segment, or "
                             "import contacts that have it.")
                  .arg(name));
}

Result<QString> Compiler::rule(const SegmentRule& rule) {
  auto found = field(rule.property);
  if (!found) return fail(found.error());
  const std::vector<Op>& offered = operatorsFor(found->type);
  if (std::find(offered.begin(), offered.end(), rule.op) == offered.end()) {
    return wrongRule(*found, QStringLiteral("“%1” doesn't suit a property of type %2")
                                 .arg(operatorName(rule.op), propertyTypeName(found->type)));
  }
  const ValueCount count = valueCount(rule.op);
  if (rule.values.size() < count.least || (count.most >= 0 && rule.values.size() > count.most)) {
    return wrongRule(*found, QStringLiteral("a value is missing or there are too many"));
  }
  switch (rule.op) {
    case Op::Exists:
      return found->column + QStringLiteral(" IS NOT NULL");
    case Op::NotExists:
      return found->column + QStringLiteral(" IS NULL");
    case Op::IsTrue:
      return found->column + QStringLiteral(" = 1");
    case Op::IsFalse:
      return found->column + QStringLiteral(" = 0");
    default:
      break;
  }
  if (found->type == PropertyType::Number) return number(*found, rule);
  return found->type == PropertyType::Date ? date(*found, rule) : text(*found, rule);
}

Result<QString> Compiler::text(const Field& field, const SegmentRule& rule) {
  QStringList conditions;
  for (const QJsonValue& value : rule.values) {
    const QString words = value.isDouble() ? QString::number(value.toDouble(), 'g', 15) : value.toString();
    if (words.isEmpty()) return wrongRule(field, QStringLiteral("a value is empty"));
    const QString folded = words.toCaseFolded();
    m_values << folded;
    switch (rule.op) {
      case Op::Contains:
      case Op::NotContains:
        conditions << QStringLiteral("instr(fold(%1), ?) > 0").arg(field.column);
        break;
      case Op::StartsWith:
        conditions << QStringLiteral("instr(fold(%1), ?) = 1").arg(field.column);
        break;
      case Op::EndsWith:
        conditions << QStringLiteral("substr(fold(%1), %2) = ?").arg(field.column).arg(-folded.toUcs4().size());
        break;
      default:
        conditions << QStringLiteral("fold(%1) = ?").arg(field.column);
    }
  }
  const bool negative = rule.op == Op::NotEquals || rule.op == Op::NotContains;
  return negative ? noneOf(field, conditions) : anyOf(conditions);
}

Result<QString> Compiler::number(const Field& field, const SegmentRule& rule) {
  QVariantList numbers;
  for (const QJsonValue& value : rule.values) {
    bool read = value.isDouble();
    const double number = read ? value.toDouble() : value.toString().trimmed().toDouble(&read);
    if (!read || !std::isfinite(number))
      return wrongRule(field, QStringLiteral("“%1” is no number").arg(value.toString()));
    numbers << number;
  }
  if (rule.op == Op::Between) {
    if (numbers[0].toDouble() > numbers[1].toDouble()) numbers.swapItemsAt(0, 1);
    m_values << numbers;
    return QStringLiteral("%1 BETWEEN ? AND ?").arg(field.column);
  }
  m_values << numbers;
  const auto compared = [&](const char* sign) { return field.column + QLatin1String(sign); };
  switch (rule.op) {
    case Op::Greater:
      return compared(" > ?");
    case Op::GreaterOrEqual:
      return compared(" >= ?");
    case Op::Less:
      return compared(" < ?");
    case Op::LessOrEqual:
      return compared(" <= ?");
    default:
      break;
  }
  const QStringList conditions(numbers.size(), compared(" = ?"));
  return rule.op == Op::NotEquals ? noneOf(field, conditions) : anyOf(conditions);
}

QString Compiler::within(const Field& field, const InstantRange& range) {
  QStringList conditions;
  if (range.from) {
    conditions << field.column + QStringLiteral(" >= ?");
    m_values << *range.from;
  }
  if (range.until) {
    conditions << field.column + QStringLiteral(" < ?");
    m_values << *range.until;
  }
  return QStringLiteral("(%1)").arg(conditions.join(QStringLiteral(" AND ")));
}

Result<QString> Compiler::date(const Field& field, const SegmentRule& rule) {
  if (rule.op != Op::On) {
    auto range = instantRange(rule.op, rule.values, m_time);
    if (!range) return wrongRule(field, range.error().message);
    return within(field, *range);
  }
  QStringList conditions;
  for (const QJsonValue& value : rule.values) {
    auto range = instantRange(rule.op, {value}, m_time);
    if (!range) return wrongRule(field, range.error().message);
    conditions << within(field, *range);
  }
  return anyOf(conditions);
}

}  // namespace

Result<SegmentSql> compileSegment(const Segment& segment, const std::vector<Property>& properties,
                                  const EvaluationTime& time) {
  Compiler compiler(properties, time);
  auto condition = compiler.group(segment.rules);
  if (!condition) return fail(condition.error());
  return SegmentSql{*condition, compiler.takeValues()};
}

}  // namespace heliograph::audience
