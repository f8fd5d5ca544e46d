// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/run/run_conversions.h"

#include "audience/events/event_catalog.h"
#include "audience/rules/conversion_sql.h"
#include "campaign/campaign_repository.h"
#include "core/clock.h"
#include "storage/read_transaction.h"
#include "storage/statement.h"

namespace heliograph::delivery {
namespace {

using storage::Statement;

void add(ConversionFigures& sum, const ConversionFigures& more) {
  sum.people += more.people;
  sum.converted += more.converted;
  sum.revenue += more.revenue;
}

/// Puts the figures of one copy, or of who was held back, in their places.
void addGroup(RunConversions& run, bool held, std::size_t copy, const ConversionFigures& more) {
  if (held) {
    if (!run.heldBack) run.heldBack.emplace();
    return add(*run.heldBack, more);
  }
  add(run.sent, more);
  if (copy < run.copies.size()) add(run.copies[copy], more);
}

Result<> addPeople(const storage::Database& database, RunId run, RunConversions& counted) {
  Statement find(
      database, QStringLiteral("SELECT state = 'skipped', COALESCE(copy, 0), COUNT(*) FROM outbox WHERE run_id = ? AND "
                               "seed = 0 AND (state = 'accepted' OR (state = 'skipped' AND reason IN ('control_group', "
                               "'workspace_control_group'))) GROUP BY 1, 2"));
  find.bind(run);
  while (true) {
    auto row = find.next();
    if (!row) return fail(row.error());
    if (!*row) return {};
    addGroup(counted, find.integer(0) != 0, static_cast<std::size_t>(find.integer(1)), {find.integer(2), 0, 0});
  }
}

Result<> addConversions(const storage::Database& database, RunId run, RunConversions& counted) {
  const SystemClock clock;
  auto events = audience::EventCatalog(database, clock).list();
  if (!events) return fail(events.error());
  QVariantList values;
  const auto rows = audience::conversionSql(counted.goal, *events, audience::EvaluationTime::local(clock),
                                            QStringLiteral("r.id = %1").arg(run.value), values);
  if (!rows) return fail(rows.error());
  Statement find(database,
                 QStringLiteral("SELECT held, COALESCE(copy, 0), COUNT(DISTINCT outbox_id), TOTAL(revenue) FROM "
                                "(%1) GROUP BY 1, 2")
                     .arg(*rows));
  for (const QVariant& value : values) find.bindValue(value);
  while (true) {
    auto row = find.next();
    if (!row) return fail(row.error());
    if (!*row) return {};
    addGroup(counted, find.integer(0) != 0, static_cast<std::size_t>(find.integer(1)),
             {0, find.integer(2), find.real(3)});
  }
}

}  // namespace

Result<std::optional<RunConversions>> countConversions(const storage::Database& database, const Run& run) {
  const SystemClock clock;
  auto frozen = campaign::CampaignRepository(database, clock).version(run.version);
  if (!frozen) return fail(frozen.error());
  const campaign::Campaign& campaign = frozen->campaign;
  if (!campaign.goal) return std::optional<RunConversions>();
  RunConversions counted;
  counted.goal = *campaign.goal;
  counted.copies.resize(static_cast<std::size_t>(campaign::copyCount(campaign.variants)));
  HELIOGRAPH_TRY(addPeople(database, run.id, counted));
  HELIOGRAPH_TRY(addConversions(database, run.id, counted));
  return counted;
}

}  // namespace heliograph::delivery
