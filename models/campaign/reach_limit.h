// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

#include "core/result.h"

namespace heliograph::campaign {

/// How many of the people who can be sent to get the message at most. Who they are is drawn by lot.
struct ReachLimit {
  enum class Kind {
    Everybody,  ///< no limit
    Only,       ///< `people` of them
    Codes,      ///< as many as the coupon pool `pool` has codes to give when the campaign is published
  };
  /// What a limit is at least, unless fewer can be sent to anyway.
  static constexpr int least = 100;
  static constexpr int usual = 1'000;
  static constexpr int most = 10'000'000;

  Kind kind = Kind::Everybody;
  int people = 0;  ///< Only: from 1 to `most`
  QString pool;    ///< Codes

  [[nodiscard]] static ReachLimit everybody() { return {}; }
  [[nodiscard]] static ReachLimit only(int people) { return {Kind::Only, people, {}}; }
  [[nodiscard]] static ReachLimit codesOf(const QString& pool) { return {Kind::Codes, 0, pool}; }
  [[nodiscard]] bool limits() const { return kind != Kind::Everybody; }

  bool operator==(const ReachLimit&) const = default;
};

/// The member "reach" of a campaign's JSON: {"only": 500} or {"codes_of": "Spring"}; an empty object is no limit.
/// Errors: InvalidInput with the member that is wrong.
[[nodiscard]] Result<ReachLimit> reachLimitFromJson(const QJsonObject& json);
[[nodiscard]] QJsonObject toJson(const ReachLimit& limit);

/// In words: "Everybody", "Only 500, drawn by lot", "As many as “Spring” has codes, drawn by lot".
[[nodiscard]] QString describe(const ReachLimit& limit);

}  // namespace heliograph::campaign
