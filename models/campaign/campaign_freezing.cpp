// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/campaign_freezing.h"

#include <algorithm>

#include "audience/rules/inlined_segments.h"
#include "audience/segment_repository.h"
#include "campaign/campaign_body.h"
#include "campaign/campaign_snippets.h"
#include "campaign/coupon_promises.h"
#include "campaign/frozen_sources.h"
#include "campaign/short_links.h"
#include "storage/statement.h"
#include "storage/transaction.h"

namespace heliograph::campaign {

using storage::Statement;
using storage::Transaction;

namespace {

struct StoredCampaign {
  QString state;
  int revision = 0;
  QString body;
};

Result<StoredCampaign> readStored(const storage::Database& database, CampaignId id) {
  Statement find(database, QStringLiteral("SELECT state, revision, body FROM campaign WHERE id = ?"));
  find.bind(id);
  auto row = find.next();
  if (!row) return fail(row.error());
  if (!*row) return fail(noSuchCampaign(id));
  return StoredCampaign{find.text(0), static_cast<int>(find.integer(1)), find.text(2)};
}

/// Published for another time than its own, it isn't what was agreed to.
bool isKeptUntil(const schedule::When& when, const QDateTime& due) {
  if (!schedule::isHeldByProvider(when)) return false;
  const auto own = schedule::dueTimes(when, due);
  return own && !own->empty() && own->front() == due;
}

Result<> mayFreeze(const StoredCampaign& stored, int expectedRevision) {
  if (stored.state != u"draft") {
    return fail(ErrorCode::Unsupported,
                QStringLiteral("This campaign was published before and stays as it was sent. Clone it to send again."));
  }
  if (stored.revision != expectedRevision) {
    return fail(ErrorCode::Conflict,
                QStringLiteral("The campaign was changed in between. Look at it again, then publish."));
  }
  return {};
}

}  // namespace

Result<PublishedVersion> CampaignFreezing::freeze(CampaignId id, int expectedRevision, qint64 approvedReach,
                                                  const std::vector<QDateTime>& dueTimes,
                                                  const std::optional<providers::AskedFields>& asked) const {
  if (dueTimes.empty()) {
    return fail(ErrorCode::InvalidInput, QStringLiteral("There is no time to send at. Choose it under When."));
  }
  auto transaction = Transaction::begin(m_database);
  if (!transaction) return fail(transaction.error());
  auto stored = readStored(m_database, id);
  if (!stored) return fail(stored.error());
  if (stored->state == u"published" && stored->revision == expectedRevision) return existing(id, expectedRevision);
  HELIOGRAPH_TRY(mayFreeze(*stored, expectedRevision));

  auto campaign =
      campaignOfRow(id, stored->revision, stored->body)
          .and_then([this](Campaign draft) { return withFrozenSegment(std::move(draft)); })
          .and_then([this](Campaign draft) { return withUsedSnippets(m_database, m_clock, std::move(draft)); })
          .and_then([this](Campaign draft) { return withMadeShortLinks(m_database, m_clock, std::move(draft)); });
  if (!campaign) return fail(campaign.error());
  campaign->asked = asked;
  auto most = mostPeople(*campaign, approvedReach);
  if (!most) return fail(most.error());
  auto version = insertVersion(*campaign, approvedReach);
  if (!version) return fail(version.error());
  PublishedVersion published{*version, {}, false};
  for (const QDateTime& due : dueTimes) {
    auto run = insertRun(*campaign, *version, due, {approvedReach, *most});
    if (!run) return fail(run.error());
    published.runs.push_back(*run);
  }
  HELIOGRAPH_TRY(setState(id, QStringLiteral("published"), 0));
  HELIOGRAPH_TRY(transaction->commit());
  return published;
}

Result<> CampaignFreezing::unschedule(CampaignId id) const {
  auto transaction = Transaction::begin(m_database);
  if (!transaction) return fail(transaction.error());
  auto stored = readStored(m_database, id);
  if (!stored) return fail(stored.error());
  Statement begun(
      m_database,
      QStringLiteral("SELECT 1 FROM run r WHERE r.campaign_id = ? AND (r.started_at IS NOT NULL OR r.state NOT "
                     "IN ('due', 'held', 'stopped') OR EXISTS (SELECT 1 FROM outbox o WHERE o.run_id = r.id "
                     "AND (r.state <> 'stopped' OR o.state NOT IN ('pending', 'skipped')))) LIMIT 1"));
  begun.bind(id);
  auto anyBegun = begun.next();
  if (!anyBegun) return fail(anyBegun.error());
  if (*anyBegun || stored->state != u"published") {
    return fail(ErrorCode::Conflict,
                QStringLiteral("Nothing of this campaign is waiting for its time any more. Stop it, "
                               "or clone it to send again."));
  }
  Statement stop(m_database, QStringLiteral("UPDATE run SET state = 'stopped', finished_at = ? "
                                            "WHERE campaign_id = ? AND state IN ('due', 'held')"));
  HELIOGRAPH_TRY(stop.bind(m_clock.now()).bind(id).run());
  // The next publishing is another version, so the revision must be another one too.
  HELIOGRAPH_TRY(setState(id, QStringLiteral("draft"), 1));
  return transaction->commit();
}

Result<PublishedVersion> CampaignFreezing::existing(CampaignId id, int revision) const {
  Statement find(m_database, QStringLiteral("SELECT v.id, r.id FROM campaign_version v LEFT JOIN run r ON "
                                            "r.version_id = v.id WHERE v.campaign_id = ? AND v.number = ? "
                                            "ORDER BY r.due_at"));
  find.bind(id).bind(revision);
  PublishedVersion published;
  published.wasThere = true;
  for (;;) {
    auto row = find.next();
    if (!row) return fail(row.error());
    if (!*row) break;
    published.version = find.id<VersionId>(0);
    if (!find.isNull(1)) published.runs.push_back(find.id<RunId>(1));
  }
  if (!published.version.isValid())
    return fail(ErrorCode::Damaged, QStringLiteral("The published version is missing."));
  return published;
}

Result<VersionId> CampaignFreezing::insertVersion(const Campaign& campaign, qint64 approvedReach) const {
  const auto linked = sourcesToFreeze(m_database, m_clock, campaign);
  if (!linked) return fail(linked.error());
  Statement insert(m_database,
                   QStringLiteral("INSERT INTO campaign_version (campaign_id, number, body, approved_reach, "
                                  "published_at, linked) VALUES (?, ?, ?, ?, ?, ?)"));
  insert.bind(campaign.id).bind(campaign.revision).bind(frozenBodyOf(campaign)).bind(approvedReach).bind(m_clock.now());
  HELIOGRAPH_TRY(insert.bind(*linked).run());
  return VersionId{insert.insertedId()};
}

Result<RunId> CampaignFreezing::insertRun(const Campaign& campaign, VersionId version, const QDateTime& due,
                                          const RunReach& reach) const {
  Statement insert(m_database,
                   QStringLiteral("INSERT INTO run (campaign_id, version_id, due_at, state, approved_reach, "
                                  "first_batch, only_people, safety_check, held_by_provider) VALUES (?, ?, ?, 'due', "
                                  "?, NULLIF(?, 0), NULLIF(?, 0), NULLIF(?, 0), ?)"));
  // An A/B test is a first batch already, after which a person is asked.
  const bool asksAnyway = campaign.variants.kind == Variants::Kind::AbTest;
  insert.bind(campaign.id).bind(version).bind(due).bind(reach.approved);
  insert.bind(asksAnyway ? 0 : campaign.release.first).bind(reach.most).bind(campaign.safetyCheck);
  HELIOGRAPH_TRY(insert.bind(isKeptUntil(campaign.when, due)).run());
  return RunId{insert.insertedId()};
}

/// 0: everybody. What the pool has to give is told in the same transaction in which its codes are promised; codes that
/// came since somebody agreed to so many people add none.
Result<qint64> CampaignFreezing::mostPeople(const Campaign& campaign, qint64 approvedReach) const {
  switch (campaign.reach.kind) {
    case ReachLimit::Kind::Everybody:
      break;
    case ReachLimit::Kind::Only:
      return campaign.reach.people;
    case ReachLimit::Kind::Codes: {
      auto codes = codesToGive(m_database, m_clock, campaign.reach.pool, campaign.id);
      if (!codes) return codes;
      if (*codes > 0 && approvedReach > 0) return std::min(*codes, approvedReach);
      if (*codes > 0) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("Nobody would get it. Check it again, then publish."));
      }
      return fail(
          ErrorCode::InvalidInput,
          QStringLiteral("The pool “%1” has no codes to give. Import more, then publish.").arg(campaign.reach.pool),
          QStringLiteral("coupons_short"));
    }
  }
  return 0;
}

