// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/outbox/outbox.h"

#include <QJsonDocument>
#include <algorithm>

#include "delivery/outbox/database_time.h"
#include "delivery/outbox/reason_text.h"
#include "delivery/outbox/turned_away.h"
#include "storage/statement.h"

namespace heliograph::delivery {
namespace {

using storage::Statement;

/// What a claim asks for.
struct ClaimShape {
  std::size_t turnedAwayBy = 0;
  bool seeds = false;
  bool drawn = false;      ///< in the order of the lots that were drawn
  bool testUpTo = false;   ///< only the lots of a test, up to a last one
  bool firstUpTo = false;  ///< only the lots of a first batch, up to a last one
  bool country = false;    ///< only one country
};

QString claimSql(const ClaimShape& shape) {
  QString who = QStringLiteral(
                    "o.run_id = ? AND o.state = 'pending' AND o.seed = %2 AND o.channel = 'sms' AND "
                    "o.quiet_until IS NULL AND o.not_before <= %1 ")
                    .arg(databaseNow(), shape.seeds ? QStringLiteral("1") : QStringLiteral("0"));
  who += QStringLiteral("AND NOT ") + turnedAwaySql();
  // A row that was turned away has waited, so the index leads past those that were never tried.
  if (shape.turnedAwayBy > 0) who += QStringLiteral(" AND o.not_before > 0");
  for (std::size_t i = 0; i < shape.turnedAwayBy; ++i) who += QStringLiteral(" AND ") + turnedAwaySql();
  if (shape.drawn) who += QStringLiteral(" AND o.draw IS NOT NULL");
  if (shape.testUpTo) who += QStringLiteral(" AND o.draw <= ? AND o.copy IS NOT NULL");
  if (shape.firstUpTo) who += QStringLiteral(" AND o.draw <= ?");
  if (shape.country) who += QStringLiteral(" AND o.country = ?");
  QString order = shape.drawn ? QStringLiteral("o.draw, o.id") : QStringLiteral("o.not_before, o.id");
  QString table = QStringLiteral("outbox o");
  if (shape.country && shape.turnedAwayBy == 0) {
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
      .arg(databaseNow(), who, order, table);
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

/// Whether a row of the test waits; the others do until a winner is chosen.
Result<bool> waitsForTest(const storage::Database& database, RunId run, qint64 upTo) {
  Statement find(database, QStringLiteral("SELECT 1 FROM outbox WHERE run_id = ? AND state = 'pending' AND seed IN "
                                          "(0, 1) AND channel = 'sms' AND (seed = 1 OR (copy IS NOT NULL AND draw "
                                          "<= ?)) LIMIT 1"));
  return find.bind(run).bind(upTo).next();
}

}  // namespace

/// Whom a run may send to now, if not everybody.
struct Outbox::Limits {
  std::optional<int> room;       ///< so many more before a person is asked
  std::optional<qint64> testTo;  ///< only the lots of the A/B test, up to this one
};

/// Of a first batch, whoever is refused or skipped makes room, who is unclear doesn't.
Result<Outbox::Limits> Outbox::limitsOf(RunId run) const {
  Statement find(m_database,
                 QStringLiteral("SELECT first_batch, CASE WHEN winner_copy IS NULL THEN test_up_to END FROM "
                                "run WHERE id = ? AND (first_batch IS NOT NULL OR test_up_to IS NOT NULL)"));
  auto limited = find.bind(run).next();
  if (!limited) return fail(limited.error());
  Limits limits;
  if (!*limited) return limits;
  if (!find.isNull(1)) limits.testTo = find.integer(1);
  if (find.isNull(0)) return limits;
  Statement taken(m_database, QStringLiteral("SELECT COUNT(*) FROM outbox WHERE run_id = ? AND seed = 0 AND state IN "
                                             "('claimed', 'sending', 'held', 'accepted', 'in_doubt')"));
  auto counted = taken.bind(run).next();
  if (!counted) return fail(counted.error());
  limits.room = static_cast<int>(std::max<qint64>(0, find.integer(0) - taken.integer(0)));
  return limits;
}

Result<std::vector<ClaimedRow>> Outbox::claim(const Claim& claim) const {
  std::vector<ClaimedRow> rows;
  HELIOGRAPH_TRY(claimSome(claim, claim.limit, {true, false, {}, {}}, rows));
  auto limits = limitsOf(claim.run);
  if (!limits) return fail(limits.error());
  const int left = claim.limit - static_cast<int>(rows.size());
  Kind others{false, limits->testTo.has_value() || limits->room.has_value(), limits->testTo, {}};
  if (claim.country && limits->room) {
    // The lot decides who is in the first batch, not whose country is asked for first.
    auto last = lastLotOf(claim.run, *limits->room);
    if (!last) return fail(last.error());
    others.firstTo = *last;
  }
  HELIOGRAPH_TRY(claimSome(claim, std::min(left, limits->room.value_or(left)), others, rows));
  return rows;
}

/// The lot up to which so many pending rows are the first; none if there are not so many.
Result<std::optional<qint64>> Outbox::lastLotOf(RunId run, int room) const {
  if (room <= 0) return std::optional<qint64>();
  Statement find(m_database,
                 QStringLiteral("SELECT draw FROM outbox WHERE run_id = ? AND state = 'pending' AND draw IS NOT "
                                "NULL AND quiet_until IS NULL ORDER BY draw, id LIMIT 1 OFFSET ?"));
  auto row = find.bind(run).bind(room - 1).next();
  if (!row) return fail(row.error());
  return *row ? std::optional(find.integer(0)) : std::nullopt;
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

Result<> Outbox::claimSome(const Claim& claim, int most, const Kind& kind, std::vector<ClaimedRow>& rows) const {
  if (most <= 0) return {};
  const ClaimShape shape{
      claim.turnedAwayBy.size(), kind.seeds, kind.drawn, kind.testTo.has_value(), kind.firstTo.has_value(),
      claim.country.has_value()};
  Statement pick(m_database, claimSql(shape));
  pick.bind(claim.owner).bind(static_cast<qint64>(claim.lease.count())).bind(claim.run).bind(claim.provider);
  for (const ProviderId provider : claim.turnedAwayBy) pick.bind(provider);
  if (kind.testTo) pick.bind(*kind.testTo);
  if (kind.firstTo) pick.bind(*kind.firstTo);
  if (claim.country) pick.bind(*claim.country);
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
  auto limits = limitsOf(run);
  if (!limits) return fail(limits.error());
  // Then a person is about to be asked, and nobody has to take anything.
  if (limits->room && *limits->room <= 0) return true;
  if (limits->testTo) {
    auto waits = waitsForTest(m_database, run, *limits->testTo);
    if (!waits) return fail(waits.error());
    if (!*waits) return true;
  }
  std::optional<qint64> upTo = limits->testTo;
  if (country && limits->room) {
    auto last = lastLotOf(run, *limits->room);
    if (!last) return fail(last.error());
    if (*last) upTo = upTo ? std::min(*upTo, **last) : **last;
  }
  QString who = QStringLiteral("o.run_id = ? AND o.state = 'pending' AND o.seed IN (0, 1) AND o.channel = 'sms'");
  if (country) who += QStringLiteral(" AND o.country = ?");
  if (limits->testTo) who += QStringLiteral(" AND (o.seed = 1 OR o.copy IS NOT NULL)");
  if (upTo) who += QStringLiteral(" AND (o.seed = 1 OR o.draw <= ?)");
  Statement find(m_database,
                 QStringLiteral("SELECT 1 FROM outbox o WHERE %1 AND NOT %2 LIMIT 1").arg(who, turnedAwaySql()));
  find.bind(run);
  if (country) find.bind(*country);
  if (upTo) find.bind(*upTo);
  return find.bind(provider).next();
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
