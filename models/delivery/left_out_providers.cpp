// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/left_out_providers.h"

#include "delivery/database_time.h"
#include "storage/statement.h"

namespace heliograph::delivery {

using storage::Statement;

Result<> LeftOutProviders::add(RunId run, ProviderId provider, const QString& words) const {
  Statement insert(m_database, QStringLiteral("INSERT INTO run_left_out (run_id, provider_id, words, at) VALUES (?, ?, "
                                              "?, %1) ON CONFLICT DO NOTHING")
                                   .arg(databaseNow()));
  return insert.bind(run).bind(provider).bind(words).run();
}

Result<std::set<ProviderId>> LeftOutProviders::of(RunId run) const {
  Statement find(m_database, QStringLiteral("SELECT provider_id FROM run_left_out WHERE run_id = ?"));
  find.bind(run);
  std::set<ProviderId> providers;
  while (true) {
    auto row = find.next();
    if (!row) return fail(row.error());
    if (!*row) return providers;
    providers.insert(find.id<ProviderId>(0));
  }
}

Result<std::vector<LeftOutProviders::LeftOut>> LeftOutProviders::describe(RunId run) const {
  Statement find(m_database,
                 QStringLiteral("SELECT o.provider_id, p.name, o.words FROM run_left_out o JOIN provider p ON p.id = "
                                "o.provider_id WHERE o.run_id = ? ORDER BY p.name"));
  find.bind(run);
  std::vector<LeftOut> leftOut;
  while (true) {
    auto row = find.next();
    if (!row) return fail(row.error());
    if (!*row) return leftOut;
    leftOut.push_back({find.id<ProviderId>(0), find.text(1), find.text(2)});
  }
}

Result<> LeftOutProviders::forget(RunId run) const {
  return Statement(m_database, QStringLiteral("DELETE FROM run_left_out WHERE run_id = ?")).bind(run).run();
}

}  // namespace heliograph::delivery
