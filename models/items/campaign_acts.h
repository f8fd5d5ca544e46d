// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <array>
#include <vector>

#include "campaign/campaign_summary.h"

namespace heliograph::items {

/// What can be done to a campaign from the list.
enum class Act {
  Open,
  Test,
  Clone,
  Rename,
  Label,
  Pause,
  Resume,
  SendNow,
  Stop,
  Unschedule,
  Export,
  Archive,
  Unarchive,
  Remove
};

inline constexpr std::array kActs{Act::Open,   Act::Test,    Act::Clone,     Act::Rename, Act::Label,
                                  Act::Pause,  Act::Resume,  Act::SendNow,   Act::Stop,   Act::Unschedule,
                                  Act::Export, Act::Archive, Act::Unarchive, Act::Remove};

/// Why it can't be done to a campaign as it stands, in a few words ("Not being sent"); empty when it can.
[[nodiscard]] QString refusal(Act act, const campaign::CampaignSummary& campaign);

/// The same for all that are selected: also those acts are refused that only one campaign can have at a time.
[[nodiscard]] QString refusal(Act act, const std::vector<campaign::CampaignSummary>& campaigns);

/// In full what stopping this campaign does, before it is done.
[[nodiscard]] QString stopWords(const campaign::CampaignSummary& campaign);

}  // namespace heliograph::items
