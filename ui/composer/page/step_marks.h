// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "campaign/campaign.h"
#include "campaign/issue.h"
#include "ui/widgets/step_list.h"

namespace heliograph::ui {

/// What is known of a draft besides itself.
struct StepFacts {
  qint64 reach = -1;    ///< people who can be texted; -1 when nobody is chosen
  int fewestParts = 0;  ///< of a text; 0 when nothing was counted
  int mostParts = 0;
};

/// The mark of a step. What is only missing is no problem: untouched until the step was visited, then incomplete.
[[nodiscard]] StepMark stepMark(campaign::Step step, const campaign::Campaign& campaign,
                                const std::vector<campaign::Issue>& issues, bool visited);

/// The line under a step's name: "SMS · Marketing", "41,203 will receive", "1 problem", "1 to 2 parts",
/// "Thu 26 Nov, 18:00".
[[nodiscard]] QString stepLine(campaign::Step step, const campaign::Campaign& campaign,
                               const std::vector<campaign::Issue>& issues, const StepFacts& facts);

}  // namespace heliograph::ui
