// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/rules/segment_catalog.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>
#include <functional>

#include "audience/property_repository.h"
#include "core/clock.h"
#include "storage/statement.h"

namespace heliograph::audience {
namespace {

Result<> readEach(const storage::Database& database, const QString& sql,
                  const std::function<void(const storage::Statement&)>& take) {
  storage::Statement select(database, sql);
  while (true) {
    auto row = select.next();
    if (!row) return fail(row.error());
    if (!*row) return {};
    take(select);
  }
}

QStringList textsOf(const QByteArray& json) {
  QStringList texts;
  for (const QJsonValue& each : QJsonDocument::fromJson(json).array()) texts << each.toString();
  return texts;
}

}  // namespace

Result<SegmentCatalog> SegmentCatalog::load(const storage::Database& database) {
  const SystemClock clock;
  auto properties = PropertyRepository(database, clock).list();
  if (!properties) return fail(properties.error());
  auto events = EventCatalog(database, clock).list();
  if (!events) return fail(events.error());
  SegmentCatalog catalog;
  catalog.properties = std::move(*properties);
  catalog.events = std::move(*events);
  HELIOGRAPH_TRY(readEach(database, QStringLiteral("SELECT id, name FROM custom_list"), [&](const auto& row) {
    catalog.lists.insert(row.text(1), row.template id<CustomListId>(0));
  }));
  HELIOGRAPH_TRY(readEach(database, QStringLiteral("SELECT name, definition FROM segment"), [&](const auto& row) {
    if (auto segment = segmentFromJson(QJsonDocument::fromJson(row.bytes(1)).object())) {
      catalog.segments.insert(row.text(0), std::move(*segment));
    }
  }));
  HELIOGRAPH_TRY(
      readEach(database, QStringLiteral("SELECT id, name, json_extract(body, '$.labels') FROM campaign ORDER BY id"),
               [&](const auto& row) {
                 catalog.campaigns.push_back({row.template id<CampaignId>(0), row.text(1), textsOf(row.bytes(2))});
               }));
  HELIOGRAPH_TRY(readEach(
      database,
      QStringLiteral(
          "SELECT campaign_id, id, json_extract(body, '$.goal') FROM campaign_version WHERE json_valid(body) "
          "AND json_type(body, '$.goal') = 'object' ORDER BY id"),
      [&](const auto& row) {
        auto goal = goalFromJson(QJsonDocument::fromJson(row.bytes(2)).object());
        if (!goal) return;
        catalog.goals.push_back({row.template id<CampaignId>(0), row.template id<VersionId>(1), std::move(*goal)});
      }));
  return catalog;
}

const EventType* SegmentCatalog::event(const QString& name) const {
  return findEventType(events, name);
}

std::vector<CampaignId> SegmentCatalog::campaignsOf(const CampaignRule& rule) const {
  const QString folded = rule.name.toCaseFolded();
  std::vector<CampaignId> found;
  for (const NamedCampaign& each : campaigns) {
    const bool meant = rule.by == CampaignRule::By::Campaign
                           ? each.name == rule.name
                           : std::any_of(each.labels.begin(), each.labels.end(),
                                         [&](const QString& label) { return label.toCaseFolded() == folded; });
    if (meant) found.push_back(each.id);
  }
  return found;
}

}  // namespace heliograph::audience
