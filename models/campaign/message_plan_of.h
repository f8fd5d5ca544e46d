// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "campaign/campaign.h"
#include "message/message_plan.h"

namespace heliograph::campaign {

/// The message of a campaign with all its copies, rules and snippets, ready to be made for anybody. A draft is to be
/// given the library before, see withLibrary(). Errors: InvalidInput with the
/// first problem's sentence.
[[nodiscard]] Result<message::MessagePlan> messagePlanOf(const Campaign& campaign);

}  // namespace heliograph::campaign
