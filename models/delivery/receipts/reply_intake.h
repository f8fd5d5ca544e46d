// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <optional>

#include "audience/address_hasher.h"
#include "core/clock.h"
#include "delivery/receipts/receipt_match.h"
#include "delivery/receipts/stop_words.h"

namespace heliograph::delivery {

/// An answer as it came.
struct IncomingReply {
  ProviderId provider;
  QString messageId;  ///< the provider's, of the reply; may be empty
  QString address;    ///< E.164; empty: that of the message it answers
  QString text;
  QString opt;  ///< what the provider made of it: "stop", "start" or empty
  QDateTime at;
};

/// What became of it.
struct ReplyOutcome {
  bool isNew = false;
  bool stopped = false;
  bool started = false;
};

/// Keeps what people answer, and does what a STOP or START asks for: the number is never texted again, whatever
/// provider it would be through; or it may be again, if it was a STOP or a provider that had ended it. What somebody
/// here or an import decided, no answer undoes. Of several such answers the latest counts, in whatever order they come.
/// To be called inside a Transaction.
class ReplyIntake final {
 public:
  ReplyIntake(const storage::Database& database, const Clock& clock, const audience::AddressHasher& hasher)
      : m_database(database), m_clock(clock), m_hasher(hasher) {}

  /// `answered`: the message it answers, if the provider says.
  [[nodiscard]] Result<ReplyOutcome> take(const IncomingReply& reply, const std::optional<MatchedRow>& answered) const;

 private:
  struct Sender {
    ProfileId person;
    OutboxId message;
  };
  [[nodiscard]] Result<Sender> senderOf(const QString& address, const std::optional<MatchedRow>& answered) const;
  [[nodiscard]] Result<QString> meaningOf(const IncomingReply& reply, const QString& address) const;
  [[nodiscard]] Result<bool> canBeLifted(const QString& address, const QDateTime& at) const;
  [[nodiscard]] Result<> obey(const QString& address, ReplyOutcome& outcome) const;
  [[nodiscard]] Result<> noteConsent(const QString& address, bool given, const QDateTime& at) const;
  [[nodiscard]] QString keyOf(const IncomingReply& reply, const QString& address) const;

  const storage::Database& m_database;
  const Clock& m_clock;
  const audience::AddressHasher& m_hasher;
};

}  // namespace heliograph::delivery
