// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/segment_renaming.h"

#include <vector>

#include "audience/segment_repository.h"
#include "campaign/campaign_body.h"
#include "campaign/campaign_history.h"
#include "storage/statement.h"
#include "storage/transaction.h"

namespace heliograph::campaign {
namespace {

using storage::Statement;

/// No window's own: what was there before is kept in the history.
const QString kRenamingWriter = QStringLiteral("renaming");

struct RenamedCampaign {
  Campaign campaign;
  bool isDraft = false;
};

Result<std::vector<RenamedCampaign>> renamedCampaigns(const storage::Database& database, SegmentId segment,
                                                      const SegmentRenaming& renaming, CampaignId except) {
  Statement find(database, QStringLiteral("SELECT id, revision, body, state = 'draft' FROM campaign WHERE id <> ?"));
  find.bind(except.value);
  std::vector<RenamedCampaign> renamed;
  while (true) {
    const auto row = find.next();
    if (!row) return fail(row.error());
    if (!*row) return renamed;
    auto campaign = campaignOfRow(find.id<CampaignId>(0), static_cast<int>(find.integer(1)), find.text(2));
    // One that can't be read says so where it is opened.
    if (!campaign) continue;
    Audience audience = withSegmentRenamed(campaign->audience, segment, renaming.from, renaming.to);
    if (audience == campaign->audience) continue;
    campaign->audience = std::move(audience);
    renamed.push_back({std::move(*campaign), find.integer(3) != 0});
  }
}

Result<> storeRenamed(const storage::Database& database, const RenamedCampaign& renamed, const QDateTime& now) {
  const Campaign& campaign = renamed.campaign;
  if (!renamed.isDraft) {
    // What unscheduling or a clone begins with; its revision is the published one's.
    Statement update(database, QStringLiteral("UPDATE campaign SET body = ? WHERE id = ?"));
    return update.bind(bodyOf(campaign)).bind(campaign.id).run();
  }
  HELIOGRAPH_TRY(CampaignHistory(database).keepBeforeSave(campaign.id, campaign.revision, kRenamingWriter, now));
  Statement update(database, QStringLiteral("UPDATE campaign SET body = ?, revision = revision + 1, updated_at = ?, "
                                            "writer = ? WHERE id = ?"));
  return update.bind(bodyOf(campaign)).bind(now).bind(kRenamingWriter).bind(campaign.id).run();
}

}  // namespace

Audience withSegmentRenamed(Audience audience, SegmentId segment, const QString& from, const QString& to) {
  if (audience.kind == Audience::Kind::Saved && audience.segmentId == segment) audience.segmentName = to;
  audience.segment = audience::withSegmentRenamed(std::move(audience.segment), from, to);
  audience.live.filter = audience::withSegmentRenamed(std::move(audience.live.filter), from, to);
  return audience;
}

Result<SegmentRenaming> renameSegment(const storage::Database& database, const Clock& clock, SegmentId segment,
                                      const QString& name, CampaignId except) {
  auto transaction = storage::Transaction::begin(database);
  if (!transaction) return fail(transaction.error());
  const auto before = audience::SegmentRepository(database, clock).renameWithin(segment, name);
  if (!before) return fail(before.error());
  SegmentRenaming renaming{*before, name.trimmed()};
  const auto campaigns = renamedCampaigns(database, segment, renaming, except);
  if (!campaigns) return fail(campaigns.error());
  for (const RenamedCampaign& each : *campaigns) {
    HELIOGRAPH_TRY(storeRenamed(database, each, clock.now()));
    if (each.isDraft) ++renaming.drafts;
  }
  HELIOGRAPH_TRY(transaction->commit());
  return renaming;
}

}  // namespace heliograph::campaign
