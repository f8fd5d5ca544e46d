// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/people/person_events.h"

#include <algorithm>
#include <tuple>

#include "audience/columns/segment_engine.h"
#include "audience/people/id_array.h"
#include "audience/profile_select.h"
#include "storage/native_connection.h"
#include "storage/statement.h"

namespace heliograph::audience {
namespace {

constexpr std::int64_t kEventsBetweenLooks = 250'000;
/// Of more people all events are looked through.
constexpr std::size_t kMostInColumns = 100;

}  // namespace

Result<std::vector<EventPlace>> PersonEvents::find(const std::vector<ProfileId>& people,
                                                   const CancelToken& cancel) const {
  auto types = EventCatalog(m_database, m_clock).list();
  if (!types) return fail(types.error());
  std::vector<EventPlace> found;
  const auto known = findInColumns(people, cancel, found);
  if (!known) return fail(known.error());
  if (!*known) {
    found.clear();
    for (const EventType& type : *types) HELIOGRAPH_TRY(findIn(type.id, people, cancel, found));
  }
  std::sort(found.begin(), found.end(), [](const EventPlace& a, const EventPlace& b) {
    return std::tuple(b.at, a.type.value, a.row) < std::tuple(a.at, b.type.value, b.row);
  });
  return found;
}

Result<bool> PersonEvents::findInColumns(const std::vector<ProfileId>& people, const CancelToken& cancel,
                                         std::vector<EventPlace>& found) const {
  if (m_columns == nullptr || people.size() > kMostInColumns) return false;
  const auto known = m_columns->eventIds(people, cancel);
  if (!known) return false;
  if (!*known) return fail(known->error());
  auto connection = storage::NativeConnection::open(m_database, storage::NativeConnection::Mode::Read);
  if (!connection) return fail(connection.error());
  const std::string owners = idArray(people).toStdString();
  for (const EventIds& events : **known) {
    auto select = connection->prepare(
        QStringLiteral("SELECT at FROM %1 WHERE id = ? AND profile_id IN (SELECT value FROM json_each(?))")
            .arg(eventTable(events.type)));
    if (!select) return fail(select.error());
    for (const qint64 id : events.ids) {
      select->bind(1, std::int64_t{id});
      select->bindText(2, owners);
      auto row = select->step();
      if (!row) return fail(row.error());
      if (!*row) return false;  // the workspace has changed since
      found.push_back({events.type, id, select->integer(0)});
      select->reset();
    }
  }
  return true;
}

/// In pieces, so that it can be cancelled and no reading holds up the emptying of the log.
Result<> PersonEvents::findIn(EventTypeId type, const std::vector<ProfileId>& people, const CancelToken& cancel,
                              std::vector<EventPlace>& found) const {
  auto connection = storage::NativeConnection::open(m_database, storage::NativeConnection::Mode::Read);
  if (!connection) return fail(connection.error());
  const QString table = eventTable(type);
  auto last = connection->prepare(QStringLiteral("SELECT max(id) FROM %1").arg(table));
  if (!last) return fail(last.error());
  auto any = last->step();
  if (!any) return fail(any.error());
  const std::int64_t end = *any ? last->integer(0) : 0;
  last->reset();
  const bool one = people.size() == 1;
  auto select = connection->prepare(
      QStringLiteral("SELECT id, at FROM %1 WHERE id > ? AND id <= ? AND profile_id %2")
          .arg(table, one ? QStringLiteral("= ?") : QStringLiteral("IN (SELECT value FROM json_each(?))")));
  if (!select) return fail(select.error());
  const std::string ids = idArray(people).toStdString();
  for (std::int64_t from = 0; from < end; from += kEventsBetweenLooks) {
    if (cancel.isCancelled()) return fail(ErrorCode::Cancelled, QStringLiteral("Cancelled."));
    select->bind(1, from);
    select->bind(2, from + kEventsBetweenLooks);
    one ? select->bind(3, std::int64_t{people.front().value}) : select->bindText(3, ids);
    while (true) {
      auto row = select->step();
      if (!row) return fail(row.error());
      if (!*row) break;
      found.push_back({type, select->integer(0), select->integer(1)});
    }
  }
  return {};
}

Result<std::vector<PersonEvent>> PersonEvents::read(const std::vector<EventPlace>& places) const {
  auto types = EventCatalog(m_database, m_clock).list();
  if (!types) return fail(types.error());
  std::vector<PersonEvent> events;
  for (const EventPlace& place : places) {
    const auto type =
        std::find_if(types->begin(), types->end(), [&](const EventType& one) { return one.id == place.type; });
    if (type == types->end()) continue;
    QString sql = QStringLiteral("SELECT at");
    for (const EventProperty& property : type->properties) sql += QStringLiteral(", ") + eventColumn(property.id);
    storage::Statement select(m_database, sql + QStringLiteral(" FROM %1 WHERE id = ?").arg(eventTable(type->id)));
    select.bind(place.row);
    auto row = select.next();
    if (!row) return fail(row.error());
    if (!*row) continue;
    PersonEvent event{type->name, select.instant(0), {}};
    int column = 1;
    for (const EventProperty& property : type->properties) {
      QVariant value = propertyValue(select, column++, property.type);
      if (value.isValid()) event.values.emplace_back(property.name, std::move(value));
    }
    events.push_back(std::move(event));
  }
  return events;
}

}  // namespace heliograph::audience
