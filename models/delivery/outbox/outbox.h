// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <chrono>
#include <memory>
#include <optional>
#include <vector>

#include "core/ids.h"
#include "core/result.h"
#include "delivery/outbox/row_state.h"
#include "delivery/outbox/try_result.h"
#include "library/linked_content.h"
#include "message/made_fields.h"
#include "storage/database.h"

namespace heliograph::delivery {

struct LeavingLimits;
struct RowTaker;

/// Which rows somebody wants to send.
struct Claim {
  RunId run;
  QString owner;                         ///< who: a random id of each courier
  ProviderId provider;                   ///< only rows that this provider hasn't turned away
  std::vector<ProviderId> turnedAwayBy;  ///< and only those that all of these have
  int limit = 0;
  std::chrono::milliseconds lease{0};
  std::optional<QString> country = {};  ///< only numbers of this country; an empty one: of none that is known
};

/// A row that is ours until its lease ends.
struct ClaimedRow {
  OutboxId id;
  RunId run;
  ProfileId profile;  ///< none: the person was deleted
  QString address;    ///< empty likewise
  QString text;       ///< of an earlier try; empty: to be made
  QString encoding;
  int parts = 0;
  int tries = 0;
  int copy = 0;                                       ///< which of the message's copies
  bool isSeed = false;                                ///< a colleague of the seed list
  std::shared_ptr<const library::LinkedRoot> linked;  ///< what was asked for their text; none if it reads nothing
  QString linkedFailure;                              ///< why there is none: a code of library::linked_failure
  QString country;                                    ///< ISO 3166, of the address; empty: not known
  std::shared_ptr<const message::MadeFields> fields;  ///< made with the text; none: the text alone
  bool isAlone = false;                               ///< shares no request: one it shared was refused
};

/// A row about to leave.
struct Departure {
  ClaimedRow row;  ///< with its text
  ProviderId provider;
  QString clientId;
  QDateTime sendAt = {};  ///< the provider keeps it until then; invalid: it sends at once
};

/// The try that a departure has become.
struct Try {
  AttemptId attempt;
  int number = 0;  ///< of the row's tries, from 1; fences off everybody who holds an older one
};

/// The rows of all runs as a queue that several programs share. Every function is to be called inside a Transaction, so
/// that a batch is one commit; what it says has happened only once that is committed.
///
///     pending -> claimed (owner, expiry) -> sending (before the first byte) -> accepted | refused | in doubt | pending
///                                           or, if the provider is to send it later:  held -> accepted (HeldMessages)
///
/// A row is marked as `sending` only by who holds it, while the lease lasts and the run is running: a program that
/// slept past its lease finds nothing to send. From then on the number of the try is the fence: a result is taken if
/// the row's last try is the one it belongs to, whatever became of the lease meanwhile.
class Outbox final {
 public:
  explicit Outbox(const storage::Database& database) : m_database(database) {}

  /// Picks pending rows of a running run whose waiting time is over and who don't wait for the end of quiet hours: the
  /// colleagues of the seed list at once, of the others those that were never tried first, in a run with a first batch
  /// by lot and never more than the batch has room for. Of an A/B test only who is in it, until it has a winner; from
  /// then on the others have the copy that won.
  [[nodiscard]] Result<std::vector<ClaimedRow>> claim(const Claim& claim) const;
  /// The countries of pending rows, whether their waiting time is over or not; the empty one for numbers of none that
  /// is known.
  [[nodiscard]] Result<std::vector<QString>> pendingCountries(RunId run) const;
  /// Marks rows as leaving and writes their tries down. Nothing for a row that isn't the owner's any more, whose run
  /// isn't running, or whose person was deleted: it must not be sent.
  [[nodiscard]] Result<std::vector<std::optional<Try>>> depart(const std::vector<Departure>& departures,
                                                               const QString& owner,
                                                               std::chrono::milliseconds lease) const;
  /// Lets a claimed row wait until the quiet hours of its person are over.
  [[nodiscard]] Result<> letWait(OutboxId row, const QDateTime& until, const QString& owner) const;
  /// Ends the waiting of up to `most` rows whose quiet hours are over at `now`.
  [[nodiscard]] Result<> wakeQuiet(RunId run, const QDateTime& now, int most) const;
  /// Ends it for all, as the quiet hours aren't what they were.
  [[nodiscard]] Result<> wakeAllQuiet(RunId run) const;
  /// Gives claimed rows back.
  [[nodiscard]] Result<> giveBack(const std::vector<OutboxId>& rows, const QString& owner) const;
  /// Leaves a claimed row's person out after all.
  [[nodiscard]] Result<> skip(OutboxId row, const QString& reason, const QString& owner) const;
  /// Writes down what became of tries. An acceptance always counts for the row's last try, even if the row was taken
  /// for unclear in between; anything else only while nobody has decided otherwise.
  [[nodiscard]] Result<> record(const std::vector<TryResult>& results) const;
  /// The providers that have turned a row away for good.
  [[nodiscard]] Result<std::vector<ProviderId>> turnedAwayBy(OutboxId row) const;
  /// Whether a row of the run waits that this provider may take, now or later: one that it hasn't turned away and that
  /// may leave before a person is asked; with `country`, of that country.
  [[nodiscard]] Result<bool> canTake(RunId run, ProviderId provider, const std::optional<QString>& country) const;
  /// Whether somebody holds a row of the run.
  [[nodiscard]] Result<bool> isUnderWay(RunId run) const;
  /// Whether a lease has ended; needs no Transaction.
  [[nodiscard]] Result<bool> hasExpired() const;
  /// Rows of ended programs: claimed ones become pending, sending ones unclear. Gives how many became unclear.
  [[nodiscard]] Result<qint64> expire() const;

 private:
  [[nodiscard]] Result<> claimSome(const Claim& claim, int most, const LeavingLimits& limits, bool seeds,
                                   std::vector<ClaimedRow>& rows) const;
  /// Whether such a row waits, whether its waiting time is over or not.
  [[nodiscard]] Result<bool> isAny(const RowTaker& taker, const LeavingLimits& limits) const;
  [[nodiscard]] Result<> recordIds(const TryResult& result) const;
  [[nodiscard]] Result<> recordRow(const TryResult& result) const;

  const storage::Database& m_database;
};

}  // namespace heliograph::delivery
