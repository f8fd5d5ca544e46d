// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "message/costly_marks.h"
#include "ui/composer/message/message_problems.h"

namespace heliograph::ui {

/// The line about the characters that make a message UCS-2: what they make longer and one link that replaces them all;
/// or, where nothing can replace one of them, which it is. None if there is no such character.
[[nodiscard]] std::vector<MessageLine> costlyLines(const std::vector<message::CostlyMark>& marks,
                                                   const std::optional<CostlyOutcome>& outcome);

}  // namespace heliograph::ui
