// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <vector>

#include "core/clock.h"
#include "core/ids.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::delivery {

/// Somebody's answer as it is shown.
struct ReplyRow {
  qint64 id = 0;
  QString identity;  ///< of the person; empty: nobody here has the number
  QString name;      ///< of the person, or the number
  QString address;
  QString text;
  QString meaning;  ///< "stop", "start" or empty
  QDateTime at;
  bool isRead = false;
  bool isUnsubscribed = false;  ///< the person gets no messages now
  CampaignId campaign;          ///< whose message it answers, as far as can be told
  QString campaignName;

  bool operator==(const ReplyRow&) const = default;
};

/// What people answered.
class ReplyRepository final {
 public:
  ReplyRepository(const storage::Database& database, const Clock& clock) : m_database(database), m_clock(clock) {}

  /// The latest first, at most `limit`; with `search` only those that hold it in the text, the name or the campaign's
  /// name, or in the number however it is spaced.
  [[nodiscard]] Result<std::vector<ReplyRow>> list(bool onlyUnread, int limit, const QString& search = {}) const;
  [[nodiscard]] Result<qint64> unreadCount() const;
  [[nodiscard]] Result<> markRead(const std::vector<qint64>& replies, bool read) const;
  /// Marks all of them, whatever is listed.
  [[nodiscard]] Result<> markAllRead() const;

  /// Who sent it is not texted any more, or is again. Errors: NotFound.
  [[nodiscard]] Result<> unsubscribe(const ReplyRow& reply) const;
  [[nodiscard]] Result<> resubscribe(const ReplyRow& reply) const;

 private:
  [[nodiscard]] Result<std::vector<ReplyRow>> read(bool onlyUnread, int limit) const;
  [[nodiscard]] Result<> complete(ReplyRow& reply, ProfileId person) const;

  const storage::Database& m_database;
  const Clock& m_clock;
};

}  // namespace heliograph::delivery
