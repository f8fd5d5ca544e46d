// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/columns/column_part.h"

#include <algorithm>

#include "audience/columns/fixed_column.h"

namespace heliograph::audience {
namespace {

Result<EventRows> loadEvents(const ColumnFile& file) {
  auto at = rowSection<std::int64_t>(file, FixedColumn::eventAt, SectionKind::Instants);
  if (!at) return fail(at.error());
  auto persons = rowSection<std::uint32_t>(file, FixedColumn::eventPerson, SectionKind::Persons);
  if (!persons) return fail(persons.error());
  if (!std::is_sorted(at->begin(), at->end())) return damagedColumns(QStringLiteral("events are not in order"));
  const auto highest = std::max_element(persons->begin(), persons->end());
  return EventRows{*at, *persons, highest == persons->end() ? 0 : *highest};
}

}  // namespace

Result<const Column*> ColumnPart::column(std::int64_t column, PropertyType type) const {
  const std::lock_guard lock(m_mutex);
  auto& known = m_columns[column];
  if (known && known->type != type) return damagedColumns(QStringLiteral("a column has two types"));
  if (!known) {
    auto loaded = Column::load(*m_file, column, type);
    if (!loaded) return fail(loaded.error());
    known = std::make_unique<const Column>(*loaded);
  }
  return known.get();
}

Result<const EventRows*> ColumnPart::events(std::size_t limit) const {
  const std::lock_guard lock(m_mutex);
  if (!m_events) {
    auto loaded = loadEvents(*m_file);
    if (!loaded) return fail(loaded.error());
    m_events = *loaded;
  }
  if (!m_events->persons.empty() && m_events->highestPerson >= limit) {
    return damagedColumns(QStringLiteral("an event is nobody's"));
  }
  return &*m_events;
}

}  // namespace heliograph::audience
