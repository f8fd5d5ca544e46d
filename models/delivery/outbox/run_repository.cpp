// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/outbox/run_repository.h"

#include "campaign/variants.h"
#include "delivery/outbox/database_time.h"
#include "delivery/outbox/reason_text.h"
#include "schedule/when.h"
#include "storage/statement.h"
#include "storage/transaction.h"

namespace heliograph::delivery {
namespace {

using storage::Statement;
using storage::Transaction;

const QString kColumns = QStringLiteral(
    "id, campaign_id, version_id, due_at, state, hold_reason, approved_reach, audience, fill_cursor, filled_at, "
    "started_at, finished_at, first_batch, answered_before + answered_now, refused_before + refused_now, test_up_to "
    "IS NOT NULL, decide_at, winner_copy, only_people, "
    "safety_check, decide_by, decided_at, decision, held_by_provider");

Run readRun(const Statement& row) {
  Run run;
  run.id = row.id<RunId>(0);
  run.campaign = row.id<CampaignId>(1);
  run.version = row.id<VersionId>(2);
  run.dueAt = row.instant(3);
  run.state = runStateFromName(row.text(4));
  run.reason = row.text(5);
  run.approvedReach = row.integer(6);
  run.audience = row.integer(7);
  run.fillCursor = row.id<ProfileId>(8);
  run.filledAt = row.instant(9);
  run.startedAt = row.instant(10);
  run.finishedAt = row.instant(11);
  run.firstBatch = static_cast<int>(row.integer(12));
  run.lastAnswered = static_cast<int>(row.integer(13));
  run.lastRefused = static_cast<int>(row.integer(14));
  run.hasTest = row.integer(15) != 0;
  run.decideAt = row.instant(16);
  if (!row.isNull(17)) run.winner = static_cast<int>(row.integer(17));
  run.onlyPeople = row.integer(18);
  run.safetyCheck = row.integer(19);
  run.decideBy = row.text(20);
  run.decidedAt = row.instant(21);
  run.decidedOn = copySharesFromText(row.text(22));
  run.isHandedOver = row.integer(23) != 0;
  run.keepsNoMore = row.integer(23) == 2;
  return run;
}

Result<std::vector<Run>> readRuns(Statement& find) {
  std::vector<Run> runs;
  while (true) {
    auto row = find.next();
    if (!row) return fail(row.error());
    if (!*row) return runs;
    runs.push_back(readRun(find));
  }
}

/// What the published version says about being late. One that can't be read is held rather than sent late.
Result<schedule::WhenLate> whenLate(const storage::Database& database, VersionId version) {
  Statement find(database,
                 QStringLiteral("SELECT CASE WHEN json_valid(body) THEN json_extract(body, '$.when.late') END FROM "
                                "campaign_version WHERE id = ?"));
  auto row = find.bind(version).next();
  if (!row) return fail(row.error());
  if (!*row || find.isNull(0)) return schedule::WhenLate::Ask;
  return schedule::whenLateFromName(find.text(0)).value_or(schedule::WhenLate::Ask);
}

struct WinnerWait {
  int minutes = campaign::WinnerRule{}.waitMinutes;
  QLatin1String by = decide_by::person;
};

/// How long after an A/B test its winner is to be chosen, and by whom: without a goal nothing counts conversions, and
/// not every provider tells of clicks.
Result<WinnerWait> winnerWait(const storage::Database& database, VersionId version) {
  Statement find(database,
                 QStringLiteral("SELECT json_extract(body, '$.variants.winner.wait_minutes'), json_extract(body, "
                                "'$.variants.winner.by') = 'conversions' AND json_type(body, '$.goal') = 'object', "
                                "json_extract(body, '$.variants.winner.by') = 'clicks' AND json_extract(body, "
                                "'$.asked.tells_clicks') FROM campaign_version WHERE id = ? AND json_valid(body)"));
  auto row = find.bind(version).next();
  if (!row) return fail(row.error());
  WinnerWait wait;
  if (!*row) return wait;
  if (!find.isNull(0)) wait.minutes = static_cast<int>(find.integer(0));
  if (find.integer(1) != 0) wait.by = decide_by::conversions;
  if (find.integer(2) != 0) wait.by = decide_by::clicks;
  return wait;
}

}  // namespace

Result<Run> RunRepository::byId(RunId id) const {
  Statement find(m_database, QStringLiteral("SELECT %1 FROM run WHERE id = ?").arg(kColumns));
  auto row = find.bind(id).next();
  if (!row) return fail(row.error());
  if (!*row) return fail(ErrorCode::NotFound, QStringLiteral("There is no run %1.").arg(id.value));
  return readRun(find);
}

Result<std::vector<Run>> RunRepository::ofCampaign(CampaignId campaign) const {
  Statement find(m_database,
                 QStringLiteral("SELECT %1 FROM run WHERE campaign_id = ? ORDER BY due_at, id").arg(kColumns));
  return readRuns(find.bind(campaign));
}

Result<std::vector<Run>> RunRepository::open() const {
  Statement find(m_database,
                 QStringLiteral("SELECT %1 FROM run WHERE state IN ('held', 'filling', 'running', 'paused') "
                                "ORDER BY due_at, id")
                     .arg(kColumns));
  return readRuns(find);
}

Result<std::vector<Run>> RunRepository::inState(RunState state) const {
  Statement find(m_database, QStringLiteral("SELECT %1 FROM run WHERE state = ? ORDER BY due_at, id").arg(kColumns));
  return readRuns(find.bind(runStateName(state)));
}

Result<QDateTime> RunRepository::nextDue() const {
  Statement find(m_database,
                 QStringLiteral("SELECT MIN(CASE WHEN held_by_provider THEN 0 ELSE due_at END) FROM run WHERE "
                                "state = 'due'"));
  auto row = find.next();
  if (!row) return fail(row.error());
  return find.instant(0);
}

Result<int> RunRepository::startDue() const {
  const QDateTime now = m_clock.now();
  auto next = nextDue();
  if (!next) return fail(next.error());
  if (!next->isValid() || *next > now) return 0;

  auto transaction = Transaction::begin(m_database);
  if (!transaction) return fail(transaction.error());
  Statement find(
      m_database,
      QStringLiteral("SELECT %1 FROM run WHERE state = 'due' AND (due_at <= ? OR held_by_provider)").arg(kColumns));
  auto due = readRuns(find.bind(now));
  if (!due) return fail(due.error());
  for (const Run& run : *due) HELIOGRAPH_TRY(depart(run, now));
  HELIOGRAPH_TRY(transaction->commit());
  return static_cast<int>(due->size());
}

Result<> RunRepository::depart(const Run& run, const QDateTime& now) const {
  auto late = whenLate(m_database, run.version);
  if (!late) return fail(late.error());
  // What is left of a run that providers got the most of is never skipped without asking.
  const bool isFilled = run.filledAt.isValid();
  schedule::Departure departure = schedule::departureAt(run.dueAt, now, *late);
  if (isFilled && departure == schedule::Departure::Skip) departure = schedule::Departure::Hold;
  Statement change(m_database,
                   QStringLiteral("UPDATE run SET state = ?, hold_reason = ?, started_at = COALESCE(started_at, ?), "
                                  "finished_at = ?, held_by_provider = held_by_provider AND due_at > ? WHERE id = ?"));
  switch (departure) {
    case schedule::Departure::Send:
      change.bind(runStateName(isFilled ? RunState::Running : RunState::Filling)).bind(QString()).bind(now).bindNull();
      break;
    case schedule::Departure::Hold:
      change.bind(runStateName(RunState::Held)).bind(QString(hold::missed)).bindNull().bindNull();
      break;
    case schedule::Departure::Skip:
      change.bind(runStateName(RunState::Stopped)).bind(QString(hold::missedSkipped)).bindNull().bind(now);
      break;
  }
  return change.bind(now).bind(run.id).run();
}

Result<bool> RunRepository::missIfLeft(const Run& run, const QString& owner) const {
  const QDateTime now = m_clock.now();
  auto late = whenLate(m_database, run.version);
  if (!late) return fail(late.error());
  const schedule::Departure departure = schedule::departureAt(run.dueAt, now, *late);
  if (departure == schedule::Departure::Send) return false;
  const bool skip = departure == schedule::Departure::Skip;
  auto transaction = Transaction::begin(m_database);
  if (!transaction) return fail(transaction.error());
  Statement change(m_database,
                   QStringLiteral("UPDATE run SET state = ?, hold_reason = ?, started_at = NULL, finished_at = ?, "
                                  "fill_owner = NULL, fill_expires_at = NULL WHERE id = ? AND state = 'filling' AND "
                                  "fill_owner <> ? AND fill_expires_at <= %1 AND NOT EXISTS (SELECT 1 FROM outbox "
                                  "WHERE run_id = run.id AND state NOT IN ('pending', 'skipped'))")
                       .arg(databaseNow()));
  change.bind(runStateName(skip ? RunState::Stopped : RunState::Held));
  change.bind(skip ? QString(hold::missedSkipped) : QString(hold::missed)).bind(skip ? now : QDateTime());
  HELIOGRAPH_TRY(change.bind(run.id).bind(owner).run());
  if (change.affected() == 0) return false;
  if (skip) {
    Statement rest(m_database, QStringLiteral("UPDATE outbox SET state = 'skipped', reason = ?, updated_at = ? WHERE "
                                              "run_id = ? AND state = 'pending'"));
    HELIOGRAPH_TRY(rest.bind(QString(reason::campaignStopped)).bind(now).bind(run.id).run());
  }
  HELIOGRAPH_TRY(transaction->commit());
  return true;
}

Result<bool> RunRepository::move(RunId id, RunState from, RunState to, const QString& reason) const {
  Statement change(m_database, QStringLiteral("UPDATE run SET state = ?, hold_reason = ? WHERE id = ? AND state = ?"));
  HELIOGRAPH_TRY(change.bind(runStateName(to)).bind(reason).bind(id).bind(runStateName(from)).run());
  return change.affected() > 0;
}

Result<bool> RunRepository::finishIfEmpty(RunId id) const {
  Statement left(m_database, QStringLiteral("SELECT 1 FROM outbox WHERE run_id = ? AND state IN ('pending', 'claimed', "
                                            "'sending', 'held') LIMIT 1"));
  auto row = left.bind(id).next();
  if (!row) return fail(row.error());
  if (*row) return false;
  // Looked at again inside the change: a late answer may have put a row back.
  Statement finish(
      m_database,
      QStringLiteral("UPDATE run SET state = 'done', finished_at = ? WHERE id = ? AND state = 'running' AND "
                     "NOT EXISTS (SELECT 1 FROM outbox WHERE run_id = run.id AND state IN ('pending', "
                     "'claimed', 'sending', 'held'))"));
  HELIOGRAPH_TRY(finish.bind(m_clock.now()).bind(id).run());
  return finish.affected() > 0;
}

Result<bool> RunRepository::holdIfFirstSent(RunId id) const {
  Statement change(
      m_database,
      QStringLiteral("UPDATE run SET state = 'held', hold_reason = ? WHERE id = ? AND state = 'running' AND "
                     "(SELECT COUNT(*) FROM outbox WHERE run_id = run.id AND seed = 0 AND state IN ('accepted', "
                     "'in_doubt')) >= first_batch AND NOT EXISTS (SELECT 1 FROM outbox WHERE run_id = "
                     "run.id AND state IN ('claimed', 'sending')) AND EXISTS (SELECT 1 FROM outbox WHERE "
                     "run_id = run.id AND seed = 0 AND state = 'pending')"));
  HELIOGRAPH_TRY(change.bind(QString(hold::firstSent)).bind(id).run());
  return change.affected() > 0;
}

Result<bool> RunRepository::holdIfTestSent(const Run& run) const {
  auto wait = winnerWait(m_database, run.version);
  if (!wait) return fail(wait.error());
  // Who is unclear or refused doesn't keep the others waiting; whoever is to be tried again does.
  Statement change(
      m_database,
      QStringLiteral(
          "UPDATE run SET state = 'held', hold_reason = ?, decide_at = COALESCE(decide_at, ?), decide_by = ? WHERE id "
          "= ? AND state = "
          "'running' AND test_up_to IS NOT NULL AND winner_copy IS NULL AND NOT EXISTS (SELECT 1 FROM outbox WHERE "
          "run_id = run.id AND state = 'pending' AND draw <= run.test_up_to) AND NOT EXISTS (SELECT 1 FROM outbox "
          "WHERE "
          "run_id = run.id AND state IN ('claimed', 'sending')) AND EXISTS (SELECT 1 FROM outbox WHERE run_id = run.id "
          "AND seed = 0 AND state = 'pending')"));
  change.bind(QString(hold::abTest)).bind(m_clock.now().addSecs(60LL * wait->minutes));
  change.bind(QString(wait->by)).bind(run.id);
  HELIOGRAPH_TRY(change.run());
  return change.affected() > 0;
}

Result<QMap<RowState, qint64>> RunRepository::counts(RunId id) const {
  Statement count(m_database,
                  QStringLiteral("SELECT state, COUNT(*) FROM outbox WHERE run_id = ? AND seed = 0 GROUP BY "
                                 "state"));
  count.bind(id);
  QMap<RowState, qint64> counts;
  while (true) {
    auto row = count.next();
    if (!row) return fail(row.error());
    if (!*row) return counts;
    counts[rowStateFromName(count.text(0))] = count.integer(1);
  }
}

Result<QuietWait> RunRepository::quietWait(const Run& run) const {
  const QDateTime now = m_clock.now();
  Statement find(
      m_database,
      QStringLiteral("SELECT TOTAL(seed = 0), MIN(quiet_until), MAX(quiet_until) FROM outbox WHERE run_id = ? "
                     "AND state = 'pending' AND quiet_until > ?"));
  auto row = find.bind(run.id).bind(now).next();
  if (!row) return fail(row.error());
  QuietWait wait{find.integer(0), find.instant(1), find.instant(2)};
  if (!wait.first.isValid()) return wait;
  // Who isn't in an A/B test waits for its winner, whatever the hour.
  const bool isTesting = run.hasTest && !run.winner;
  const QString those = QStringLiteral("EXISTS (SELECT 1 FROM outbox WHERE run_id = r.id AND state = 'pending' AND ");
  const QString rest =
      isTesting ? QStringLiteral("draw IS NOT NULL AND draw <= r.test_up_to") : QStringLiteral("seed = 0");
  Statement others(m_database,
                   QStringLiteral("SELECT %1seed = 1 AND quiet_until IS NULL) OR %1quiet_until <= ?) OR %1%2 AND "
                                  "quiet_until IS NULL) FROM run AS r WHERE r.id = ?")
                       .arg(those, rest));
  auto found = others.bind(now).bind(run.id).next();
  if (!found) return fail(found.error());
  wait.others = others.boolean(0);
  return wait;
}

Result<std::vector<ReasonFigure>> RunRepository::reasons(RunId id) const {
  Statement count(m_database,
                  QStringLiteral("SELECT state, reason, COUNT(*) FROM outbox WHERE run_id = ? AND seed = 0 AND state "
                                 "IN ('skipped', 'refused', 'in_doubt') AND reason <> 'not_drawn' GROUP BY "
                                 "state, reason ORDER BY state, 3 DESC, reason"));
  count.bind(id);
  std::vector<ReasonFigure> figures;
  while (true) {
    auto row = count.next();
    if (!row) return fail(row.error());
    if (!*row) return figures;
    figures.push_back({rowStateFromName(count.text(0)), count.text(1), count.integer(2)});
  }
}

}  // namespace heliograph::delivery
