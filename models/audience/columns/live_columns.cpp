// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/columns/live_columns.h"

#include <algorithm>

#include "audience/columns/event_scan.h"
#include "audience/columns/segment_evaluation.h"

namespace heliograph::audience {
namespace {

tl::unexpected<Error> liveCancelled() {
  return fail(ErrorCode::Cancelled, QStringLiteral("Cancelled."));
}

}  // namespace

Result<PeopleBits> LiveColumns::people(const Segment& filter) {
  return SegmentEvaluation(m_ground, m_database, m_cache, m_time, m_cancel).run(filter);
}

Result<> LiveColumns::events(const Query& query, const VisitEvent& visit) {
  auto scan = EventQuery::of(*query.type, {}, *query.where, m_time);
  if (!scan) return fail(scan.error());
  if (query.from) scan->from = *query.from;
  if (query.until) scan->until = *query.until;
  for (const auto& part : m_ground.snapshot->events(query.type->id)) {
    if (m_cancel.isCancelled()) return liveCancelled();
    const auto matches = EventMatches::of(*scan, *part, m_ground.snapshot->limit());
    if (!matches) return fail(matches.error());
    const auto at = matches->rows().at;
    const auto persons = matches->rows().persons;
    if (query.date == nullptr) {
      matches->forEach([&](std::size_t row) { visit(persons[row], at[row], 0); });
      continue;
    }
    const auto dates = part->column(query.date->id.value, PropertyType::Date);
    if (!dates) return fail(dates.error());
    if ((*dates)->isStrange) return leftToStatement();
    if ((*dates)->isEmpty) continue;
    matches->forEach([&](std::size_t row) {
      if ((*dates)->has(row)) visit(persons[row], at[row], (*dates)->instants[row]);
    });
  }
  return {};
}

Result<> LiveColumns::dates(const Property& property, const VisitDate& visit) {
  std::size_t first = 0;
  for (const auto& part : m_ground.snapshot->people()) {
    if (m_cancel.isCancelled()) return liveCancelled();
    const auto dates = part->column(property.id.value, PropertyType::Date);
    if (!dates) return fail(dates.error());
    if ((*dates)->isStrange) return leftToStatement();
    for (std::size_t row = 0; !(*dates)->isEmpty && row < (*dates)->rows; ++row) {
      if ((*dates)->has(row)) visit(first + row, (*dates)->instants[row]);
    }
    first += static_cast<std::size_t>(kPeopleOfPart);
  }
  return {};
}

Result<std::optional<qint64>> LiveColumns::newest(const EventType& type) {
  std::optional<qint64> newest;
  for (const auto& part : m_ground.snapshot->events(type.id)) {
    const auto rows = part->events(m_ground.snapshot->limit());
    if (!rows) return fail(rows.error());
    if ((*rows)->at.empty()) continue;
    const qint64 last = (*rows)->at.back();
    newest = std::max(newest.value_or(last), last);
  }
  return newest;
}

}  // namespace heliograph::audience
