// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/events/event_values.h"

#include "audience/events/event_catalog.h"
#include "storage/statement.h"

namespace heliograph::audience {

Result<QHash<QString, qint64>> EventValues::counts(const CancelToken& cancel) const {
  const auto types = EventCatalog(m_database, m_clock).list();
  if (!types) return fail(types.error());
  QHash<QString, qint64> counted;
  for (const EventType& type : *types) {
    if (cancel.isCancelled()) return fail(ErrorCode::Cancelled, QStringLiteral("Cancelled."));
    storage::Statement count(m_database, QStringLiteral("SELECT count(*) FROM %1").arg(eventTable(type.id)));
    auto row = count.next();
    if (!row) return fail(row.error());
    counted.insert(type.name, count.integer(0));
  }
  return counted;
}

Result<std::vector<CommonValue>> EventValues::of(const QString& event, const QString& property, int most,
                                                 const CancelToken& cancel) const {
  const auto types = EventCatalog(m_database, m_clock).list();
  if (!types) return fail(types.error());
  const EventType* type = findEventType(*types, event);
  const EventProperty* found = type != nullptr ? findEventProperty(*type, property) : nullptr;
  if (found == nullptr || !hasCommonValues(found->type)) return std::vector<CommonValue>{};
  return commonValues(m_database, {eventTable(type->id), eventColumn(found->id), found->type}, most, cancel);
}

Result<std::vector<CommonValue>> EventValues::ofDevices(DeviceRule::Field field, int most,
                                                        const CancelToken& cancel) const {
  return commonValues(m_database, {QStringLiteral("device"), deviceFieldName(field)}, most, cancel);
}

Result<bool> EventValues::hasDevices() const {
  storage::Statement find(m_database, QStringLiteral("SELECT EXISTS (SELECT 1 FROM device)"));
  auto row = find.next();
  if (!row) return fail(row.error());
  return find.boolean(0);
}

}  // namespace heliograph::audience
