// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <optional>
#include <variant>
#include <vector>

#include "core/result.h"
#include "schedule/local_time.h"

namespace heliograph::schedule {

/// Nothing chosen yet.
struct NotChosen {
  bool operator==(const NotChosen&) const = default;
};

/// As soon as the campaign is published.
struct OnPublish {
  bool operator==(const OnPublish&) const = default;
};

/// What becomes of a time at which nothing was running to keep it. Up to a minute late is on time for all of them.
enum class WhenLate {
  Ask,                    ///< up to 15 minutes late it is sent; later it is held until a person decides
  SendIfWithin15Minutes,  ///< up to 15 minutes late it is sent; later it is skipped
  Skip,                   ///< more than a minute late it is skipped
};

/// Once, at a wall time of one zone.
struct Once {
  LocalTime at;
  WhenLate late = WhenLate::Ask;
  bool heldByProvider = false;  ///< the provider gets the messages at once and keeps them until then

  bool operator==(const Once&) const = default;
};

/// When a campaign goes out. A further kind is one more struct here, and one more branch in each function below.
using When = std::variant<NotChosen, OnPublish, Once>;

[[nodiscard]] inline bool isChosen(const When& when) {
  return !std::holds_alternative<NotChosen>(when);
}

/// The instants (UTC, ascending) at which a campaign published at `publishedAt` is due. Errors: InvalidInput when
/// nothing is chosen or a wall time can't be resolved.
[[nodiscard]] Result<std::vector<QDateTime>> dueTimes(const When& when, const QDateTime& publishedAt);

/// A due time later than this is missed: what is sent by itself then depends on WhenLate.
inline constexpr qint64 kMissedAfterSeconds = 15 * 60;
/// Nothing starts to the second; up to here a time was kept.
inline constexpr qint64 kOnTimeSeconds = 60;
[[nodiscard]] bool isMissed(const QDateTime& due, const QDateTime& now);

/// What is to be done at `now` with a time that is due.
enum class Departure { Send, Hold, Skip };
[[nodiscard]] Departure departureAt(const QDateTime& due, const QDateTime& now, WhenLate late);

/// Whether the provider is to keep the messages until their time.
[[nodiscard]] bool isHeldByProvider(const When& when);

/// What `when` says about being late; Ask for kinds that have no say in it.
[[nodiscard]] WhenLate whenLateOf(const When& when);

/// Stable name as in JSON: "ask", "send_within_15_minutes", "skip".
[[nodiscard]] QString whenLateName(WhenLate late);
/// The reverse; nothing for a name that is none.
[[nodiscard]] std::optional<WhenLate> whenLateFromName(const QString& name);

/// In words: "Not chosen", "As soon as it is published", "Thu 26 Nov 2026 18:00, Europe/Berlin".
[[nodiscard]] QString describe(const When& when);

/// {"kind":"none"|"on_publish"} or {"kind":"once","date":"2026-11-26","time":"18:00","zone":"Europe/Berlin",
/// "late":"skip","held_by_provider":true}; "late" is left out for Ask, "held_by_provider" for false.
[[nodiscard]] QJsonObject toJson(const When& when);

/// The reverse of toJson(). Errors: InvalidInput, naming the member that can't be used.
[[nodiscard]] Result<When> whenFromJson(const QJsonObject& json);

}  // namespace heliograph::schedule
