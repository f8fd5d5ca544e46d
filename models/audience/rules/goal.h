// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <vector>

#include "audience/rules/property_rule.h"
#include "audience/rules/time_window.h"
#include "core/result.h"

namespace heliograph::audience {

/// What a campaign is meant to bring about: somebody converts who does an event within some time after their message
/// was accepted. The end of that time belongs to it.
struct Goal {
  static constexpr qint64 shortest = 60'000;                         ///< a minute, in milliseconds
  static constexpr qint64 longest = 5LL * 30 * 24 * 60 * 60 * 1000;  ///< 5 months

  QString event;
  std::vector<SegmentRule> where;  ///< on the event's own properties, all of them
  int count = 3;
  TimeUnit unit = TimeUnit::Days;  ///< up to months, of 30 days each
  QString revenue;                 ///< a number of the event, added up over all such events; empty: none

  bool operator==(const Goal&) const = default;

  /// The time in milliseconds.
  [[nodiscard]] qint64 window() const;
};

/// The most of a unit that a goal's time may have.
[[nodiscard]] int mostOf(TimeUnit unit);

/// `{"event":"Charged","within":{"count":3,"unit":"days"},"where":[…],"revenue":"Amount"}`.
[[nodiscard]] QJsonObject toJson(const Goal& goal);
/// The goal of such an object. Errors: InvalidInput with the member that is wrong.
[[nodiscard]] Result<Goal> goalFromJson(const QJsonObject& json);

/// In words: "People who did Charged where Amount is greater than 1000, within 3 days; revenue: Amount".
[[nodiscard]] QString describe(const Goal& goal);

}  // namespace heliograph::audience
