// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <vector>

#include "core/ids.h"
#include "core/result.h"
#include "delivery/outbox/row_state.h"
#include "storage/database.h"

namespace heliograph::reports {

/// What one campaign meant for one person.
struct PersonMessage {
  OutboxId id;
  CampaignId campaign;
  QString campaignName;
  delivery::RowState state = delivery::RowState::Pending;
  QString reason;      ///< stable code
  QString reasonText;  ///< the sentence for it
  QString provider;    ///< name of the last one tried
  int parts = 0;
  QString text;  ///< empty: none was made
  QDateTime at;  ///< when this became of it

  bool operator==(const PersonMessage&) const = default;
};

/// A page of somebody's messages, the newest first: those before `before`, or from the first one on. Any thread.
[[nodiscard]] Result<std::vector<PersonMessage>> readPersonMessages(const storage::Database& database, ProfileId person,
                                                                    OutboxId before, int limit);

}  // namespace heliograph::reports
