// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/run/fill_repository.h"

#include "audience/reachability.h"
#include "delivery/outbox/database_time.h"
#include "delivery/outbox/reason_text.h"
#include "delivery/outbox/run_repository.h"
#include "storage/native_connection.h"
#include "storage/statement.h"
#include "storage/transaction.h"

namespace heliograph::delivery {
namespace {

using storage::Statement;
using storage::Transaction;

Result<> insertRows(const storage::Database& database, const FillChunk& chunk, const std::vector<NewRow>& rows) {
  Statement insert(database,
                   QStringLiteral("INSERT INTO outbox (run_id, profile_id, address, state, reason, draw, copy, "
                                  "seed, country, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, %1)")
                       .arg(databaseNow()));
  const QString pending = QStringLiteral("pending");
  const QString skipped = QStringLiteral("skipped");
  for (const NewRow& row : rows) {
    insert.bind(chunk.run).bind(row.profile);
    if (row.address.empty()) {
      insert.bindNull();
    } else {
      insert.bind(QString::fromStdString(row.address));
    }
    const bool sendable = row.reason.isEmpty();
    // Of a run for so many only, who they are is known when everybody has their lot.
    const bool waits = sendable && !row.isSeed && chunk.most > 0;
    insert.bind(sendable && !waits ? pending : skipped).bind(waits ? QString(reason::notDrawn) : row.reason);
    if (chunk.lots && sendable && !row.isSeed) {
      insert.bind(chunk.lots->of(row.profile));
    } else {
      insert.bindNull();
    }
    HELIOGRAPH_TRY(insert.bind(row.copy).bind(row.isSeed).bind(QString::fromStdString(row.country)).run());
  }
  return {};
}

/// Empty: it may be sent.
QString whyHeld(const Run& run, qint64 waiting) {
  if (run.safetyCheck > 0 && run.audience > run.safetyCheck) return hold::safetyCheck;
  return exceedsApproval(waiting, run.approvedReach) ? QString(hold::audienceGrew) : QString();
}

}  // namespace

bool exceedsApproval(qint64 people, qint64 approved) {
  return people * 10 > approved * 11;
}

Result<bool> FillRepository::own(RunId run, const QString& owner, std::chrono::milliseconds lease) const {
  Statement take(m_database, QStringLiteral("UPDATE run SET fill_owner = ?, fill_expires_at = %1 + ? WHERE id = ? AND "
                                            "state = 'filling' AND (fill_owner IS NULL OR fill_owner = ? OR "
                                            "fill_expires_at <= %1)")
                                 .arg(databaseNow()));
  HELIOGRAPH_TRY(take.bind(owner).bind(static_cast<qint64>(lease.count())).bind(run).bind(owner).run());
  return take.affected() > 0;
}

Result<> FillRepository::usedNumbers(RunId run, const std::function<void(std::string_view)>& each) const {
  auto connection = storage::NativeConnection::open(m_database, storage::NativeConnection::Mode::Read);
  if (!connection) return fail(connection.error());
  auto find =
      connection->prepare(QStringLiteral("SELECT address FROM outbox WHERE run_id = ? AND address IS NOT NULL AND "
                                         "seed = 0 AND reason NOT IN ('unsubscribed', 'no_phone', "
                                         "'invalid_phone', 'control_group', 'workspace_control_group')"));
  if (!find) return fail(find.error());
  find->bind(1, std::int64_t{run.value});
  while (true) {
    auto row = find->step();
    if (!row) return fail(row.error());
    if (!*row) return {};
    each(find->text(0));
  }
}

Result<bool> FillRepository::add(const FillChunk& chunk, std::chrono::milliseconds lease) const {
  auto transaction = Transaction::begin(m_database);
  if (!transaction) return fail(transaction.error());
  const ProfileId cursor = chunk.rows.empty() ? chunk.after : chunk.rows.back().profile;
  // Two programs may believe that they fill this run; only the one whose chunk begins at the cursor may write it.
  Statement advance(m_database,
                    QStringLiteral("UPDATE run SET audience = audience + ?, fill_cursor = ?, fill_expires_at = %1 + ? "
                                   "WHERE id = ? AND state = 'filling' AND fill_owner = ? AND fill_cursor = ?")
                        .arg(databaseNow()));
  advance.bind(static_cast<qint64>(chunk.rows.size())).bind(cursor.value).bind(static_cast<qint64>(lease.count()));
  HELIOGRAPH_TRY(advance.bind(chunk.run).bind(chunk.owner).bind(chunk.after.value).run());
  if (advance.affected() == 0) return false;
  HELIOGRAPH_TRY(insertRows(m_database, chunk, chunk.rows));
  if (chunk.last) HELIOGRAPH_TRY(finish(chunk));
  HELIOGRAPH_TRY(transaction->commit());
  return true;
}

/// Lets the people with the first lots wait for being sent to.
Result<> FillRepository::drawPeople(RunId run, qint64 people) const {
  Statement draw(m_database,
                 QStringLiteral("UPDATE outbox SET state = 'pending', reason = '' WHERE id IN (SELECT id FROM outbox "
                                "WHERE run_id = ? AND state = 'skipped' AND reason = 'not_drawn' ORDER BY draw, id "
                                "LIMIT ?)"));
  return draw.bind(run).bind(people).run();
}

Result<Lots> FillRepository::lotsOf(const Run& run) const {
  Statement find(m_database, QStringLiteral("SELECT COUNT(*) FROM run WHERE version_id = ? AND due_at < ?"));
  auto row = find.bind(run.version).bind(run.dueAt).next();
  if (!row) return fail(row.error());
  return Lots(run.campaign, static_cast<int>(find.integer(0)));
}

/// The people with the first lots get one copy after the other; the others wait for the winner.
Result<> FillRepository::drawTest(RunId run, const campaign::Variants& variants, qint64 people) const {
  const campaign::TestSizes sizes = campaign::testSizes(variants, people);
  Statement draw(
      m_database,
      QStringLiteral("UPDATE outbox SET copy = (lot.place - 1) % ? FROM (SELECT id, ROW_NUMBER() OVER (ORDER "
                     "BY draw, id) AS place FROM outbox WHERE run_id = ? AND state = 'pending' AND draw IS NOT "
                     "NULL ORDER BY draw, id LIMIT ?) AS lot WHERE outbox.id = lot.id"));
  HELIOGRAPH_TRY(draw.bind(campaign::copyCount(variants)).bind(run).bind(sizes.test).run());
  if (sizes.rest == 0) return {};
  Statement limit(m_database,
                  QStringLiteral("UPDATE run SET test_up_to = (SELECT MAX(draw) FROM outbox WHERE run_id = run.id AND "
                                 "state = 'pending' AND copy IS NOT NULL) WHERE id = ?"));
  return limit.bind(run).run();
}

/// Who was put on the list after they had their row as one of the audience keeps that. Whose number gets the message
/// anyway isn't texted twice; in an A/B test each copy goes to some of them.
Result<> FillRepository::addSeeds(const FillChunk& chunk) const {
  Statement find(m_database,
                 QStringLiteral("SELECT EXISTS (SELECT 1 FROM outbox WHERE run_id = ? AND profile_id = ?), EXISTS "
                                "(SELECT 1 FROM outbox WHERE run_id = ? AND address = ? AND state = 'pending')"));
  const int copies = chunk.test ? campaign::copyCount(*chunk.test) : 1;
  std::vector<NewRow> seeds;
  int turn = 0;
  for (NewRow seed : chunk.seeds) {
    find.bind(chunk.run).bind(seed.profile).bind(chunk.run).bind(QString::fromStdString(seed.address));
    auto found = find.next();
    if (!found) return fail(found.error());
    const bool hasRow = find.integer(0) != 0;
    const bool sameNumber = find.integer(1) != 0;
    find.reset();
    if (hasRow) continue;
    if (seed.reason.isEmpty() && sameNumber) {
      seed.reason = audience::reachabilityCode(audience::Reachability::DuplicatePhone);
    }
    if (seed.reason.isEmpty() && chunk.test) seed.copy = turn++ % copies;
    seeds.push_back(std::move(seed));
  }
  return insertRows(m_database, chunk, seeds);
}

Result<> FillRepository::finish(const FillChunk& chunk) const {
  const RunId run = chunk.run;
  Statement filled(
      m_database,
      QStringLiteral("UPDATE run SET filled_at = ?, fill_owner = NULL, fill_expires_at = NULL WHERE id = ?"));
  HELIOGRAPH_TRY(filled.bind(m_clock.now()).bind(run).run());
  if (chunk.most > 0) HELIOGRAPH_TRY(drawPeople(run, chunk.most));
  const RunRepository runs(m_database, m_clock);
  auto now = runs.byId(run);
  if (!now) return fail(now.error());
  auto counts = runs.counts(run);
  if (!counts) return fail(counts.error());
  if (chunk.test) HELIOGRAPH_TRY(drawTest(run, *chunk.test, counts->value(RowState::Pending)));
  const qint64 waiting = counts->value(RowState::Pending);
  if (waiting > 0) HELIOGRAPH_TRY(addSeeds(chunk));
  const QString why = whyHeld(*now, waiting);
  return runs.move(run, RunState::Filling, why.isEmpty() ? RunState::Running : RunState::Held, why).map([](bool) {});
}

}  // namespace heliograph::delivery
