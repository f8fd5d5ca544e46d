// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/rules/condition_sql.h"

#include <QJsonDocument>
#include <algorithm>
#include <cmath>

#include "audience/rules/list_value.h"
#include "audience/rules/text_pattern.h"

namespace heliograph::audience {
namespace {

using Op = SegmentOperator;

/// More texts than these are bound as one JSON array: there are only so many question marks in a statement.
constexpr qsizetype kMostBoundTexts = 20;
constexpr qsizetype kMostNumbers = 10'000;

QString anyOf(const QStringList& conditions) {
  return joinedSql(conditions, false);
}

/// People without a value are not what is excluded, so they stay.
QString unlessNull(const SqlField& field, const QString& condition) {
  return QStringLiteral("(%1 IS NULL OR NOT %2)").arg(field.column, condition);
}

Result<QStringList> textsOf(const SqlField& field, const QJsonArray& given) {
  QStringList texts;
  for (const QJsonValue& value : given) {
    texts << (value.isDouble() ? QString::number(value.toDouble(), 'g', 15) : value.toString());
    if (texts.back().isEmpty()) return wrongRule(field.name, QStringLiteral("a value is empty"));
  }
  return texts;
}

QString jsonOf(const QStringList& texts) {
  return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(texts)).toJson(QJsonDocument::Compact));
}

QStringList foldedOnce(const QStringList& texts) {
  QStringList folded;
  for (const QString& text : texts) folded << text.toCaseFolded();
  folded.removeDuplicates();
  return folded;
}

QString questionMarks(qsizetype count) {
  return QStringList(count, QStringLiteral("?")).join(QLatin1Char(','));
}

QString equalsOneOf(const QString& column, const QStringList& folded, QVariantList& values) {
  if (folded.size() > kMostBoundTexts) {
    values << jsonOf(folded);
    return QStringLiteral("fold(%1) IN (SELECT value FROM json_each(?))").arg(column);
  }
  for (const QString& each : folded) values << each;
  return QStringLiteral("fold(%1) IN (%2)").arg(column, questionMarks(folded.size()));
}

Result<QString> patternSql(const SqlField& field, const QStringList& patterns, QVariantList& values) {
  QStringList conditions;
  for (const QString& pattern : patterns) {
    if (const auto compiled = TextPattern::compile(pattern); !compiled) {
      return wrongRule(field.name, compiled.error().message);
    }
    values << pattern;
    conditions << QStringLiteral("pattern_found(%1, ?)").arg(field.column);
  }
  return anyOf(conditions);
}

Result<QString> textSql(const SqlField& field, Op op, const QJsonArray& given, QVariantList& values) {
  const auto texts = textsOf(field, given);
  if (!texts) return fail(texts.error());
  if (op == Op::Matches) return patternSql(field, *texts, values);
  const QStringList folded = foldedOnce(*texts);
  if (op == Op::Equals) return equalsOneOf(field.column, folded, values);
  QStringList conditions;
  for (const QString& each : folded) {
    values << each;
    conditions << (op == Op::Contains ? QStringLiteral("instr(fold(%1), ?) > 0").arg(field.column)
                   : op == Op::StartsWith
                       ? QStringLiteral("instr(fold(%1), ?) = 1").arg(field.column)
                       : QStringLiteral("substr(fold(%1), %2) = ?").arg(field.column).arg(-each.toUcs4().size()));
  }
  return anyOf(conditions);
}

Result<QString> dateSql(const SqlField& field, Op op, const QJsonArray& given, const EvaluationTime& time,
                        QVariantList& values) {
  QStringList conditions;
  // Only "on" takes several days.
  const qsizetype turns = op == Op::On ? given.size() : 1;
  for (qsizetype i = 0; i < turns; ++i) {
    const auto range = instantRange(op, op == Op::On ? QJsonArray{given.at(i)} : given, time);
    if (!range) return wrongRule(field.name, range.error().message);
    conditions << withinSql(field.column, *range, values);
  }
  return anyOf(conditions);
}

Result<QString> listSql(const SqlField& field, Op op, const QJsonArray& given, QVariantList& values) {
  const auto texts = textsOf(field, given);
  if (!texts) return fail(texts.error());
  const QStringList wanted = listElements(jsonOf(*texts).toUtf8());
  values << jsonOf(wanted);
  const QString count = QStringLiteral("list_count(%1, ?)").arg(field.column);
  return op == Op::ContainsAll ? QStringLiteral("%1 = %2").arg(count).arg(wanted.size())
                               : count + QStringLiteral(" > 0");
}

/// The operator that a negative one turns around.
Op positiveOf(Op op) {
  switch (op) {
    case Op::NotEquals:
      return Op::Equals;
    case Op::NotContains:
      return Op::Contains;
    case Op::NotMatches:
      return Op::Matches;
    case Op::ContainsNone:
      return Op::ContainsAny;
    default:
      return op;
  }
}

