// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

#include "audience/segment_repository.h"
#include "campaign/campaign.h"
#include "core/result.h"
#include "providers/routes/group_repository.h"
#include "providers/routes/provider_repository.h"

namespace heliograph::campaign {

/// A campaign from elsewhere, made to fit this workspace.
struct ImportedCampaign {
  Campaign campaign;
  QStringList remarks;  ///< what isn't here and was replaced
};

/// Takes campaigns from one workspace to another as JSON in which providers stand by name and a saved segment with its
/// rules. Any thread.
class CampaignExchange final {
 public:
  CampaignExchange(const providers::ProviderRepository& providers, const providers::GroupRepository& groups,
                   const audience::SegmentRepository& segments)
      : m_providers(providers), m_groups(groups), m_segments(segments) {}

  /// The campaign's JSON for another workspace.
  [[nodiscard]] Result<QJsonObject> toJson(const Campaign& campaign) const;

  /// Reads toJson(): names are looked up here; a provider that isn't here becomes the default, a saved segment that
  /// isn't here becomes its rules. Errors: InvalidInput, naming the member that can't be used.
  [[nodiscard]] Result<ImportedCampaign> fromJson(const QByteArray& json) const;

 private:
  [[nodiscard]] Result<Route> routeNamed(const QString& kind, const QString& name) const;
  [[nodiscard]] Result<QString> nameOf(const Route& route) const;
  [[nodiscard]] Result<> findRoute(const QJsonObject& json, ImportedCampaign& imported) const;
  [[nodiscard]] Result<> findSegment(ImportedCampaign& imported) const;

  const providers::ProviderRepository& m_providers;
  const providers::GroupRepository& m_groups;
  const audience::SegmentRepository& m_segments;
};

}  // namespace heliograph::campaign
