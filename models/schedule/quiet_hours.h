// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <array>
#include <optional>
#include <vector>

#include "core/result.h"

namespace heliograph::schedule {

/// From one time of a day to another, in minutes since midnight. One that ends before it begins, ends on the
/// next day.
struct QuietRange {
  static constexpr int kDay = 24 * 60;

  int from = 0;   ///< 0 to kDay - 1
  int to = kDay;  ///< 1 to kDay: midnight at the end of the day

  [[nodiscard]] bool isAllDay() const { return from == 0 && to == kDay; }
  [[nodiscard]] bool isOverMidnight() const { return to < from; }
  bool operator==(const QuietRange&) const = default;
};

/// A stretch of time; `end` doesn't belong to it.
struct QuietSpan {
  QDateTime begin;
  QDateTime end;

  bool operator==(const QuietSpan&) const = default;
};

/// The hours of a week in which nobody is texted, by the clocks of the place where a person is. A range belongs to the
/// day on which it begins.
class QuietHours final {
 public:
  static constexpr int mostRanges = 6;  ///< a day

  using Day = std::vector<QuietRange>;

  /// None at all.
  QuietHours() = default;
  /// 21:00 to 08:00 each day: what the law of several countries asks for at the least.
  [[nodiscard]] static QuietHours usual();

  /// 1 Monday to 7 Sunday.
  [[nodiscard]] const Day& day(int weekday) const { return m_days.at(static_cast<std::size_t>(weekday - 1)); }
  void setDay(int weekday, Day ranges);
  /// Gives all days the hours of one.
  void copyToAllDays(int weekday);

  [[nodiscard]] bool isEmpty() const;
  /// No minute of the week is left.
  [[nodiscard]] bool isAlways() const;
  /// Whether they can be used. Errors: InvalidInput for times that are none, a range that ends where it begins, too
  /// many a day, or when no minute of the week is left.
  [[nodiscard]] Result<> check() const;

  /// Whether an instant is quiet by the clocks of a zone, which must be known. What the clocks skip or show twice is
  /// quiet if either reading is.
  [[nodiscard]] bool isQuiet(const QDateTime& at, const QByteArray& zone) const;
  /// When the quiet that `at` lies in is over (UTC); nothing if it isn't quiet then.
  [[nodiscard]] std::optional<QDateTime> quietUntil(const QDateTime& at, const QByteArray& zone) const;
  /// When it next begins or ends after `at`; nothing within the next eight days.
  [[nodiscard]] std::optional<QDateTime> nextChange(const QDateTime& at, const QByteArray& zone) const;
  /// The quiet stretches between two instants, cut to them, in order.
  [[nodiscard]] std::vector<QuietSpan> spans(const QDateTime& from, const QDateTime& until,
                                             const QByteArray& zone) const;

  bool operator==(const QuietHours&) const = default;

 private:
  std::array<Day, 7> m_days;
};

/// "22:00 to 08:00", "all day".
[[nodiscard]] QString describe(const QuietRange& range);
/// In words: "every day 22:00 to 08:00", "Monday to Saturday 22:00 to 08:00, Sunday all day"; "none".
[[nodiscard]] QString describe(const QuietHours& hours);
/// "Monday", from 1.
[[nodiscard]] QString weekdayName(int weekday);
/// "22:00-08:00", "00:00-24:00", as it is typed.
[[nodiscard]] QString rangeText(const QuietRange& range);
/// The reverse: "22:00-08:00", "22-8", "22:00 to 08:00", "all day". Errors: InvalidInput with what is wanted.
[[nodiscard]] Result<QuietRange> rangeFromText(const QString& text);

/// {"mon": [{"from": "22:00", "to": "08:00"}], …}; days without hours are left out, midnight at the end is "24:00".
[[nodiscard]] QJsonObject toJson(const QuietHours& hours);
/// The reverse. Errors: InvalidInput with the member that is wrong; see check().
[[nodiscard]] Result<QuietHours> quietHoursFromJson(const QJsonObject& json);

}  // namespace heliograph::schedule
