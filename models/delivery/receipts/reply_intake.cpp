// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/receipts/reply_intake.h"

#include "audience/suppression_repository.h"
#include "storage/statement.h"

namespace heliograph::delivery {
namespace {

using storage::Statement;

const QString kStopMeaning = QStringLiteral("stop");
const QString kStartMeaning = QStringLiteral("start");
/// Between a provider's clock and ours.
constexpr qint64 kBetweenClocks = 2LL * 60;

}  // namespace

Result<ReplyOutcome> ReplyIntake::take(const IncomingReply& reply, const std::optional<MatchedRow>& answered) const {
  ReplyOutcome outcome;
  const QString address = reply.address.isEmpty() && answered ? answered->address : reply.address;
  if (address.isEmpty()) return outcome;
  auto sender = senderOf(address, answered);
  if (!sender) return fail(sender.error());
  auto meaning = meaningOf(reply, address);
  if (!meaning) return fail(meaning.error());
  Statement insert(m_database,
                   QStringLiteral("INSERT OR IGNORE INTO reply (provider_id, message_id, profile_id, outbox_id, "
                                  "address, text, meaning, at, received_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"));
  insert.bind(reply.provider).bind(keyOf(reply, address)).bind(sender->person).bind(sender->message);
  insert.bind(address).bind(reply.text).bind(*meaning).bind(reply.at).bind(m_clock.now());
  HELIOGRAPH_TRY(insert.run());
  outcome.isNew = insert.affected() > 0;
  if (outcome.isNew && !meaning->isEmpty()) HELIOGRAPH_TRY(obey(address, outcome));
  return outcome;
}

/// Of several people with the number the one who was texted last.
Result<ReplyIntake::Sender> ReplyIntake::senderOf(const QString& address,
                                                  const std::optional<MatchedRow>& answered) const {
  Statement find(m_database,
                 answered ? QStringLiteral("SELECT profile_id, id FROM outbox WHERE id = ?")
                          : QStringLiteral("SELECT p.id, o.id FROM profile p LEFT JOIN outbox o ON o.profile_id = p.id "
                                           "AND o.address = ? AND o.state IN ('accepted', 'in_doubt') WHERE "
                                           "p.address_hash = ? ORDER BY o.updated_at DESC, o.id DESC, p.id LIMIT 1"));
  if (answered) {
    find.bind(answered->row);
  } else {
    find.bind(address).bind(m_hasher.hash(address));
  }
  auto row = find.next();
  if (!row) return fail(row.error());
  return *row ? Sender{find.id<ProfileId>(0), find.id<OutboxId>(1)} : Sender{};
}

Result<QString> ReplyIntake::meaningOf(const IncomingReply& reply, const QString& address) const {
  if (!reply.opt.isEmpty()) return reply.opt;
  const ReplyMeaning meaning = replyMeaning(reply.text);
  if (meaning == ReplyMeaning::Stop) return kStopMeaning;
  if (meaning == ReplyMeaning::Start) return kStartMeaning;
  if (meaning == ReplyMeaning::None) return QString();
  return canBeLifted(address, reply.at).map([](bool stopped) { return stopped ? kStartMeaning : QString(); });
}

/// The number isn't texted any more, and it was an answer or a provider that ended it.
Result<bool> ReplyIntake::canBeLifted(const QString& address, const QDateTime& at) const {
  Statement find(m_database,
                 QStringLiteral("SELECT 1 FROM suppression WHERE channel = 'sms' AND address_hash = ? AND (source = "
                                "'reply' OR (source = 'provider' AND created_at <= ?))"));
  find.bind(m_hasher.hash(address)).bind(at.addSecs(kBetweenClocks));
  return find.next();
}

Result<> ReplyIntake::obey(const QString& address, ReplyOutcome& outcome) const {
  Statement latest(m_database, QStringLiteral("SELECT meaning, at FROM reply WHERE address = ? AND meaning <> '' "
                                              "ORDER BY at DESC, meaning DESC, id DESC LIMIT 1"));
  latest.bind(address);
  auto row = latest.next();
  if (!row) return fail(row.error());
  const bool stop = latest.text(0) == kStopMeaning;
  const QDateTime at = latest.instant(1);
  latest.reset();
  const audience::SuppressionRepository suppressions(m_database, m_clock);
  if (stop) {
    auto already = suppressions.isSuppressed(address);
    if (!already) return fail(already.error());
    outcome.stopped = !*already;
    HELIOGRAPH_TRY(suppressions.add(address, QStringLiteral("reply"), kStopMeaning));
  } else {
    auto lifted = canBeLifted(address, at);
    if (!lifted) return fail(lifted.error());
    outcome.started = *lifted;
    if (*lifted) HELIOGRAPH_TRY(suppressions.lift(address));
  }
  return noteConsent(address, !stop, at);
}

Result<> ReplyIntake::noteConsent(const QString& address, bool given, const QDateTime& at) const {
  Statement note(m_database,
                 QStringLiteral("INSERT INTO consent (profile_id, channel, given, source, given_at) SELECT id, 'sms', "
                                "?, 'reply', ? FROM profile WHERE address_hash = ? ON CONFLICT (profile_id, channel) "
                                "DO UPDATE SET given = excluded.given, source = excluded.source, given_at = "
                                "excluded.given_at WHERE excluded.given_at >= given_at"));
  return note.bind(given).bind(at).bind(m_hasher.hash(address)).run();
}

/// Without an id of the provider's the same words at the same time are the same answer.
QString ReplyIntake::keyOf(const IncomingReply& reply, const QString& address) const {
  if (!reply.messageId.isEmpty()) return reply.messageId;
  const QString what =
      address + QLatin1Char('\n') + QString::number(reply.at.toMSecsSinceEpoch()) + QLatin1Char('\n') + reply.text;
  return QLatin1Char('=') + QString::fromLatin1(m_hasher.hash(what).toHex());
}

}  // namespace heliograph::delivery
