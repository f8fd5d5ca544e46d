// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/refusal_watch.h"

#include "delivery/run.h"
#include "storage/statement.h"

namespace heliograph::delivery {

using storage::Statement;

bool tooManyRefused(qint64 answered, qint64 refused, int mostPercent) {
  return answered >= RefusalWatch::leastAnswers && refused * 100 > answered * mostPercent;
}

Result<> RefusalWatch::note(RunId run, const Answers& answers) const {
  Statement add(m_database,
                QStringLiteral("UPDATE run SET answered_now = answered_now + ?, refused_now = refused_now + ? WHERE id "
                               "= ? RETURNING answered_now, answered_before + answered_now, refused_before + "
                               "refused_now, refusals_waived"));
  auto row = add.bind(answers.accepted + answers.refused).bind(answers.refused).bind(run).next();
  if (!row) return fail(row.error());
  if (!*row) return {};
  const bool halfIsFull = add.integer(0) >= halfWindow;
  const bool tooMany = !add.boolean(3) && tooManyRefused(add.integer(1), add.integer(2), m_mostPercent);
  add.reset();
  if (tooMany) {
    Statement pause(m_database, QStringLiteral("UPDATE run SET state = 'paused', hold_reason = ? WHERE id = ? AND "
                                               "state = 'running'"));
    return pause.bind(QString(hold::manyRefused)).bind(run).run();
  }
  if (!halfIsFull) return {};
  Statement shift(m_database, QStringLiteral("UPDATE run SET answered_before = answered_now, refused_before = "
                                             "refused_now, answered_now = 0, refused_now = 0 WHERE id = ?"));
  return shift.bind(run).run();
}

}  // namespace heliograph::delivery