Result<QString> valueSql(const SqlField& field, Op op, const QJsonArray& given, const EvaluationTime& time,
                         QVariantList& values) {
  switch (field.type) {
    case PropertyType::Number: {
      const auto numbers = ruleNumbers(field.name, given);
      if (!numbers) return fail(numbers.error());
      return comparisonSql(field.column, op, *numbers, values);
    }
    case PropertyType::Date:
      return dateSql(field, op, given, time, values);
    case PropertyType::List:
      return listSql(field, op, given, values);
    case PropertyType::Text:
    case PropertyType::Boolean:
      break;
  }
  return textSql(field, op, given, values);
}

}  // namespace

tl::unexpected<Error> wrongRule(const QString& name, const QString& what) {
  return fail(ErrorCode::InvalidInput, QStringLiteral("The rule on “%1” can't be used: %2.").arg(name, what));
}

QString joinedSql(const QStringList& conditions, bool all) {
  static constexpr qsizetype mostInARow = 50;
  if (conditions.isEmpty()) return QStringLiteral("1");
  QStringList parts = conditions;
  while (parts.size() > mostInARow) {
    QStringList wider;
    for (qsizetype i = 0; i < parts.size(); i += mostInARow) wider << joinedSql(parts.mid(i, mostInARow), all);
    parts = wider;
  }
  return QStringLiteral("(%1)").arg(parts.join(all ? QStringLiteral(" AND ") : QStringLiteral(" OR ")));
}

QString withinSql(const QString& column, const InstantRange& range, QVariantList& values) {
  QStringList conditions;
  if (range.from) {
    conditions << column + QStringLiteral(" >= ?");
    values << *range.from;
  }
  if (range.until) {
    conditions << column + QStringLiteral(" < ?");
    values << *range.until;
  }
  return joinedSql(conditions, true);
}

Result<> checkOperator(const QString& name, PropertyType type, Op op, const QJsonArray& values) {
  const std::vector<Op>& offered = operatorsFor(type);
  if (std::find(offered.begin(), offered.end(), op) == offered.end()) {
    return wrongRule(
        name, QStringLiteral("“%1” doesn't suit a property of type %2").arg(operatorName(op), propertyTypeName(type)));
  }
  const ValueCount count = valueCount(op);
  if (values.size() < count.least || (count.most >= 0 && values.size() > count.most)) {
    return wrongRule(name, QStringLiteral("a value is missing or there are too many"));
  }
  return {};
}

Result<QVariantList> ruleNumbers(const QString& name, const QJsonArray& given) {
  if (given.size() > kMostNumbers) {
    return wrongRule(name, QStringLiteral("it has more than %1 numbers; make a list of the people").arg(kMostNumbers));
  }
  QVariantList numbers;
  for (const QJsonValue& value : given) {
    bool read = value.isDouble();
    const double number = read ? value.toDouble() : value.toString().trimmed().toDouble(&read);
    if (!read || !std::isfinite(number))
      return wrongRule(name, QStringLiteral("“%1” is no number").arg(value.toString()));
    numbers << number;
  }
  return numbers;
}

QString comparisonSql(const QString& expression, Op op, const QVariantList& numbers, QVariantList& values) {
  if (op == Op::Between) {
    const double one = numbers.value(0).toDouble();
    const double other = numbers.value(1).toDouble();
    values << std::min(one, other) << std::max(one, other);
    return QStringLiteral("%1 BETWEEN ? AND ?").arg(expression);
  }
  values << numbers;
  switch (op) {
    case Op::Greater:
      return expression + QStringLiteral(" > ?");
    case Op::GreaterOrEqual:
      return expression + QStringLiteral(" >= ?");
    case Op::Less:
      return expression + QStringLiteral(" < ?");
    case Op::LessOrEqual:
      return expression + QStringLiteral(" <= ?");
    default: {
      const QString in = op == Op::NotEquals ? QStringLiteral("NOT IN") : QStringLiteral("IN");
      return QStringLiteral("%1 %2 (%3)").arg(expression, in, questionMarks(numbers.size()));
    }
  }
}

Result<QString> conditionSql(const SqlField& field, Op op, const QJsonArray& given, const EvaluationTime& time,
                             QVariantList& values) {
  HELIOGRAPH_TRY(checkOperator(field.name, field.type, op, given));
  switch (op) {
    case Op::Exists:
      return field.column + QStringLiteral(" IS NOT NULL");
    case Op::NotExists:
      return field.column + QStringLiteral(" IS NULL");
    case Op::IsTrue:
      return field.column + QStringLiteral(" = 1");
    case Op::IsFalse:
      return field.column + QStringLiteral(" = 0");
    default:
      break;
  }
  auto condition = valueSql(field, positiveOf(op), given, time, values);
  if (!condition || !isNegative(op)) return condition;
  return unlessNull(field, QStringLiteral("(%1)").arg(*condition));
}

}  // namespace heliograph::audience
