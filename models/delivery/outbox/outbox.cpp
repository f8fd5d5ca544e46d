// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/outbox/outbox.h"

#include <QJsonDocument>
#include <algorithm>

#include "delivery/outbox/database_time.h"
#include "delivery/outbox/may_leave.h"
#include "delivery/outbox/reason_text.h"
#include "delivery/outbox/turned_away.h"
#include "storage/statement.h"

namespace heliograph::delivery {
namespace {

using storage::Statement;

/// The claim of the first of some rows, in their order.
QString claimSql(const Claim& claim, const RowCondition& rows, bool isDrawn) {
  QString order = isDrawn ? QStringLiteral("o.draw, o.id") : QStringLiteral("o.not_before, o.id");
  QString table = QStringLiteral("outbox o");
  if (claim.country && claim.turnedAwayBy.empty()) {
    // In the index's own order, so that nothing is sorted. Rows without a lot come by their waiting time.
    table += QStringLiteral(" INDEXED BY outbox_by_country");
    order = QStringLiteral("o.draw, o.not_before, o.id");
  }
  return QStringLiteral(
             "UPDATE outbox SET state = 'claimed', owner = ?, expires_at = %1 + ?, updated_at = %1, copy = "
             "COALESCE(copy, (SELECT winner_copy FROM run WHERE id = outbox.run_id)) WHERE id IN (SELECT o.id FROM "
             "%4 WHERE %2 ORDER BY %3 LIMIT ?) AND EXISTS (SELECT 1 FROM run WHERE id = ? AND state = "
             "'running') RETURNING id, profile_id, address, text, encoding, parts, tries, copy, seed, country, fields, "
             "reason")
      .arg(databaseNow(), rows.sql(), order, table);
}

ClaimedRow readClaimed(const Statement& row, RunId run) {
  ClaimedRow claimed{row.id<OutboxId>(0),
                     run,
                     row.id<ProfileId>(1),
                     row.text(2),
                     row.text(3),
                     row.text(4),
                     static_cast<int>(row.integer(5)),
                     static_cast<int>(row.integer(6)),
                     static_cast<int>(row.integer(7)),
                     row.integer(8) != 0};
  claimed.country = row.text(9);
  if (!row.isNull(10)) {
    const QJsonObject fields = QJsonDocument::fromJson(row.text(10).toUtf8()).object();
    claimed.fields = std::make_shared<const message::MadeFields>(message::madeFieldsFromJson(fields));
  }
  claimed.isAlone = row.text(11) == reason::sendAlone;
  return claimed;
}

/// Nothing for a text alone.
std::optional<QString> fieldsText(const ClaimedRow& row) {
  if (!row.fields) return std::nullopt;
  return QString::fromUtf8(QJsonDocument(message::madeFieldsToJson(*row.fields)).toJson(QJsonDocument::Compact));
}

QString departSql() {
  return QStringLiteral(
             "UPDATE outbox SET state = 'sending', text = ?, encoding = ?, parts = ?, fields = ?, provider_id = ?, "
             "held_until = ?, take_back = NULL, take_back_tries = 0, asked_at = "
             "NULL, tries = tries + "
             "1, expires_at = %1 + ?, updated_at = %1 WHERE id = ? AND state = 'claimed' AND owner = ? AND expires_at "
             "> "
             "%1 AND address = ? AND EXISTS (SELECT 1 FROM run WHERE id = outbox.run_id AND state = 'running') "
             "RETURNING tries")
      .arg(databaseNow());
}

}  // namespace

Result<std::vector<ClaimedRow>> Outbox::claim(const Claim& claim) const {
  std::vector<ClaimedRow> rows;
  HELIOGRAPH_TRY(claimSome(claim, claim.limit, {}, true, rows));
  auto limits = LeavingLimits::of(m_database, claim.run, claim.country.has_value());
  if (!limits) return fail(limits.error());
  const int left = claim.limit - static_cast<int>(rows.size());
  HELIOGRAPH_TRY(claimSome(claim, std::min(left, limits->room.value_or(left)), *limits, false, rows));
  return rows;
}

/// Leaps from one country to the next in the index, however many rows each has.
Result<std::vector<QString>> Outbox::pendingCountries(RunId run) const {
  Statement find(
      m_database,
      QStringLiteral("WITH RECURSIVE kind (seed) AS (VALUES (0), (1)), place (seed, country) AS (SELECT kind.seed, "
                     "(SELECT MIN(o.country) FROM outbox o WHERE o.run_id = ? AND o.seed = kind.seed AND o.state = "
                     "'pending') FROM kind UNION ALL SELECT place.seed, (SELECT MIN(o.country) FROM outbox o WHERE "
                     "o.run_id = ? AND o.seed = place.seed AND o.country > place.country AND o.state = 'pending') FROM "
                     "place WHERE place.country IS NOT NULL) SELECT DISTINCT country FROM place WHERE country IS NOT "
                     "NULL ORDER BY country"));
  find.bind(run).bind(run);
  std::vector<QString> countries;
  while (true) {
    auto row = find.next();
    if (!row) return fail(row.error());
    if (!*row) return countries;
    countries.push_back(find.text(0));
  }
}

Result<> Outbox::claimSome(const Claim& claim, int most, const LeavingLimits& limits, bool seeds,
                           std::vector<ClaimedRow>& rows) const {
  if (most <= 0) return {};
  RowCondition now = mayLeave({claim.run, claim.provider, claim.country}, limits, seeds);
  now.add(QStringLiteral("o.quiet_until IS NULL AND o.not_before <= ") + databaseNow());
  // A row that was turned away has waited, so the index leads past those that were never tried.
  if (!claim.turnedAwayBy.empty()) now.add(QStringLiteral("o.not_before > 0"));
  for (const ProviderId provider : claim.turnedAwayBy) now.add(turnedAwaySql(), {provider.value});
  Statement pick(m_database, claimSql(claim, now, !seeds && limits.isDrawn()));
  pick.bind(claim.owner).bind(static_cast<qint64>(claim.lease.count()));
  now.bindTo(pick);
  pick.bind(most).bind(claim.run);
  while (true) {
    auto row = pick.next();
    if (!row) return fail(row.error());
    if (!*row) return {};
    rows.push_back(readClaimed(pick, claim.run));
  }
}

Result<std::vector<std::optional<Try>>> Outbox::depart(const std::vector<Departure>& departures, const QString& owner,
                                                       std::chrono::milliseconds lease) const {
  Statement mark(m_database, departSql());
  Statement note(m_database,
                 QStringLiteral("INSERT INTO attempt (outbox_id, number, provider_id, client_id, started_at) VALUES "
                                "(?, ?, ?, ?, %1)")
                     .arg(databaseNow()));
  std::vector<std::optional<Try>> tries;
  tries.reserve(departures.size());
  for (const Departure& departure : departures) {
    mark.bind(departure.row.text).bind(departure.row.encoding).bind(departure.row.parts);
    mark.bind(fieldsText(departure.row)).bind(departure.provider).bind(departure.sendAt);
    mark.bind(static_cast<qint64>(lease.count())).bind(departure.row.id).bind(owner).bind(departure.row.address);
    auto marked = mark.next();
    if (!marked) return fail(marked.error());
    if (!*marked) {
      mark.reset();
      tries.emplace_back();
      continue;
    }
    const int number = static_cast<int>(mark.integer(0));
    mark.reset();
    HELIOGRAPH_TRY(note.bind(departure.row.id).bind(number).bind(departure.provider).bind(departure.clientId).run());
    tries.emplace_back(Try{AttemptId{note.insertedId()}, number});
  }
  return tries;
}

Result<> Outbox::letWait(OutboxId row, const QDateTime& until, const QString& owner) const {
  Statement wait(m_database,
                 QStringLiteral("UPDATE outbox SET state = 'pending', quiet_until = ?, owner = NULL, expires_at = NULL "
                                "WHERE id = ? AND state = 'claimed' AND owner = ?"));
  return wait.bind(until).bind(row).bind(owner).run();
}

Result<> Outbox::wakeQuiet(RunId run, const QDateTime& now, int most) const {
  Statement wake(
      m_database,
      QStringLiteral("UPDATE outbox SET quiet_until = NULL WHERE id IN (SELECT id FROM outbox WHERE run_id = "
                     "? AND state = 'pending' AND quiet_until <= ? LIMIT ?)"));
  return wake.bind(run).bind(now).bind(most).run();
}

Result<> Outbox::wakeAllQuiet(RunId run) const {
  Statement wake(m_database, QStringLiteral("UPDATE outbox SET quiet_until = NULL WHERE run_id = ? AND state = "
                                            "'pending' AND quiet_until IS NOT NULL"));
  return wake.bind(run).run();
}

Result<> Outbox::giveBack(const std::vector<OutboxId>& rows, const QString& owner) const {
  Statement back(m_database,
                 QStringLiteral("UPDATE outbox SET state = 'pending', owner = NULL, expires_at = NULL WHERE id = ? AND "
                                "state = 'claimed' AND owner = ?"));
  for (const OutboxId row : rows) HELIOGRAPH_TRY(back.bind(row).bind(owner).run());
  return {};
}

Result<> Outbox::skip(OutboxId row, const QString& reason, const QString& owner) const {
  Statement skipping(m_database,
                     QStringLiteral("UPDATE outbox SET state = 'skipped', reason = ?, owner = NULL, expires_at = NULL, "
                                    "updated_at = %1 WHERE id = ? AND state = 'claimed' AND owner = ?")
                         .arg(databaseNow()));
  return skipping.bind(reason).bind(row).bind(owner).run();
}

Result<bool> Outbox::canTake(RunId run, ProviderId provider, const std::optional<QString>& country) const {
  auto limits = LeavingLimits::of(m_database, run, country.has_value());
  if (!limits) return fail(limits.error());
  // Then a person is about to be asked, or a winner to be chosen, and nobody has to take anything.
  if (limits->room && *limits->room <= 0) return true;
  if (limits->testTo) {
    auto waits = isAny({run}, *limits);
    if (!waits) return fail(waits.error());
    if (!*waits) return true;
  }
  return isAny({run, provider, country}, *limits);
}

Result<bool> Outbox::isAny(const RowTaker& taker, const LeavingLimits& limits) const {
  for (const bool seeds : {false, true}) {
    const RowCondition rows = mayLeave(taker, limits, seeds);
    Statement find(m_database, QStringLiteral("SELECT 1 FROM outbox o WHERE %1 LIMIT 1").arg(rows.sql()));
    rows.bindTo(find);
    auto found = find.next();
    if (!found || *found) return found;
  }
  return false;
}

Result<bool> Outbox::isUnderWay(RunId run) const {
  Statement find(m_database, QStringLiteral("SELECT 1 FROM outbox WHERE run_id = ? AND state IN ('claimed', 'sending') "
                                            "LIMIT 1"));
  return find.bind(run).next();
}

Result<std::vector<ProviderId>> Outbox::turnedAwayBy(OutboxId row) const {
  Statement find(m_database,
                 QStringLiteral("SELECT DISTINCT provider_id FROM attempt WHERE outbox_id = ? AND outcome = "
                                "'next_provider' AND provider_id IS NOT NULL"));
  find.bind(row);
  std::vector<ProviderId> providers;
  while (true) {
    auto next = find.next();
    if (!next) return fail(next.error());
    if (!*next) return providers;
    providers.push_back(find.id<ProviderId>(0));
  }
}

Result<bool> Outbox::hasExpired() const {
  Statement find(m_database,
                 QStringLiteral("SELECT 1 FROM outbox WHERE state IN ('claimed', 'sending') AND expires_at <= "
                                "%1 LIMIT 1")
                     .arg(databaseNow()));
  return find.next();
}

Result<qint64> Outbox::expire() const {
  Statement back(m_database,
                 QStringLiteral("UPDATE outbox SET state = 'pending', owner = NULL, expires_at = NULL WHERE "
                                "state = 'claimed' AND expires_at <= %1")
                     .arg(databaseNow()));
  HELIOGRAPH_TRY(back.run());
  Statement unclear(m_database,
                    QStringLiteral("UPDATE outbox SET state = 'in_doubt', reason = ?, owner = NULL, expires_at = NULL, "
                                   "updated_at = %1 WHERE state = 'sending' AND expires_at <= %1")
                        .arg(databaseNow()));
  HELIOGRAPH_TRY(unclear.bind(QString(reason::interrupted)).run());
  return unclear.affected();
}

}  // namespace heliograph::delivery
