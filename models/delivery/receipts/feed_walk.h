// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "providers/reports/receipt.h"

namespace heliograph::delivery {

/// How far a feed that comes in pages was read. It is kept as the feed's cursor, so that what was begun is finished
/// after a restart, and nothing between two pages is missed.
struct FeedWalk {
  qint64 seen = 0;    ///< the youngest record of the last walk that was finished, in seconds since 1970 by the provider
  qint64 newest = 0;  ///< the youngest of the one under way
  QString page;       ///< the next one to be asked for; empty: the first

  [[nodiscard]] static FeedWalk fromCursor(const QString& cursor);
  [[nodiscard]] QString cursor() const;

  /// Where it goes on after a page. With `newestFirst` what was seen before isn't read again, but for some minutes.
  [[nodiscard]] FeedWalk after(const providers::ReadReports& read, bool newestFirst) const;
  /// From the first page again, as the provider doesn't know this one any more.
  [[nodiscard]] FeedWalk again() const { return {seen, 0, {}}; }

  bool operator==(const FeedWalk&) const = default;
};

}  // namespace heliograph::delivery
