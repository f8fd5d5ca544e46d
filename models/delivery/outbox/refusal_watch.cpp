// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/outbox/refusal_watch.h"

#include <algorithm>

#include "delivery/outbox/run.h"
#include "storage/statement.h"

namespace heliograph::delivery {

using storage::Statement;

namespace {

/// run.refusals_waived: a person let it go on in spite of the number, not only of the share.
constexpr qint64 kNumberWaived = 2;

}  // namespace

bool tooManyRefused(qint64 answered, qint64 refused, int mostPercent) {
  return answered >= RefusalWatch::leastAnswers && refused * 100 > answered * mostPercent;
}

Result<> RefusalWatch::note(RunId run, const Answers& answers) const {
  Statement add(m_database,
                QStringLiteral("UPDATE run SET answered_now = answered_now + ?, refused_now = refused_now + ? WHERE id "
                               "= ? RETURNING answered_now, answered_before + answered_now, refused_before + "
                               "refused_now, refusals_waived, only_people"));
  auto row = add.bind(answers.accepted + answers.refused).bind(answers.refused).bind(run).next();
  if (!row) return fail(row.error());
  if (!*row) return {};
  const bool halfIsFull = add.integer(0) >= halfWindow;
  const qint64 waived = add.integer(3);
  const bool tooMany = waived == 0 && tooManyRefused(add.integer(1), add.integer(2), m_mostPercent);
  const qint64 onlyPeople = answers.refused > 0 && waived < kNumberWaived ? add.integer(4) : 0;
  add.reset();
  if (tooMany) return pause(run, hold::manyRefused);
  const auto overLimit = isOverLimit(run, onlyPeople);
  if (!overLimit) return fail(overLimit.error());
  if (*overLimit) return pause(run, hold::limitRefused);
  if (!halfIsFull) return {};
  Statement shift(m_database, QStringLiteral("UPDATE run SET answered_before = answered_now, refused_before = "
                                             "refused_now, answered_now = 0, refused_now = 0 WHERE id = ?"));
  return shift.bind(run).run();
}

/// `onlyPeople` 0: there is no limit to be over.
Result<bool> RefusalWatch::isOverLimit(RunId run, qint64 onlyPeople) const {
  if (onlyPeople == 0) return false;
  Statement refused(m_database, QStringLiteral("SELECT COUNT(*) FROM outbox WHERE run_id = ? AND seed = 0 AND state = "
                                               "'refused'"));
  auto row = refused.bind(run).next();
  if (!row) return fail(row.error());
  return refused.integer(0) > std::max(leastOverLimit, onlyPeople);
}

Result<> RefusalWatch::pause(RunId run, const QString& reason) const {
  Statement pause(m_database, QStringLiteral("UPDATE run SET state = 'paused', hold_reason = ? WHERE id = ? AND "
                                             "state = 'running'"));
  return pause.bind(reason).bind(run).run();
}

}  // namespace heliograph::delivery
