// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

#include "core/clock.h"
#include "core/ids.h"
#include "core/result.h"
#include "delivery/outbox/run.h"
#include "providers/answer/send_verdict.h"
#include "storage/database.h"

namespace heliograph::delivery {

/// A message that a provider keeps and is to be asked not to send.
struct HeldMessage {
  OutboxId row;
  int tries = 0;        ///< of sending it: fences off what belongs to an earlier one
  ProviderId provider;  ///< none: it was removed
  QString messageId;    ///< the provider's; empty: it gave none
  QString clientId;
  bool wasAskedBefore = false;  ///< to take it back, and nobody heard what became of that
};

/// What there is to be taken back.
struct ToTakeBack {
  qint64 messages = 0;    ///< kept, and to be taken back
  qint64 unanswered = 0;  ///< of those: asked as often as makes sense, without a clear answer
};

/// The SQL of messages that providers keep until their time. Whether one is to be taken back is written down by
/// triggers of the workspace, whatever program stops a run or unsubscribes a person.
class HeldMessages final {
 public:
  HeldMessages(const storage::Database& database, const Clock& clock) : m_database(database), m_clock(clock) {}

  /// Those whose time has come count as sent from then on; as unclear if the provider was asked to take them back and
  /// never said that it did. Gives how many there were.
  [[nodiscard]] Result<qint64> letPass() const;
  /// Whether the provider is to be asked about some now.
  [[nodiscard]] Result<bool> hasToTakeBack() const;
  /// Up to `most` that the provider is to be asked to take back now, each noted as asked before the request can leave.
  [[nodiscard]] Result<std::vector<HeldMessage>> takeForTakingBack(int most) const;
  /// Writes down what the provider said. One that is taken back is left out, or waits again if its run is only paused.
  [[nodiscard]] Result<> settle(const HeldMessage& message, const providers::CancelVerdict& verdict) const;
  /// Nobody can be asked about this one: it stays unclear.
  [[nodiscard]] Result<> leaveUnclear(const HeldMessage& message) const;
  /// What of a run is to be taken back.
  [[nodiscard]] Result<ToTakeBack> toTakeBack(RunId run) const;
  /// Whether somebody of a run is still to be sent to.
  [[nodiscard]] Result<bool> hasRest(RunId run) const;
  /// A provider keeps no more of a run's messages until its time, whatever its definition says: nothing more is handed
  /// over. Inside a Transaction.
  [[nodiscard]] Result<> keepNoMore(RunId run) const;
  /// Of a run whose providers can't keep more in time: what is left waits for its time, and is sent by this program
  /// then. False while something is on its way, or nothing is left.
  [[nodiscard]] Result<bool> keepRestHere(const Run& run) const;

 private:
  [[nodiscard]] Result<> askAgain(const HeldMessage& message, const providers::CancelVerdict& verdict) const;

  const storage::Database& m_database;
  const Clock& m_clock;
};

}  // namespace heliograph::delivery
