// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "app/cli/command.h"
#include "delivery/test_messages/test_event.h"

namespace heliograph::cli {

/// `--event default|sample` and `--event-value NAME=VALUE`, for texts that read the event which starts their campaign.
[[nodiscard]] std::vector<QCommandLineOption> eventOptions();
/// What they say; nothing if neither was given. Errors: InvalidInput for what can't be read.
[[nodiscard]] Result<std::optional<delivery::TestEvent>> readTestEvent(Call& call);

}  // namespace heliograph::cli
