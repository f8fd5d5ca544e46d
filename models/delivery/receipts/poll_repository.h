// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <vector>

#include "core/ids.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::delivery {

/// A message about which its provider is to be asked.
struct UnheardRow {
  OutboxId row;
  QString messageId;
  QString clientId;
  QDateTime acceptedAt;
};

/// How far a provider was asked for what it gives out in order.
struct FeedPlace {
  QString cursor;
  QDateTime askedAt;  ///< invalid: never
  int quiet = 0;
};

/// The SQL of asking providers for receipts and replies.
class PollRepository final {
 public:
  explicit PollRepository(const storage::Database& database) : m_database(database) {}

  /// Up to `limit` messages of the provider that are due to be asked about at `now`: one, five and fifteen minutes
  /// after they were taken, and so on for three days; the youngest first.
  [[nodiscard]] Result<std::vector<UnheardRow>> due(ProviderId provider, const QDateTime& now, int limit) const;
  /// They were asked about at `now`.
  [[nodiscard]] Result<> markAsked(const std::vector<UnheardRow>& rows, const QDateTime& now) const;
  /// Whether it took a message since then of which nothing final is known.
  [[nodiscard]] Result<bool> hasUnheard(ProviderId provider, const QDateTime& since) const;

  [[nodiscard]] Result<FeedPlace> place(ProviderId provider, const QString& kind) const;
  [[nodiscard]] Result<> setPlace(ProviderId provider, const QString& kind, const FeedPlace& place) const;

 private:
  const storage::Database& m_database;
};

}  // namespace heliograph::delivery
