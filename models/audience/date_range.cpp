// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/date_range.h"

#include <cmath>
#include <utility>

#include "audience/rules/time_window.h"

namespace heliograph::audience {
namespace {

using Op = SegmentOperator;

tl::unexpected<Error> wrongDate(const QString& what) {
  return fail(ErrorCode::InvalidInput, what);
}

InstantRange wholeDay(const QDate& day, const QTimeZone& zone) {
  return {day.startOfDay(zone).toMSecsSinceEpoch(), day.addDays(1).startOfDay(zone).toMSecsSinceEpoch()};
}

/// A number and a unit of time.
Result<InstantRange> countedRange(Op op, const QJsonArray& values, const EvaluationTime& time) {
  bool read = values.at(0).isDouble();
  const double number = read ? values.at(0).toDouble() : values.at(0).toString().toDouble(&read);
  const auto unit = timeUnitFromName(values.at(1).toString());
  if (!unit) return wrongDate(QStringLiteral("“%1” is no unit of time; write days").arg(values.at(1).toString()));
  const int count = read && std::abs(number) < 1e9 ? static_cast<int>(number) : -1;
  if (number != count) return wrongDate(QStringLiteral("the number of %1 has to be whole").arg(timeUnitName(*unit)));
  if (op == Op::InNext) return rangeInNext(count, *unit, time);
  const auto kind = op == Op::Ago ? TimeWindow::Kind::ExactlyAgo : TimeWindow::Kind::InLast;
  return instantRange(TimeWindow{kind, count, *unit, {}, {}}, time);
}

}  // namespace

Result<InstantRange> instantRange(Op op, const QJsonArray& values, const EvaluationTime& time) {
  if (countsTime(op)) return countedRange(op, values, time);
  auto first = instantRange(values.at(0).toString(), time.zone);
  if (!first) return first;
  switch (op) {
    case Op::Before:
      return InstantRange{std::nullopt, first->from};
    case Op::After:
      return InstantRange{first->until, std::nullopt};
    case Op::Between: {
      auto second = instantRange(values.at(1).toString(), time.zone);
      if (!second) return second;
      if (*second->from < *first->from) std::swap(first, second);
      return InstantRange{first->from, second->until};
    }
    default:
      return first;
  }
}

Result<InstantRange> instantRange(const QString& written, const QTimeZone& zone) {
  const QString text = written.trimmed();
  if (const QDate day = QDate::fromString(text, Qt::ISODate); day.isValid() && text.size() <= 10) {
    return wholeDay(day, zone);
  }
  QDateTime instant = QDateTime::fromString(text, Qt::ISODateWithMs);
  if (!instant.isValid()) {
    return wrongDate(QStringLiteral("“%1” is no date; write it like 2026-11-30 or 2026-11-30T18:00").arg(text));
  }
  if (instant.timeSpec() == Qt::LocalTime) instant = QDateTime(instant.date(), instant.time(), zone);
  const qint64 milliseconds = instant.toMSecsSinceEpoch();
  return InstantRange{milliseconds, milliseconds + 1};
}

}  // namespace heliograph::audience
