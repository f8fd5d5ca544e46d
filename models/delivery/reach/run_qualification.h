// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "campaign/published_version.h"
#include "core/clock.h"
#include "delivery/outbox/run.h"
#include "delivery/reach/qualification.h"

namespace heliograph::delivery {

/// What the pipeline works on for a published campaign. The instant of the evaluation is when the run began, however
/// often filling begins anew, and now while it hasn't.
[[nodiscard]] Result<QualificationInput> qualificationOfRun(const storage::Database& database, const Clock& clock,
                                                            const Run& run, const campaign::FrozenCampaign& frozen);

}  // namespace heliograph::delivery
