// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <vector>

#include "campaign/campaign.h"
#include "core/ids.h"
#include "library/linked_source.h"

namespace heliograph::campaign {

/// What publishing gave.
struct PublishedVersion {
  VersionId version;
  std::vector<RunId> runs;  ///< in order of their due times
  bool wasThere = false;    ///< it had been published before
};

/// A campaign as it was published. Immutable: `campaign.revision` is the revision that was frozen, and a saved
/// segment's rules are in `campaign.audience.segment`, the snippets it uses in `campaign.snippets`.
struct FrozenCampaign {
  VersionId id;
  Campaign campaign;
  qint64 approvedReach = 0;
  QDateTime publishedAt;
  std::vector<library::LinkedSource> linked;  ///< the sources of linked content as they were then
};

}  // namespace heliograph::campaign
