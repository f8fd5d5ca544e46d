// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <chrono>
#include <vector>

#include "core/ids.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::delivery {

/// Which unclear rows are meant.
struct UnclearSelection {
  CampaignId campaign;
  RunId run;         ///< 0: all runs of the campaign
  QString identity;  ///< empty: everybody
};

/// An unclear row and its last try.
struct UnclearRow {
  OutboxId row;
  int tries = 0;
  ProviderId provider;  ///< none: the provider was removed
  QString clientId;
  QString messageId;  ///< the provider's, if it gave one
  QString address;    ///< empty if the person was deleted since
  QString text;
  QDateTime startedAt;  ///< when the try began
};

/// The SQL of settling rows of which nobody knows whether they arrived.
class UnclearRepository final {
 public:
  explicit UnclearRepository(const storage::Database& database) : m_database(database) {}

  /// The rows meant.
  [[nodiscard]] Result<std::vector<UnclearRow>> list(const UnclearSelection& selection) const;
  /// Up to `limit` rows about which nobody was asked by itself yet, unclear for at least `since`; none of those of
  /// these providers.
  [[nodiscard]] Result<std::vector<UnclearRow>> unasked(std::chrono::milliseconds since, int limit,
                                                        const std::vector<ProviderId>& notOf = {}) const;
  /// Whether there are such rows, however fresh.
  [[nodiscard]] Result<bool> hasUnasked(const std::vector<ProviderId>& notOf = {}) const;
  /// The provider was asked about this one, or can't be.
  [[nodiscard]] Result<> markAsked(const UnclearRow& row) const;
  /// They were sent. Gives how many rows that settled.
  [[nodiscard]] Result<int> settleSent(const UnclearSelection& selection) const;
  /// They were not: they are sent again, and their runs go on. Of a stopped run they become skipped.
  [[nodiscard]] Result<int> settleNotSent(const UnclearSelection& selection) const;
  /// Whether the provider gave this id to another message of ours: then it can't be this one.
  [[nodiscard]] Result<bool> isOfAnother(const UnclearRow& row, const QString& messageId) const;
  /// The provider has this one; false if the row was settled otherwise meanwhile.
  [[nodiscard]] Result<bool> settleFound(const UnclearRow& row, const QString& messageId) const;

 private:
  const storage::Database& m_database;
};

}  // namespace heliograph::delivery
