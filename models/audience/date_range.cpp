// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/date_range.h"

#include <utility>

namespace heliograph::audience {
namespace {

using Op = SegmentOperator;

constexpr int mostDaysBack = 36525;

tl::unexpected<Error> wrongDate(const QString& what) {
  return fail(ErrorCode::InvalidInput, what);
}

InstantRange dayRange(const QDate& first, const QDate& last, const QTimeZone& zone) {
  return {first.startOfDay(zone).toMSecsSinceEpoch(), last.addDays(1).startOfDay(zone).toMSecsSinceEpoch()};
}

/// A whole day, or the one millisecond of an instant.
Result<InstantRange> valueRange(const QJsonValue& value, const QTimeZone& zone) {
  const QString text = value.toString().trimmed();
  if (const QDate day = QDate::fromString(text, Qt::ISODate); day.isValid() && text.size() <= 10) {
    return dayRange(day, day, zone);
  }
  QDateTime instant = QDateTime::fromString(text, Qt::ISODateWithMs);
  if (!instant.isValid()) {
    return wrongDate(QStringLiteral("“%1” is no date; write it like 2026-11-30 or 2026-11-30T18:00").arg(text));
  }
  if (instant.timeSpec() == Qt::LocalTime) instant = QDateTime(instant.date(), instant.time(), zone);
  const qint64 milliseconds = instant.toMSecsSinceEpoch();
  return InstantRange{milliseconds, milliseconds + 1};
}

Result<InstantRange> daysBack(Op op, const QJsonValue& value, const EvaluationTime& time) {
  bool read = value.isDouble();
  const double number = read ? value.toDouble() : value.toString().toDouble(&read);
  const int days = static_cast<int>(number);
  if (!read || number < 0 || number > mostDaysBack || number != days) {
    return wrongDate(QStringLiteral("the number of days has to be whole, from 0 to %1").arg(mostDaysBack));
  }
  const QDate day = time.now.toTimeZone(time.zone).date().addDays(-days);
  InstantRange range = dayRange(day, day, time.zone);
  if (op == Op::InLastDays) range.until = time.now.toMSecsSinceEpoch() + 1;
  return range;
}

}  // namespace

Result<InstantRange> instantRange(Op op, const QJsonArray& values, const EvaluationTime& time) {
  if (op == Op::InLastDays || op == Op::DaysAgo) return daysBack(op, values.at(0), time);
  auto first = valueRange(values.at(0), time.zone);
  if (!first) return first;
  switch (op) {
    case Op::Before:
      return InstantRange{std::nullopt, first->from};
    case Op::After:
      return InstantRange{first->until, std::nullopt};
    case Op::Between: {
      auto second = valueRange(values.at(1), time.zone);
      if (!second) return second;
      if (*second->from < *first->from) std::swap(first, second);
      return InstantRange{first->from, second->until};
    }
    default:
      return first;
  }
}

}  // namespace heliograph::audience
