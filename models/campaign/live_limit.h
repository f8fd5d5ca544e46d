// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

#include "audience/live/live_estimate.h"
#include "campaign/reach_limit.h"
#include "core/result.h"

namespace heliograph::campaign {

/// How many messages leave at most of a campaign to people as they act. Whoever acts first gets it.
struct LiveLimit {
  enum class Kind {
    None,
    PerDay,  ///< whoever comes when the day's are gone gets none
    Total,   ///< the campaign ends when they are gone
  };
  /// What a limit is at least, unless fewer would leave anyway.
  static constexpr int least = ReachLimit::least;
  static constexpr int usual = ReachLimit::usual;
  static constexpr int most = ReachLimit::most;

  Kind kind = Kind::None;
  int messages = 0;  ///< PerDay, Total: from 1 to `most`

  [[nodiscard]] static LiveLimit none() { return {}; }
  [[nodiscard]] static LiveLimit perDay(int messages) { return {Kind::PerDay, messages}; }
  [[nodiscard]] static LiveLimit total(int messages) { return {Kind::Total, messages}; }
  [[nodiscard]] bool limits() const { return kind != Kind::None; }

  bool operator==(const LiveLimit&) const = default;
};

/// The member "live_limit" of a campaign's JSON: {"per_day": 500} or {"total": 5000}; an empty object is no limit.
/// Errors: InvalidInput with the member that is wrong.
[[nodiscard]] Result<LiveLimit> liveLimitFromJson(const QJsonObject& json);
[[nodiscard]] QJsonObject toJson(const LiveLimit& limit);

/// Whether a limit is below `least` though more would leave: on the busiest day that was looked at, or in all of them.
[[nodiscard]] bool isTooSmall(const LiveLimit& limit, const audience::LiveEstimate& wouldLeave);

/// In words: "No limit", "Only 500 a day", "Only 5,000 in total".
[[nodiscard]] QString describe(const LiveLimit& limit);

}  // namespace heliograph::campaign
