// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

#include "schedule/quiet_hours.h"

namespace heliograph::schedule {
namespace {

struct QuietWords {
  Q_DECLARE_TR_FUNCTIONS(QuietHours)
};

const QStringList& dayKeys() {
  static const QStringList keys{QStringLiteral("mon"), QStringLiteral("tue"), QStringLiteral("wed"),
                                QStringLiteral("thu"), QStringLiteral("fri"), QStringLiteral("sat"),
                                QStringLiteral("sun")};
  return keys;
}

QString clockText(int minutes) {
  return QStringLiteral("%1:%2").arg(minutes / 60, 2, 10, QLatin1Char('0')).arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

std::optional<int> minutesOf(const QString& text) {
  static const QRegularExpression form(QStringLiteral("^\\s*(\\d{1,2})(?:[:.](\\d{2}))?\\s*$"));
  const auto match = form.match(text);
  if (!match.hasMatch()) return std::nullopt;
  const int minutes = match.captured(1).toInt() * 60 + match.captured(2).toInt();
  if (match.captured(2).toInt() > 59 || minutes > QuietRange::kDay) return std::nullopt;
  return minutes;
}

QString dayText(const QuietHours::Day& day) {
  QStringList ranges;
  for (const QuietRange& range : day) ranges << describe(range);
  if (ranges.size() < 2) return ranges.join(QString());
  const QString last = ranges.takeLast();
  return QuietWords::tr("%1 and %2").arg(ranges.join(QStringLiteral(", ")), last);
}

QString daysText(int first, int last) {
  if (first == last) return weekdayName(first);
  const QString joined = last == first + 1 ? QuietWords::tr("%1 and %2") : QuietWords::tr("%1 to %2");
  return joined.arg(weekdayName(first), weekdayName(last));
}

Result<QuietRange> rangeFromJson(const QJsonObject& json, const QString& day) {
  const auto from = minutesOf(json.value(u"from").toString());
  const auto to = minutesOf(json.value(u"to").toString());
  if (from && to && *from < QuietRange::kDay) return QuietRange{*from, *to};
  return fail(
      ErrorCode::InvalidInput,
      QStringLiteral("\"quiet_hours\": a stretch of \"%1\" is no {\"from\": \"22:00\", \"to\": \"08:00\"}.").arg(day));
}

}  // namespace

QString weekdayName(int weekday) {
  switch (weekday) {
    case 1:
      return QuietWords::tr("Monday");
    case 2:
      return QuietWords::tr("Tuesday");
    case 3:
      return QuietWords::tr("Wednesday");
    case 4:
      return QuietWords::tr("Thursday");
    case 5:
      return QuietWords::tr("Friday");
    case 6:
      return QuietWords::tr("Saturday");
    default:
      return QuietWords::tr("Sunday");
  }
}

QString describe(const QuietRange& range) {
  if (range.isAllDay()) return QuietWords::tr("all day");
  return QuietWords::tr("%1 to %2").arg(clockText(range.from), clockText(range.to));
}

QString describe(const QuietHours& hours) {
  QStringList parts;
  for (int first = 1; first <= 7;) {
    int last = first;
    while (last < 7 && hours.day(last + 1) == hours.day(first)) ++last;
    const QString words = dayText(hours.day(first));
    if (!words.isEmpty()) {
      const QString days = first == 1 && last == 7 ? QuietWords::tr("every day") : daysText(first, last);
      parts << days + QLatin1Char(' ') + words;
    }
    first = last + 1;
  }
  return parts.isEmpty() ? QuietWords::tr("none") : parts.join(QStringLiteral(", "));
}

QString rangeText(const QuietRange& range) {
  return clockText(range.from) + QLatin1Char('-') + clockText(range.to);
}

Result<QuietRange> rangeFromText(const QString& text) {
  if (text.simplified().compare(QuietWords::tr("all day"), Qt::CaseInsensitive) == 0 ||
      text.simplified().compare(QLatin1String("all day"), Qt::CaseInsensitive) == 0) {
    return QuietRange{};
  }
  static const QRegularExpression between(QStringLiteral("\\s*(?:-|\u2013|\\bto\\b)\\s*"));
  const QStringList ends = text.split(between);
  const auto from = ends.size() == 2 ? minutesOf(ends[0]) : std::nullopt;
  const auto to = ends.size() == 2 ? minutesOf(ends[1]) : std::nullopt;
  if (from && to && *from < QuietRange::kDay && *from != *to) return QuietRange{*from, *to};
  return fail(ErrorCode::InvalidInput,
              QuietWords::tr("“%1” is no stretch of a day. Write it as 22:00-08:00, or “all day”.").arg(text));
}

QJsonObject toJson(const QuietHours& hours) {
  QJsonObject json;
  for (int weekday = 1; weekday <= 7; ++weekday) {
    QJsonArray ranges;
    for (const QuietRange& range : hours.day(weekday)) {
      ranges.append(
          QJsonObject{{QStringLiteral("from"), clockText(range.from)}, {QStringLiteral("to"), clockText(range.to)}});
    }
    if (!ranges.isEmpty()) json.insert(dayKeys().at(weekday - 1), ranges);
  }
  return json;
}

Result<QuietHours> quietHoursFromJson(const QJsonObject& json) {
  QuietHours hours;
  for (auto it = json.begin(); it != json.end(); ++it) {
    const auto place = dayKeys().indexOf(it.key());
    if (place < 0 || !it->isArray()) {
      return fail(ErrorCode::InvalidInput, QStringLiteral("\"quiet_hours\": \"%1\" is no list of a day. Days are %2.")
                                               .arg(it.key(), dayKeys().join(QStringLiteral(", "))));
    }
    QuietHours::Day ranges;
    for (const auto& one : it->toArray()) {
      auto range = rangeFromJson(one.toObject(), it.key());
      if (!range) return fail(range.error());
      ranges.push_back(*range);
    }
    hours.setDay(static_cast<int>(place) + 1, std::move(ranges));
  }
  HELIOGRAPH_TRY(hours.check());
  return hours;
}

}  // namespace heliograph::schedule
