// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QString>
#include <optional>

#include "core/ids.h"
#include "delivery/outbox/row_state.h"

namespace heliograph::reports {

/// One person of a run, as the report shows them.
struct Recipient {
  OutboxId id;
  RunId run;
  QString identity;  ///< empty: the person was deleted
  QString address;   ///< empty likewise
  delivery::RowState state = delivery::RowState::Pending;
  QString reason;                 ///< stable code
  QString reasonText;             ///< the sentence for it
  QString provider;               ///< name of the last one tried
  QString messageId;              ///< the provider's
  QString answer;                 ///< the provider's code and words at the last try
  std::optional<int> copyNumber;  ///< which copy, from 0; none: not decided
  QString copy;                   ///< what that copy is called; empty: none, or a single message
  QString encoding;
  int parts = 0;
  int tries = 0;
  QString message;      ///< the text they got or would get; empty: none was made, or the person was deleted
  bool isSeed = false;  ///< a colleague of the seed list
  QDateTime firstTriedAt;
  QDateTime updatedAt;
  QString delivery;       ///< what the provider said afterwards: "delivered", "failed", "sent"; empty: nothing
  int deliveryCode = 0;   ///< of a failure: 900 to 920
  QString deliveryWords;  ///< the provider's code and words
  QDateTime deliveredAt;  ///< when it was delivered, or failed

  bool operator==(const Recipient&) const = default;
};

[[nodiscard]] QJsonObject toJson(const Recipient& recipient);

}  // namespace heliograph::reports
