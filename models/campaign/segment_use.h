// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QHash>
#include <QStringList>

#include "audience/rules/person_rules.h"
#include "core/clock.h"
#include "core/ids.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::campaign {

/// When each saved segment was last texted: the latest begin of a run of a campaign to it. Segments that never were
/// have no entry.
[[nodiscard]] Result<QHash<SegmentId, QDateTime>> lastTexted(const storage::Database& database);

/// What would be another if a saved segment or a custom list were gone.
struct AudienceUse {
  QStringList campaigns;  ///< drafts, and those that aren't done yet
  QStringList segments;   ///< saved ones whose rules speak of it

  [[nodiscard]] bool isUsed() const { return !campaigns.isEmpty() || !segments.isEmpty(); }
};

/// The uses of all saved segments, or of all lists, by name; those without one have no entry. One campaign may be left
/// out: the one that is being written.
[[nodiscard]] Result<QHash<QString, AudienceUse>> audienceUses(const storage::Database& database, const Clock& clock,
                                                               audience::MemberRule::Of of, CampaignId except = {});

/// In half a sentence: "the campaign “Diwali” and the segments “VIPs” and “Pune”"; empty when nothing uses it.
[[nodiscard]] QString useWords(const AudienceUse& use);

}  // namespace heliograph::campaign
