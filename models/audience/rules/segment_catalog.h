// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>
#include <vector>

#include "audience/events/event_catalog.h"
#include "audience/property.h"
#include "audience/rules/goal.h"
#include "audience/segment.h"
#include "core/ids.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::audience {

/// A campaign as rules name it.
struct NamedCampaign {
  CampaignId id;
  QString name;
  QStringList labels;
};

/// What a published version of a campaign was meant to bring about.
struct SentGoal {
  CampaignId campaign;
  VersionId version;
  Goal goal;
};

/// What the rules of a segment may speak of: a snapshot of the workspace's names. A value.
struct SegmentCatalog {
  std::vector<Property> properties;
  std::vector<EventType> events;
  QHash<QString, CustomListId> lists;
  QHash<QString, Segment> segments;  ///< saved ones; one that can't be read is left out
  std::vector<NamedCampaign> campaigns;
  std::vector<SentGoal> goals;  ///< of versions that have one

  [[nodiscard]] static Result<SegmentCatalog> load(const storage::Database& database);

  /// The event type of that name, or nullptr.
  [[nodiscard]] const EventType* event(const QString& name) const;
  /// The campaigns that are meant by a name, or by a label (without regard to case).
  [[nodiscard]] std::vector<CampaignId> campaignsOf(const CampaignRule& rule) const;
};

}  // namespace heliograph::audience
