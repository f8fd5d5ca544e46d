// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "campaign/campaign.h"
#include "campaign/campaign_history.h"
#include "campaign/campaign_summary.h"
#include "campaign/published_version.h"
#include "core/clock.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::campaign {

/// Which version of a draft the file holds.
struct DraftStamp {
  int revision = 0;
  QDateTime savedAt;
  bool isDraft = true;  ///< false once it is published

  bool operator==(const DraftStamp&) const = default;
};

/// The campaigns of a workspace: drafts, their history and what was published. Any thread.
class CampaignRepository final {
 public:
  CampaignRepository(const storage::Database& database, const Clock& clock) : m_database(database), m_clock(clock) {}

  /// Stores a new draft and gives it back with id and revision 1.
  [[nodiscard]] Result<Campaign> create(Campaign campaign) const;

  /// Errors: NotFound, Damaged.
  [[nodiscard]] Result<Campaign> load(CampaignId id) const;

  /// Stores a draft over the revision it was edited from and gives the new revision. If somebody saved in between:
  /// Conflict, and the body is kept in the history as stale. Errors also: NotFound, Unsupported (already published).
  /// `writer` names the window that saves.
  [[nodiscard]] Result<int> save(const Campaign& campaign, int baseRevision, const QString& writer = {}) const;

  /// How the file stands, to be asked often. Errors: NotFound.
  [[nodiscard]] Result<DraftStamp> stamp(CampaignId id) const;

  /// The history, newest first: at most one body a minute, and every stale one.
  [[nodiscard]] Result<std::vector<SavedRevision>> revisions(CampaignId id) const;
  /// The same with what the file holds now and what was published.
  [[nodiscard]] Result<std::vector<SavedRevision>> history(CampaignId id) const;

  /// All campaigns that aren't archived (or all), last changed first, with the counts of their runs.
  [[nodiscard]] Result<std::vector<CampaignSummary>> list(bool withArchived = false) const;
  /// One of them. Errors: NotFound.
  [[nodiscard]] Result<CampaignSummary> summary(CampaignId id) const;

  /// A new draft with the same content, named "… (copy)". Errors: NotFound, Damaged.
  [[nodiscard]] Result<Campaign> clone(CampaignId id) const;

  /// Deletes a draft for good. Errors: NotFound, Unsupported for what was published once: its report stays.
  [[nodiscard]] Result<> remove(CampaignId id) const;

  /// Takes a campaign off the list. Errors: NotFound, Conflict while it is still to be sent.
  [[nodiscard]] Result<> archive(CampaignId id) const;
  [[nodiscard]] Result<> unarchive(CampaignId id) const;

  /// Publishes: in one transaction the version is frozen (the saved segment with it) and one run a due time is made.
  /// Publishing the same revision again gives what is there. Errors: NotFound; Conflict when the draft isn't at
  /// `expectedRevision` any more; Unsupported when another revision is published or it was stopped. `asked` is
  /// what the route's providers ask for, which the version keeps.
  [[nodiscard]] Result<PublishedVersion> freeze(CampaignId id, int expectedRevision, qint64 approvedReach,
                                                const std::vector<QDateTime>& dueTimes,
                                                const std::optional<providers::AskedFields>& asked = {}) const;

  /// A published campaign of which nothing has begun becomes a draft again; its runs are stopped and its revision
  /// grows. Errors: NotFound, Conflict when a run has begun or it isn't published.
  [[nodiscard]] Result<> unschedule(CampaignId id) const;

  /// Marks a published campaign as stopped; its runs are the delivery room's to stop. Errors: NotFound.
  [[nodiscard]] Result<> markStopped(CampaignId id) const;

  /// A frozen version. Errors: NotFound, Damaged.
  [[nodiscard]] Result<FrozenCampaign> version(VersionId id) const;
  /// The newest version of a campaign. Errors: NotFound when it never was published.
  [[nodiscard]] Result<FrozenCampaign> latestVersion(CampaignId id) const;

 private:
  [[nodiscard]] Result<FrozenCampaign> findVersion(const QString& condition, qint64 value) const;

  const storage::Database& m_database;
  const Clock& m_clock;
};

}  // namespace heliograph::campaign
