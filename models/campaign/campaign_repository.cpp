// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/campaign_repository.h"

#include "campaign/campaign_body.h"
#include "campaign/campaign_freezing.h"
#include "campaign/campaign_summaries.h"
#include "campaign/frozen_sources.h"
#include "storage/statement.h"
#include "storage/transaction.h"

namespace heliograph::campaign {

using storage::Statement;
using storage::Transaction;

namespace {

Error saveRefused(const QString& state) {
  if (state == u"draft") {
    return {
        ErrorCode::Conflict,
        QStringLiteral("Somebody saved a newer version of this campaign in between. Yours was not put over it; it is "
                       "kept in the campaign's history."),
        {}};
  }
  return {ErrorCode::Unsupported,
          QStringLiteral("The campaign was published in between and stays as it was sent. Your changes are kept in its "
                         "history; clone it to send again."),
          {}};
}

/// A control group has its seed from the first time it is saved on.
Campaign withSeed(Campaign campaign) {
  campaign.holdBack = campaign.holdBack.withPercent(campaign.holdBack.percent);
  return campaign;
}

}  // namespace

Result<Campaign> CampaignRepository::create(Campaign campaign) const {
  campaign = withSeed(std::move(campaign));
  const QDateTime now = m_clock.now();
  Statement insert(m_database,
                   QStringLiteral("INSERT INTO campaign (name, state, body, revision, created_at, updated_at) "
                                  "VALUES (?, 'draft', ?, 1, ?, ?)"));
  HELIOGRAPH_TRY(insert.bind(campaign.name).bind(bodyOf(campaign)).bind(now).bind(now).run());
  campaign.id = CampaignId{insert.insertedId()};
  campaign.revision = 1;
  return campaign;
}

Result<Campaign> CampaignRepository::load(CampaignId id) const {
  Statement find(m_database, QStringLiteral("SELECT revision, body FROM campaign WHERE id = ?"));
  find.bind(id);
  auto row = find.next();
  if (!row) return fail(row.error());
  if (!*row) return fail(noSuchCampaign(id));
  return campaignOfRow(id, static_cast<int>(find.integer(0)), find.text(1));
}

Result<int> CampaignRepository::save(const Campaign& campaign, int baseRevision, const QString& writer) const {
  const QDateTime now = m_clock.now();
  const CampaignHistory history(m_database);
  auto transaction = Transaction::begin(m_database);
  if (!transaction) return fail(transaction.error());
  HELIOGRAPH_TRY(history.keepBeforeSave(campaign.id, baseRevision, writer, now));
  HELIOGRAPH_TRY(history.thin(campaign.id, now));
  Statement update(m_database,
                   QStringLiteral("UPDATE campaign SET name = ?, body = ?, revision = revision + 1, "
                                  "updated_at = ?, writer = ? WHERE id = ? AND revision = ? AND state = 'draft'"));
  update.bind(campaign.name)
      .bind(bodyOf(withSeed(campaign)))
      .bind(now)
      .bind(writer)
      .bind(campaign.id)
      .bind(baseRevision);
  HELIOGRAPH_TRY(update.run());
  if (update.affected() == 1) {
    HELIOGRAPH_TRY(transaction->commit());
    return baseRevision + 1;
  }
  Statement find(m_database, QStringLiteral("SELECT state FROM campaign WHERE id = ?"));
  find.bind(campaign.id);
  auto row = find.next();
  if (!row) return fail(row.error());
  if (!*row) return fail(noSuchCampaign(campaign.id));
  const QString state = find.text(0);
  find.reset();
  HELIOGRAPH_TRY(history.keepStale(campaign, baseRevision, writer, now));
  HELIOGRAPH_TRY(transaction->commit());
  return fail(saveRefused(state));
}

Result<std::vector<SavedRevision>> CampaignRepository::revisions(CampaignId id) const {
  return CampaignHistory(m_database).list(id);
}

Result<std::vector<SavedRevision>> CampaignRepository::history(CampaignId id) const {
  return CampaignHistory(m_database).all(id);
}

Result<DraftStamp> CampaignRepository::stamp(CampaignId id) const {
  Statement find(m_database, QStringLiteral("SELECT revision, updated_at, state FROM campaign WHERE id = ?"));
  find.bind(id);
  auto row = find.next();
  if (!row) return fail(row.error());
  if (!*row) return fail(noSuchCampaign(id));
  return DraftStamp{static_cast<int>(find.integer(0)), find.instant(1), find.text(2) == u"draft"};
}

Result<std::vector<CampaignSummary>> CampaignRepository::list(bool withArchived) const {
  return querySummaries(m_database, {withArchived, {}});
}

Result<CampaignSummary> CampaignRepository::summary(CampaignId id) const {
  auto summaries = querySummaries(m_database, {true, id});
  if (!summaries) return fail(summaries.error());
  if (!id.isValid() || summaries->empty()) return fail(noSuchCampaign(id));
  return std::move(summaries->front());
}

Result<Campaign> CampaignRepository::clone(CampaignId id) const {
  auto campaign = load(id);
  if (!campaign) return fail(campaign.error());
  campaign->name = QStringLiteral("%1 (copy)").arg(campaign->name);
  campaign->holdBack.seed = 0;
  return create(std::move(*campaign));
}

Result<> CampaignRepository::remove(CampaignId id) const {
  Statement erase(m_database, QStringLiteral("DELETE FROM campaign WHERE id = ? AND state = 'draft' AND NOT EXISTS "
                                             "(SELECT 1 FROM campaign_version v WHERE v.campaign_id = campaign.id)"));
  HELIOGRAPH_TRY(erase.bind(id).run());
  if (erase.affected() == 1) return {};
  HELIOGRAPH_TRY(summary(id));
  return fail(ErrorCode::Unsupported,
              QStringLiteral("This campaign was published and its report stays. Archive it to take it off the list."));
}

Result<> CampaignRepository::archive(CampaignId id) const {
  Statement update(m_database,
                   QStringLiteral("UPDATE campaign SET archived_at = ? WHERE id = ? AND NOT EXISTS (SELECT 1 "
                                  "FROM run r WHERE r.campaign_id = campaign.id AND r.state NOT IN "
                                  "('stopped', 'done'))"));
  HELIOGRAPH_TRY(update.bind(m_clock.now()).bind(id).run());
  if (update.affected() == 1) return {};
  HELIOGRAPH_TRY(summary(id));
  return fail(ErrorCode::Conflict,
              QStringLiteral("This campaign is still to be sent. Stop it or wait for its end, then archive it."));
}

Result<> CampaignRepository::unarchive(CampaignId id) const {
  Statement update(m_database, QStringLiteral("UPDATE campaign SET archived_at = NULL WHERE id = ?"));
  HELIOGRAPH_TRY(update.bind(id).run());
  if (update.affected() == 0) return fail(noSuchCampaign(id));
  return {};
}

Result<PublishedVersion> CampaignRepository::freeze(CampaignId id, int expectedRevision, qint64 approvedReach,
                                                    const std::vector<QDateTime>& dueTimes,
                                                    const std::optional<providers::AskedFields>& asked) const {
  return CampaignFreezing(m_database, m_clock).freeze(id, expectedRevision, approvedReach, dueTimes, asked);
}

Result<> CampaignRepository::unschedule(CampaignId id) const {
  return CampaignFreezing(m_database, m_clock).unschedule(id);
}

Result<> CampaignRepository::markStopped(CampaignId id) const {
  Statement update(m_database, QStringLiteral("UPDATE campaign SET state = 'stopped', updated_at = ? "
                                              "WHERE id = ? AND state <> 'draft'"));
  HELIOGRAPH_TRY(update.bind(m_clock.now()).bind(id).run());
  if (update.affected() == 0) return fail(noSuchCampaign(id));
  return {};
}

Result<FrozenCampaign> CampaignRepository::version(VersionId id) const {
  return findVersion(QStringLiteral("id = ?"), id.value);
}

Result<FrozenCampaign> CampaignRepository::latestVersion(CampaignId id) const {
  return findVersion(QStringLiteral("campaign_id = ? ORDER BY number DESC LIMIT 1"), id.value);
}

Result<FrozenCampaign> CampaignRepository::findVersion(const QString& condition, qint64 value) const {
  Statement find(m_database,
                 QStringLiteral("SELECT id, campaign_id, number, body, approved_reach, published_at, linked FROM "
                                "campaign_version WHERE ") +
                     condition);
  find.bind(value);
  auto row = find.next();
  if (!row) return fail(row.error());
  if (!*row) return fail(ErrorCode::NotFound, QStringLiteral("The campaign was never published."));
  auto campaign = campaignOfRow(find.id<CampaignId>(1), static_cast<int>(find.integer(2)), find.text(3));
  if (!campaign) return fail(campaign.error());
  auto linked = frozenSourcesOf(find.text(6));
  if (!linked) return fail(linked.error());
  return FrozenCampaign{find.id<VersionId>(0), std::move(*campaign), find.integer(4), find.instant(5),
                        std::move(*linked)};
}

}  // namespace heliograph::campaign
