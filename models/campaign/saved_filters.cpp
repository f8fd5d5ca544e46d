// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/saved_filters.h"

#include <QJsonDocument>

#include "storage/statement.h"

namespace heliograph::campaign {

using storage::Statement;

namespace {

QString definitionOf(const CampaignQuery& query) {
  return QString::fromUtf8(QJsonDocument(toJson(query)).toJson(QJsonDocument::Compact));
}

Result<> changedOne(const Statement& change) {
  if (change.affected() > 0) return {};
  return fail(ErrorCode::NotFound, QStringLiteral("This filter isn't there any more."));
}

}  // namespace

Result<std::vector<SavedFilter>> SavedFilters::list() const {
  Statement find(m_database, QStringLiteral("SELECT id, name, definition FROM campaign_filter ORDER BY id"));
  std::vector<SavedFilter> filters;
  for (;;) {
    auto row = find.next();
    if (!row) return fail(row.error());
    if (!*row) return filters;
    const QJsonObject definition = QJsonDocument::fromJson(find.text(2).toUtf8()).object();
    filters.push_back({find.id<SavedFilterId>(0), find.text(1), queryFromJson(definition)});
  }
}

Result<SavedFilterId> SavedFilters::add(const QString& name, const CampaignQuery& query) const {
  auto usable = usableName(name, {});
  if (!usable) return fail(usable.error());
  Statement insert(m_database,
                   QStringLiteral("INSERT INTO campaign_filter (name, definition, created_at) VALUES (?, ?, ?)"));
  HELIOGRAPH_TRY(insert.bind(*usable).bind(definitionOf(query)).bind(m_clock.now()).run());
  return SavedFilterId{insert.insertedId()};
}

Result<> SavedFilters::rename(SavedFilterId id, const QString& name) const {
  auto usable = usableName(name, id);
  if (!usable) return fail(usable.error());
  Statement update(m_database, QStringLiteral("UPDATE campaign_filter SET name = ? WHERE id = ?"));
  HELIOGRAPH_TRY(update.bind(*usable).bind(id).run());
  return changedOne(update);
}

Result<> SavedFilters::replace(SavedFilterId id, const CampaignQuery& query) const {
  Statement update(m_database, QStringLiteral("UPDATE campaign_filter SET definition = ? WHERE id = ?"));
  HELIOGRAPH_TRY(update.bind(definitionOf(query)).bind(id).run());
  return changedOne(update);
}

Result<> SavedFilters::remove(SavedFilterId id) const {
  Statement erase(m_database, QStringLiteral("DELETE FROM campaign_filter WHERE id = ?"));
  HELIOGRAPH_TRY(erase.bind(id).run());
  return changedOne(erase);
}

Result<QString> SavedFilters::usableName(const QString& name, SavedFilterId id) const {
  const QString trimmed = name.trimmed();
  if (trimmed.isEmpty()) return fail(ErrorCode::InvalidInput, QStringLiteral("Give the filter a name."));
  Statement taken(m_database, QStringLiteral("SELECT 1 FROM campaign_filter WHERE name = ? AND id <> ?"));
  taken.bind(trimmed).bind(id.value);
  auto row = taken.next();
  if (!row) return fail(row.error());
  if (!*row) return trimmed;
  return fail(ErrorCode::Conflict, QStringLiteral("There is a filter “%1” already. Choose another name.").arg(trimmed));
}

}  // namespace heliograph::campaign
