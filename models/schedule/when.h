// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
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

/// Once, at a wall time of one zone.
struct Once {
  LocalTime at;

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

/// A due time later than this is missed: it is held for a person and never sent by itself.
inline constexpr qint64 kMissedAfterSeconds = 15 * 60;
[[nodiscard]] bool isMissed(const QDateTime& due, const QDateTime& now);

/// In words: "Not chosen", "As soon as it is published", "Thu 26 Nov 2026 18:00, Europe/Berlin".
[[nodiscard]] QString describe(const When& when);

/// {"kind":"none"|"on_publish"} or {"kind":"once","date":"2026-11-26","time":"18:00","zone":"Europe/Berlin"}.
[[nodiscard]] QJsonObject toJson(const When& when);

/// The reverse of toJson(). Errors: InvalidInput, naming the member that can't be used.
[[nodiscard]] Result<When> whenFromJson(const QJsonObject& json);

}  // namespace heliograph::schedule
