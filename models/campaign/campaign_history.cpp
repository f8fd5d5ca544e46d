// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/campaign_history.h"

#include "campaign/campaign_body.h"
#include "storage/statement.h"

namespace heliograph::campaign {

using storage::Statement;

namespace {

constexpr qint64 kKeepEveryMs = 60'000;
constexpr qint64 kKeepDays = 30;

SavedRevision::Kind kindOf(const QString& name) {
  if (name == u"stale") return SavedRevision::Kind::Stale;
  if (name == u"published") return SavedRevision::Kind::Published;
  return SavedRevision::Kind::Saved;
}

}  // namespace

Result<> CampaignHistory::keepBeforeSave(CampaignId id, int revision, const QString& writer,
                                         const QDateTime& now) const {
  Statement keep(m_database,
                 QStringLiteral("INSERT INTO campaign_revision (campaign_id, revision, kind, body, saved_at, writer) "
                                "SELECT c.id, c.revision, 'saved', c.body, c.updated_at, c.writer FROM campaign c "
                                "WHERE c.id = ? AND c.revision = ? AND c.state = 'draft' AND (c.writer <> ? OR "
                                "? - c.updated_at >= ? OR "
                                "NOT EXISTS (SELECT 1 FROM campaign_revision r WHERE r.campaign_id = c.id "
                                "AND r.kind = 'saved' AND r.saved_at > c.updated_at - ?))"));
  return keep.bind(id).bind(revision).bind(writer).bind(now).bind(kKeepEveryMs).bind(kKeepEveryMs).run();
}

Result<> CampaignHistory::keepStale(const Campaign& campaign, int baseRevision, const QString& writer,
                                    const QDateTime& now) const {
  Statement again(m_database,
                  QStringLiteral("UPDATE campaign_revision SET body = ?, saved_at = ? WHERE campaign_id = ? "
                                 "AND revision = ? AND kind = 'stale' AND writer = ? AND writer <> ''"));
  again.bind(bodyOf(campaign)).bind(now).bind(campaign.id).bind(baseRevision).bind(writer);
  HELIOGRAPH_TRY(again.run());
  if (again.affected() > 0) return {};
  Statement keep(m_database,
                 QStringLiteral("INSERT INTO campaign_revision (campaign_id, revision, kind, body, saved_at, writer) "
                                "VALUES (?, ?, 'stale', ?, ?, ?)"));
  return keep.bind(campaign.id).bind(baseRevision).bind(bodyOf(campaign)).bind(now).bind(writer).run();
}

Result<> CampaignHistory::thin(CampaignId id, const QDateTime& now) const {
  Statement forget(m_database,
                   QStringLiteral("DELETE FROM campaign_revision WHERE campaign_id = ? AND saved_at < ? AND id <> "
                                  "(SELECT r.id FROM campaign_revision r WHERE r.campaign_id = ? AND r.kind = 'saved' "
                                  "ORDER BY r.saved_at DESC, r.id DESC LIMIT 1)"));
  return forget.bind(id).bind(now.addDays(-kKeepDays)).bind(id).run();
}

Result<std::vector<SavedRevision>> CampaignHistory::list(CampaignId id) const {
  return read(id, QStringLiteral("SELECT revision, kind, saved_at, body FROM campaign_revision "
                                 "WHERE campaign_id = ? ORDER BY saved_at DESC, id DESC"));
}

Result<std::vector<SavedRevision>> CampaignHistory::all(CampaignId id) const {
  return read(id, QStringLiteral("WITH asked(id) AS (SELECT ?) SELECT revision, kind, at, body FROM ("
                                 "SELECT revision, 'saved' AS kind, updated_at AS at, body, 3 AS rank, id "
                                 "FROM campaign WHERE id = (SELECT id FROM asked) "
                                 "UNION ALL SELECT number, 'published', published_at, body, 2, id "
                                 "FROM campaign_version WHERE campaign_id = (SELECT id FROM asked) "
                                 "UNION ALL SELECT revision, kind, saved_at, body, 1, id "
                                 "FROM campaign_revision WHERE campaign_id = (SELECT id FROM asked)) "
                                 "ORDER BY at DESC, rank DESC, id DESC"));
}

Result<std::vector<SavedRevision>> CampaignHistory::read(CampaignId id, const QString& sql) const {
  Statement find(m_database, sql);
  find.bind(id);
  std::vector<SavedRevision> revisions;
  for (;;) {
    auto row = find.next();
    if (!row) return fail(row.error());
    if (!*row) return revisions;
    const int revision = static_cast<int>(find.integer(0));
    auto campaign = campaignOfRow(id, revision, find.text(3));
    if (!campaign) return fail(campaign.error());
    const SavedRevision::Kind kind = kindOf(find.text(1));
    // A published version has its saved segment frozen in it; a draft looks it up.
    const bool frozen = kind == SavedRevision::Kind::Published && campaign->audience.kind == Audience::Kind::Saved;
    if (frozen) campaign->audience.segment = {};
    revisions.push_back({revision, kind, find.instant(2), std::move(*campaign)});
  }
}

}  // namespace heliograph::campaign
