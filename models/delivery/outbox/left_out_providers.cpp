// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/outbox/left_out_providers.h"

#include <QCoreApplication>

#include "delivery/outbox/database_time.h"
#include "providers/routes/setup_mark.h"
#include "storage/statement.h"

namespace heliograph::delivery {
namespace {

/// When provider `p` was last known to be good.
const QString kGoodAt = QStringLiteral("MAX(COALESCE(p.verified_at, 0), COALESCE(p.last_accepted_at, 0))");

struct LeftOutWords {
  Q_DECLARE_TR_FUNCTIONS(LeftOut)
};

}  // namespace

using storage::Statement;

Result<> LeftOutProviders::add(RunId run, ProviderId provider, const Cause& cause) const {
  Statement insert(m_database,
                   QStringLiteral("INSERT INTO run_left_out (run_id, provider_id, at, code, words, setup, good_at) "
                                  "SELECT ?, p.id, %1, ?, ?, ?, %2 FROM provider p WHERE p.id = ? AND NOT EXISTS "
                                  "(SELECT 1 FROM run_left_out o WHERE o.run_id = ? AND o.provider_id = p.id AND "
                                  "o.ended_at IS NULL) ON CONFLICT DO UPDATE SET ended_at = NULL, code = "
                                  "excluded.code, words = excluded.words, setup = excluded.setup, good_at = "
                                  "excluded.good_at")
                       .arg(databaseNow(), kGoodAt));
  return insert.bind(run).bind(cause.code).bind(cause.words).bind(cause.setupMark).bind(provider).bind(run).run();
}

Result<std::set<ProviderId>> LeftOutProviders::of(RunId run) const {
  Statement find(m_database,
                 QStringLiteral("SELECT provider_id FROM run_left_out WHERE run_id = ? AND ended_at IS NULL"));
  find.bind(run);
  std::set<ProviderId> providers;
  while (true) {
    auto row = find.next();
    if (!row) return fail(row.error());
    if (!*row) return providers;
    providers.insert(find.id<ProviderId>(0));
  }
}

Result<std::vector<LeftOut>> LeftOutProviders::read(RunId run, const QString& which) const {
  Statement find(m_database,
                 QStringLiteral("SELECT o.provider_id, p.name, o.code, o.words, o.at, o.ended_at FROM run_left_out o "
                                "JOIN provider p ON p.id = o.provider_id WHERE o.run_id = ? ") +
                     which);
  find.bind(run);
  std::vector<LeftOut> leftOut;
  while (true) {
    auto row = find.next();
    if (!row) return fail(row.error());
    if (!*row) return leftOut;
    LeftOut one{find.id<ProviderId>(0),
                find.text(1),
                find.text(2),
                find.text(3),
                QDateTime::fromMSecsSinceEpoch(find.integer(4), Qt::UTC),
                {}};
    if (!find.isNull(5)) one.until = QDateTime::fromMSecsSinceEpoch(find.integer(5), Qt::UTC);
    leftOut.push_back(std::move(one));
  }
}

Result<std::vector<LeftOut>> LeftOutProviders::describe(RunId run) const {
  return read(run, QStringLiteral("AND o.ended_at IS NULL ORDER BY p.name"));
}

Result<std::vector<LeftOut>> LeftOutProviders::history(RunId run) const {
  return read(run, QStringLiteral("ORDER BY o.at, p.name"));
}

Result<> LeftOutProviders::forget(RunId run) const {
  Statement end(
      m_database,
      QStringLiteral("UPDATE run_left_out SET ended_at = %1 WHERE run_id = ? AND ended_at IS NULL").arg(databaseNow()));
  return end.bind(run).run();
}

Result<> LeftOutProviders::forgetMended(RunId run, const std::vector<providers::ReadyProvider>& providers) const {
  Statement end(m_database,
                QStringLiteral("UPDATE run_left_out AS o SET ended_at = %1 WHERE o.run_id = ? AND o.provider_id = ? "
                               "AND o.ended_at IS NULL AND (o.setup <> ? OR o.good_at < (SELECT %2 FROM provider p "
                               "WHERE p.id = o.provider_id))")
                    .arg(databaseNow(), kGoodAt));
  for (const providers::ReadyProvider& one : providers) {
    HELIOGRAPH_TRY(end.bind(run).bind(one.provider.id).bind(providers::setupMark(one)).run());
  }
  return {};
}

QString leftOutReason(const LeftOut& provider) {
  return provider.code == left_out::noCredit ? LeftOutWords::tr("“%1” has no credit left").arg(provider.name)
                                             : LeftOutWords::tr("“%1” refused its credentials").arg(provider.name);
}

QString leftOutText(const std::vector<LeftOut>& providers) {
  QStringList sentences;
  for (const LeftOut& one : providers) {
    const QString todo = one.code == left_out::noCredit ? LeftOutWords::tr("Top it up, then verify it.")
                                                        : LeftOutWords::tr("Enter them again, or verify it.");
    sentences << leftOutReason(one) + QStringLiteral(". ") + todo;
  }
  return sentences.join(QLatin1Char(' '));
}

}  // namespace heliograph::delivery
