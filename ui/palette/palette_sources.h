// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include "campaign/campaign_summary.h"
#include "ui/palette/palette_entry.h"
#include "ui/services.h"
#include "ui/window/action_collection.h"

namespace heliograph::ui {

/// The actions that can be used now, each with the menu it stands in and its shortcut.
[[nodiscard]] std::vector<PaletteEntry> actionEntries(const ActionCollection& actions);

/// Where campaigns and segments lead to.
struct PaletteGoals {
  std::function<void(const campaign::CampaignSummary&)> openCampaign;
  std::function<void(SegmentId, const QString& name)> useSegment;
};

/// Campaigns that aren't archived, and the saved segments. Reads the workspace: not on the GUI thread. What can't be
/// read is left out, as the list itself says why.
struct WorkspaceNames {
  std::vector<campaign::CampaignSummary> campaigns;
  std::vector<std::pair<SegmentId, QString>> segments;
};
[[nodiscard]] WorkspaceNames readNames(const Services& services);
[[nodiscard]] std::vector<PaletteEntry> nameEntries(const WorkspaceNames& names, const PaletteGoals& goals);

}  // namespace heliograph::ui
