// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "campaign/audience.h"
#include "core/clock.h"
#include "core/ids.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::campaign {

/// What became of renaming a saved segment.
struct SegmentRenaming {
  QString from;    ///< what it was called
  QString to;      ///< what it is called now
  int drafts = 0;  ///< that have the new name, too
};

/// The same people after a saved segment was given another name, in rules and filters as well.
[[nodiscard]] Audience withSegmentRenamed(Audience audience, SegmentId segment, const QString& from, const QString& to);

/// Gives a saved segment another name, all at once with the rules of other segments and of campaigns that speak of it:
/// drafts get a revision of their own, so that whoever has one open notices; published versions have its rules in them
/// and stay. One campaign may be left out: the one that is being written. Errors: see SegmentRepository::rename.
[[nodiscard]] Result<SegmentRenaming> renameSegment(const storage::Database& database, const Clock& clock,
                                                    SegmentId segment, const QString& name, CampaignId except = {});

}  // namespace heliograph::campaign
