// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/campaign_history.h"

#include "campaign/campaign_body.h"
#include "storage/statement.h"

namespace heliograph::campaign {

using storage::Statement;

namespace {
constexpr qint64 kKeepEveryMs = 60'000;
}

Result<> CampaignHistory::keepBeforeSave(CampaignId id, int revision, const QDateTime& now) const {
  Statement keep(m_database,
                 QStringLiteral("INSERT INTO campaign_revision (campaign_id, revision, kind, body, saved_at) "
                                "SELECT c.id, c.revision, 'saved', c.body, c.updated_at FROM campaign c "
                                "WHERE c.id = ? AND c.revision = ? AND c.state = 'draft' AND (? - c.updated_at >= ? OR "
                                "NOT EXISTS (SELECT 1 FROM campaign_revision r WHERE r.campaign_id = c.id "
                                "AND r.kind = 'saved' AND r.saved_at > c.updated_at - ?))"));
  return keep.bind(id).bind(revision).bind(now).bind(kKeepEveryMs).bind(kKeepEveryMs).run();
}

Result<> CampaignHistory::keepStale(const Campaign& campaign, int baseRevision, const QDateTime& now) const {
  Statement keep(m_database,
                 QStringLiteral("INSERT INTO campaign_revision (campaign_id, revision, kind, body, saved_at) "
                                "VALUES (?, ?, 'stale', ?, ?)"));
  return keep.bind(campaign.id).bind(baseRevision).bind(bodyOf(campaign)).bind(now).run();
}

Result<std::vector<SavedRevision>> CampaignHistory::list(CampaignId id) const {
  Statement find(m_database, QStringLiteral("SELECT revision, kind, saved_at, body FROM campaign_revision "
                                            "WHERE campaign_id = ? ORDER BY saved_at DESC, id DESC"));
  find.bind(id);
  std::vector<SavedRevision> revisions;
  for (;;) {
    auto row = find.next();
    if (!row) return fail(row.error());
    if (!*row) return revisions;
    const int revision = static_cast<int>(find.integer(0));
    auto campaign = campaignOfRow(id, revision, find.text(3));
    if (!campaign) return fail(campaign.error());
    const bool stale = find.text(1) == u"stale";
    revisions.push_back({revision, stale ? SavedRevision::Kind::Stale : SavedRevision::Kind::Saved, find.instant(2),
                         std::move(*campaign)});
  }
}

}  // namespace heliograph::campaign
