// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "audience/events/event_catalog.h"
#include "audience/rules/goal.h"
#include "campaign/issue.h"

namespace heliograph::campaign {

/// What a goal asks for that the events of the workspace don't have; nobody would convert. `events` are all there are.
[[nodiscard]] std::vector<Issue> goalIssues(const audience::Goal& goal, const std::vector<audience::EventType>& events);

}  // namespace heliograph::campaign
