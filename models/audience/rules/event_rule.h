// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QString>
#include <QStringView>
#include <optional>
#include <vector>

#include "audience/rules/property_rule.h"
#include "audience/rules/time_window.h"

namespace heliograph::audience {

/// Who did an event, or didn't. The events looked at are those of the name that lie in the window and meet every
/// condition on their own properties.
struct EventRule {
  enum class Measure { Count, Sum, Average, FirstTime, LastTime };

  QString event;
  bool did = true;  ///< false: there is no such event
  Measure measure = Measure::Count;
  QString property;  ///< Sum, Average: a number of the event; one that is missing counts 0
  SegmentOperator op = SegmentOperator::GreaterOrEqual;  ///< Equals, NotEquals, Greater … Between
  QJsonArray values{1};       ///< what the measure is compared with; unused for FirstTime, LastTime and did == false
  bool includeNever = false;  ///< Count, Sum, Average: whoever has no such event counts as 0, else isn't meant
  TimeWindow within;          ///< FirstTime, LastTime: the first or last of all such events ever lies in it
  std::vector<SegmentRule> where;  ///< on the event's own properties, all of them

  bool operator==(const EventRule&) const = default;
};

/// Who did several events with one and the same value: there is a value that all events they did share in the given
/// property and that no event they didn't do has. Texts are compared without case.
struct SameValueRule {
  struct Event {
    QString event;
    QString property;
    bool did = true;  ///< at least one has to be
    TimeWindow within;
    std::vector<SegmentRule> where;

    bool operator==(const Event&) const = default;
  };
  std::vector<Event> events;

  bool operator==(const SameValueRule&) const = default;
};

/// Stable names in JSON: 'count', 'sum', 'average', 'first_time', 'last_time'.
[[nodiscard]] QString measureName(EventRule::Measure measure);
/// The measure of that name, if there is one.
[[nodiscard]] std::optional<EventRule::Measure> measureFromName(QStringView name);
/// True if the measure is a number that is compared with values: count, sum and average of events somebody did.
[[nodiscard]] bool comparesMeasure(const EventRule& rule);
/// The operators such a measure is compared with, in the order of a menu.
[[nodiscard]] const std::vector<SegmentOperator>& measureOperators();
/// True for one of them.
[[nodiscard]] bool measureSuits(SegmentOperator op);

}  // namespace heliograph::audience