Result<Campaign> CampaignFreezing::withFrozenSegment(Campaign campaign) const {
  // Nobody waits for people to act yet, and a run would know nobody to leave out.
  if (campaign.audience.isLive()) {
    return fail(ErrorCode::Unsupported,
                QStringLiteral("A campaign to people as they act doesn't run yet: it stays a draft. Choose people to "
                               "send it to."),
                QStringLiteral("live_not_running"));
  }
  const audience::SegmentRepository segments(m_database, m_clock);
  if (campaign.audience.kind != Audience::Kind::Saved && campaign.audience.kind != Audience::Kind::Rules) {
    return campaign;
  }
  // What saved segments mean now is kept, so that changing one later changes nothing that was agreed to.
  auto known = segments.list();
  if (!known) return fail(known.error());
  QHash<QString, audience::Segment> byName;
  for (const audience::SavedSegment& each : *known) byName.insert(each.name, each.segment);
  if (campaign.audience.kind == Audience::Kind::Rules) {
    campaign.audience.segment = audience::withSegmentsInlined(campaign.audience.segment, byName);
    return campaign;
  }
  auto saved = segments.byId(campaign.audience.segmentId);
  if (!saved) return fail(saved.error());
  campaign.audience.segment = audience::withSegmentsInlined(saved->segment, byName);
  campaign.audience.segmentName = saved->name;
  return campaign;
}

Result<> CampaignFreezing::setState(CampaignId id, const QString& state, int revisionsMore) const {
  Statement update(m_database, QStringLiteral("UPDATE campaign SET state = ?, revision = revision + ?, updated_at = ? "
                                              "WHERE id = ?"));
  return update.bind(state).bind(revisionsMore).bind(m_clock.now()).bind(id).run();
}

}  // namespace heliograph::campaign
