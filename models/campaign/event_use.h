// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "audience/events/event_catalog.h"
#include "campaign/audience.h"
#include "message/message_lint.h"

namespace heliograph::campaign {

/// The event that starts a campaign, as its message may read it; nothing if none does. Of people as they act whose
/// event isn't chosen yet it has no name; without `events` its properties aren't known.
[[nodiscard]] std::optional<message::ReadableEvent> readableEvent(
    const Audience& audience, const std::optional<std::vector<audience::EventType>>& events);

/// The name of the event whose values stand in a campaign's texts; empty if none does, or if they leave too late for
/// it.
[[nodiscard]] QString eventInTexts(const Audience& audience);

}  // namespace heliograph::campaign
