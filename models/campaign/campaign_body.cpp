// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/campaign_body.h"

#include <QJsonDocument>

#include "campaign/campaign_json.h"

namespace heliograph::campaign {

QString bodyOf(Campaign draft) {
  draft.snippets.clear();
  draft.asked.reset();
  return frozenBodyOf(draft);
}

QString frozenBodyOf(const Campaign& campaign) {
  return QString::fromUtf8(QJsonDocument(toJson(campaign)).toJson(QJsonDocument::Compact));
}

Result<Campaign> campaignOfRow(CampaignId id, int revision, const QString& body) {
  auto campaign = campaignFromJson(body.toUtf8());
  if (!campaign) {
    return fail(
        ErrorCode::Damaged,
        QStringLiteral("Campaign %1 can't be read. Restore the workspace from a backup, or delete the campaign.")
            .arg(id.value),
        campaign.error().code == ErrorCode::InvalidInput ? QString() : campaign.error().detail);
  }
  campaign->id = id;
  campaign->revision = revision;
  return campaign;
}

Error noSuchCampaign(CampaignId id) {
  return {ErrorCode::NotFound,
          QStringLiteral("There is no campaign %1. See the list of campaigns for their numbers.").arg(id.value),
          {}};
}

}  // namespace heliograph::campaign
