// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/left_out_count.h"

#include <QCoreApplication>
#include <QLocale>
#include <limits>

#include "storage/statement.h"

namespace heliograph::reports {
namespace {

using storage::Statement;

struct LeftOutLines {
  Q_DECLARE_TR_FUNCTIONS(LeftOutCount)
};

qint64 endOf(const delivery::LeftOut& leftOut) {
  return leftOut.until.isValid() ? leftOut.until.toMSecsSinceEpoch() : std::numeric_limits<qint64>::max();
}

/// Counts people of the run by a condition on their tries `a` of that time.
Result<qint64> countTries(const storage::Database& database, RunId run, const delivery::LeftOut& leftOut,
                          const QString& condition) {
  Statement count(database,
                  QStringLiteral("SELECT COUNT(DISTINCT o.id) FROM outbox o JOIN attempt a ON a.outbox_id = o.id WHERE "
                                 "o.run_id = ? AND o.seed = 0 AND a.finished_at BETWEEN ? AND ? AND ") +
                      condition);
  count.bind(run).bind(leftOut.since.toMSecsSinceEpoch()).bind(endOf(leftOut)).bind(leftOut.provider);
  auto row = count.next();
  if (!row) return fail(row.error());
  return count.integer(0);
}

QString clockTime(const QDateTime& at) {
  return QLocale().toString(at.toLocalTime(), QStringLiteral("d MMM HH:mm"));
}

}  // namespace

Result<std::vector<LeftOutCount>> leftOutCounts(const storage::Database& database, const delivery::Run& run) {
  auto history = delivery::LeftOutProviders(database).history(run.id);
  if (!history) return fail(history.error());
  std::vector<LeftOutCount> counts;
  for (delivery::LeftOut& one : *history) {
    auto rejected = countTries(database, run.id, one,
                               QStringLiteral("a.provider_id = ? AND a.outcome IN ('credentials', "
                                              "'no_credit')"));
    if (!rejected) return fail(rejected.error());
    auto taken = countTries(database, run.id, one, QStringLiteral("a.provider_id <> ? AND a.outcome = 'accepted'"));
    if (!taken) return fail(taken.error());
    LeftOutCount count{std::move(one), *rejected, *taken, 0};
    const bool waits = run.state == delivery::RunState::Paused && run.reason == delivery::hold::noProvider;
    if (waits && !count.leftOut.until.isValid()) {
      Statement left(database, QStringLiteral("SELECT COUNT(*) FROM outbox WHERE run_id = ? AND seed = 0 AND state = "
                                              "'pending'"));
      auto row = left.bind(run.id).next();
      if (!row) return fail(row.error());
      count.waiting = left.integer(0);
    }
    counts.push_back(std::move(count));
  }
  return counts;
}

QString leftOutLine(const LeftOutCount& count) {
  const delivery::LeftOut& one = count.leftOut;
  const QString when = one.until.isValid()
                           ? LeftOutLines::tr("from %1 to %2").arg(clockTime(one.since), clockTime(one.until))
                           : LeftOutLines::tr("since %1").arg(clockTime(one.since));
  QString line = LeftOutLines::tr("%1, so nothing was sent through it %2: others took %L3 meanwhile.")
                     .arg(delivery::leftOutReason(one), when)
                     .arg(count.taken);
  if (count.waiting > 0) line += LeftOutLines::tr(" %L1 wait.").arg(count.waiting);
  if (!one.words.isEmpty()) line += LeftOutLines::tr(" It said: %1").arg(one.words);
  return line;
}

}  // namespace heliograph::reports
