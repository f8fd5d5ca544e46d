// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "campaign/campaign.h"
#include "campaign/issue.h"
#include "providers/holding.h"

namespace heliograph::delivery {

/// Why a campaign that goes out once can't be kept by the provider until its time, in a sentence that says what to do;
/// empty: it can. `quiet`: quiet hours are in force for it.
[[nodiscard]] QString holdingProblem(const campaign::Campaign& campaign, const providers::Holding& holding, bool quiet,
                                     const QDateTime& now);

/// What is to be said of a campaign that providers are to keep: why they can't, or what a person has to agree to.
[[nodiscard]] std::vector<campaign::Issue> holdingIssues(const campaign::Campaign& campaign,
                                                         const providers::Holding& holding, bool quiet,
                                                         const QDateTime& now);

/// What is to be said when handing over so many messages takes longer than there is time; nothing if there is enough.
[[nodiscard]] std::optional<campaign::Issue> handOverIssue(const campaign::Campaign& campaign,
                                                           const providers::Holding& holding, qint64 messages,
                                                           const QDateTime& now);

}  // namespace heliograph::delivery
