// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <functional>
#include <optional>
#include <vector>

#include "core/result.h"
#include "reports/recipient.h"
#include "reports/run_report.h"
#include "storage/database.h"

namespace heliograph::reports {

/// The states of those whose message has still to leave or is leaving.
inline const QList<delivery::RowState> waitingStates{delivery::RowState::Pending, delivery::RowState::Claimed,
                                                     delivery::RowState::Sending, delivery::RowState::Held};

/// Which recipients are meant, a page at a time.
struct RecipientQuery {
  CampaignId campaign;               ///< all its runs, or
  RunId run;                         ///< one of them
  QList<delivery::RowState> states;  ///< none: any
  std::optional<QString> reason;
  std::optional<QString> delivery = {};  ///< "delivered", "failed", "sent"; empty: nothing was said yet
  std::optional<int> deliveryCode = {};  ///< category of a failure
  QString search;                        ///< in identity or address
  bool seeds = false;                    ///< the colleagues of the seed list, too
  OutboxId after;                        ///< rows behind this one only
  int limit = 200;

  bool operator==(const RecipientQuery&) const = default;
  /// Whether it leaves anybody of the campaign or run out.
  [[nodiscard]] bool isFiltered() const { return !states.isEmpty() || reason || delivery || !search.isEmpty(); }
};

/// Reads reports out of a workspace. Any thread.
class ReportRepository final {
 public:
  explicit ReportRepository(const storage::Database& database) : m_database(database) {}

  /// One report a run of the campaign, in order of their due times. One consistent look.
  [[nodiscard]] Result<std::vector<RunReport>> ofCampaign(CampaignId campaign) const;
  /// Errors: NotFound.
  [[nodiscard]] Result<RunReport> ofRun(RunId run) const;

  /// A page of recipients, in order of their rows.
  [[nodiscard]] Result<std::vector<Recipient>> recipients(const RecipientQuery& query) const;
  /// How many the query means, whatever `after` and `limit`.
  [[nodiscard]] Result<qint64> count(const RecipientQuery& query) const;
  /// Every recipient of the query whatever `limit`, one after another with constant memory; ends early if `each` gives
  /// an error.
  [[nodiscard]] Result<> stream(RecipientQuery query, const std::function<Result<>(const Recipient&)>& each) const;

 private:
  const storage::Database& m_database;
};

}  // namespace heliograph::reports
