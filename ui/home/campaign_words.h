// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include "campaign/campaign_summary.h"

namespace heliograph::ui {

/// What a campaign is, in two or three lines: who, when, and what became of it.
[[nodiscard]] QString factsWords(const campaign::CampaignSummary& campaign, const QDateTime& now);

/// Why a held or paused campaign waits for a person, and what can be done.
[[nodiscard]] QString attentionWords(const campaign::CampaignSummary& campaign, const QDateTime& now);

}  // namespace heliograph::ui
