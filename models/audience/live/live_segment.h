// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QTime>
#include <variant>
#include <vector>

#include "audience/rules/property_rule.h"
#include "audience/rules/time_window.h"
#include "audience/segment.h"
#include "core/result.h"

namespace heliograph::audience {

/// Something people do, narrowed by conditions on its own properties.
struct LiveEvent {
  QString event;                   ///< empty: not chosen yet
  std::vector<SegmentRule> where;  ///< all of them

  bool operator==(const LiveEvent&) const = default;
};

/// As soon as somebody does something.
struct SingleAction {
  LiveEvent action;
  bool firstTime = false;  ///< only the first such event of each person ever

  bool operator==(const SingleAction&) const = default;
};

/// So long after somebody did something, unless they did something else in between. The wait begins with an event;
/// another one like it while the wait runs begins none. What they must not do counts from behind that instant up to
/// the end of the wait, and ends it.
struct Inaction {
  LiveEvent did;
  LiveEvent didNot;
  int count = 2;
  TimeUnit unit = TimeUnit::Hours;  ///< minutes to weeks

  bool operator==(const Inaction&) const = default;

  /// The wait in milliseconds.
  [[nodiscard]] qint64 wait() const;
};

/// On the day of a date, or so long before or after it.
struct OnADate {
  enum class Side { Before, On, After };

  LiveEvent of;      ///< the event whose property the date is; no name: a property of the person
  QString property;  ///< of type date; empty: not chosen yet
  Side side = Side::On;
  int count = 1;                   ///< Before, After
  TimeUnit unit = TimeUnit::Days;  ///< Before, After: minutes to weeks
  bool everyYear = false;          ///< whole days: also on the same day of later years (29 February: else the 28th)
  QTime at{10, 0};                 ///< whole days: the wall time
  QByteArray zone;                 ///< whole days: IANA name; empty: the zone of whoever asks

  bool operator==(const OnADate&) const = default;

  [[nodiscard]] bool isOfPerson() const { return of.event.isEmpty(); }
  /// Days are counted, and it happens at a wall time; else it is so many minutes or hours from the very instant.
  [[nodiscard]] bool countsDays() const;
  /// Whole days: from the date to the day it happens on; negative before it.
  [[nodiscard]] int days() const;
  /// Else the milliseconds likewise.
  [[nodiscard]] qint64 milliseconds() const;
};

/// People as they act: what makes a message leave, and who they have to be. A value; its JSON form is
/// resources/schemas/live_segment.schema.json.
struct LiveSegment {
  std::variant<SingleAction, Inaction, OnADate> trigger;
  Segment filter;  ///< what else has to be so of the person at that moment; everybody: nothing

  bool operator==(const LiveSegment&) const = default;
};

/// `{"single_action":{…}}`, `{"inaction":{…}}` or `{"on_date":{…}}`, with `"filter"` if there is one.
[[nodiscard]] QJsonObject toJson(const LiveSegment& live);
/// The live segment of such an object; what isn't chosen yet may be empty. InvalidInput says what is wrong and where.
[[nodiscard]] Result<LiveSegment> liveSegmentFromJson(const QJsonObject& json);

/// Whether everything is chosen that has to be. InvalidInput says what is missing.
[[nodiscard]] Result<> checkLive(const LiveSegment& live);

/// The event that makes the message leave, whose properties the message may read; nothing where it is a date of the
/// person. Its name may not be chosen yet.
[[nodiscard]] const LiveEvent* triggerOf(const LiveSegment& live);
/// Whether the message leaves so long after its event that the event's values aren't used: a wait of more than a day
/// for something that isn't done.
[[nodiscard]] bool outlivesEvent(const LiveSegment& live);

/// In a sentence: "As soon as somebody does Charged where Amount is greater than 1000, only people whose city is Pune".
[[nodiscard]] QString describe(const LiveSegment& live);

}  // namespace heliograph::audience
