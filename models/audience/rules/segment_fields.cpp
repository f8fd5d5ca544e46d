// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/rules/segment_fields.h"

#include <QDate>
#include <QStringList>
#include <algorithm>
#include <cmath>

namespace heliograph::audience {
namespace {

using Op = SegmentOperator;

constexpr int kOldest = 10'000;

/// Turns ages into instants of birth.
class AgeScale final {
 public:
  explicit AgeScale(const EvaluationTime& time) : m_today(time.now.toTimeZone(time.zone).date()), m_zone(time.zone) {}

  /// Whoever is at least so old was born before this instant.
  [[nodiscard]] qint64 bornBefore(int age) const {
    QDate last = m_today.addYears(-age);
    // Somebody born on 29 February is a year older on the 28th of other years.
    if (last.addDays(1).addYears(age) <= m_today) last = last.addDays(1);
    return last.addDays(1).startOfDay(m_zone).toMSecsSinceEpoch();
  }

  /// At least `from` and less than `until` years old; nothing said means no limit.
  [[nodiscard]] InstantRange range(std::optional<double> from, std::optional<double> until) const {
    const double least = from ? std::clamp(*from, 0.0, double{kOldest}) : 0;
    InstantRange range{std::nullopt, bornBefore(static_cast<int>(least))};
    if (!until) return range;
    if (*until <= least) return {*range.until, *range.until};  // nobody
    if (*until < kOldest) range.from = bornBefore(static_cast<int>(*until));
    return range;
  }

  [[nodiscard]] InstantRange exactly(double age) const {
    return age == std::floor(age) ? range(age, age + 1) : range(0, 0);
  }

 private:
  QDate m_today;
  QTimeZone m_zone;
};

Result<std::vector<double>> numbersOf(const QJsonArray& values) {
  std::vector<double> numbers;
  for (const QJsonValue& value : values) {
    bool read = value.isDouble();
    const double number = read ? value.toDouble() : value.toString().trimmed().toDouble(&read);
    if (!read || !std::isfinite(number)) {
      return fail(ErrorCode::InvalidInput, QStringLiteral("“%1” is no number").arg(value.toString()));
    }
    numbers.push_back(number);
  }
  return numbers;
}

}  // namespace

const std::array<DerivedField, 4>& derivedFields() {
  using Kind = DerivedField::Kind;
  static const std::array<DerivedField, 4> fields{{
      {Kind::Age, QStringLiteral("age"), PropertyType::Number},
      {Kind::HasPhone, QStringLiteral("has_phone"), PropertyType::Boolean},
      {Kind::Unsubscribed, QStringLiteral("unsubscribed"), PropertyType::Boolean},
      {Kind::HasPushToken, QStringLiteral("has_push_token"), PropertyType::Boolean},
  }};
  return fields;
}

const DerivedField* findDerivedField(const QString& name) {
  const auto& fields = derivedFields();
  const auto found = std::find_if(fields.begin(), fields.end(), [&](const auto& field) { return field.name == name; });
  return found == fields.end() ? nullptr : &*found;
}

const Property* birthProperty(const std::vector<Property>& properties) {
  static const QStringList names{QStringLiteral("dateofbirth"), QStringLiteral("dob"), QStringLiteral("birthdate"),
                                 QStringLiteral("birthday")};
  const Property* best = nullptr;
  qsizetype rank = names.size();
  for (const Property& property : properties) {
    if (property.type != PropertyType::Date) continue;
    QString plain = property.name.toCaseFolded();
    plain.remove(QLatin1Char(' ')).remove(QLatin1Char('_')).remove(QLatin1Char('-'));
    const qsizetype at = names.indexOf(plain);
    if (at < 0 || at >= rank) continue;
    best = &property;
    rank = at;
  }
  return best;
}

Result<BirthRanges> birthRanges(Op op, const QJsonArray& values, const EvaluationTime& time) {
  const auto numbers = numbersOf(values);
  if (!numbers) return fail(numbers.error());
  const AgeScale scale(time);
  const auto value = [&](std::size_t i) { return i < numbers->size() ? numbers->at(i) : 0; };
  BirthRanges ranges;
  switch (op) {
    case Op::Greater:
      ranges.any = {scale.range(std::floor(value(0)) + 1, std::nullopt)};
      break;
    case Op::GreaterOrEqual:
      ranges.any = {scale.range(std::ceil(value(0)), std::nullopt)};
      break;
    case Op::Less:
      ranges.any = {scale.range(std::nullopt, std::ceil(value(0)))};
      break;
    case Op::LessOrEqual:
      ranges.any = {scale.range(std::nullopt, std::floor(value(0)) + 1)};
      break;
    case Op::Between:
      ranges.any = {scale.range(std::ceil(std::min(value(0), value(1))), std::floor(std::max(value(0), value(1))) + 1)};
      break;
    case Op::Equals:
    case Op::NotEquals:
      for (const double age : *numbers) ranges.any.push_back(scale.exactly(age));
      ranges.negative = op == Op::NotEquals;
      break;
    case Op::Exists:
    case Op::NotExists:
      ranges.any = {scale.range(std::nullopt, std::nullopt)};
      ranges.negative = op == Op::NotExists;
      break;
    default:
      return fail(ErrorCode::InvalidInput, QStringLiteral("“%1” doesn't suit a number").arg(operatorName(op)));
  }
  return ranges;
}

std::optional<int> ageAt(qint64 birth, const EvaluationTime& time) {
  const QDate born = QDateTime::fromMSecsSinceEpoch(birth, Qt::UTC).toTimeZone(time.zone).date();
  const QDate today = time.now.toTimeZone(time.zone).date();
  if (born > today) return std::nullopt;
  int age = today.year() - born.year();
  if (born.addYears(age) > today) --age;
  return age;
}

}  // namespace heliograph::audience
