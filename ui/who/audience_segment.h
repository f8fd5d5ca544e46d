// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audience/segment_repository.h"
#include "campaign/audience.h"

namespace heliograph::ui {

/// The people a campaign's audience means: a saved segment is looked up. Reads the workspace. Errors: InvalidInput when
/// nobody is chosen, NotFound when the segment is gone.
[[nodiscard]] Result<audience::Segment> segmentOf(const campaign::Audience& audience,
                                                  const audience::SegmentRepository& segments);

}  // namespace heliograph::ui
