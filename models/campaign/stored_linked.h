// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "message/message_plan.h"
#include "storage/database.h"

namespace heliograph::campaign {

/// The plan with the answers that the last tests of its sources gave, for previews and checks, which never ask a
/// source: what they show is an estimate then. A plan that reads no linked content stays as it is.
[[nodiscard]] Result<message::MessagePlan> withStoredLinked(const storage::Database& database, const Clock& clock,
                                                            const message::MessagePlan& plan);

}  // namespace heliograph::campaign
