// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/palette_sources.h"

#include <QCoreApplication>
#include <QMenu>

#include "audience/segment_repository.h"
#include "campaign/campaign_repository.h"
#include "items/campaign_list_model.h"
#include "ui/palette/menu_words.h"

namespace heliograph::ui {

namespace {

struct PaletteWords {
  Q_DECLARE_TR_FUNCTIONS(heliograph::ui)
};

}  // namespace

std::vector<PaletteEntry> actionEntries(const ActionCollection& actions) {
  std::vector<PaletteEntry> entries;
  for (QAction* action : actions.all()) {
    if (!action->isEnabled() || !action->isVisible()) continue;
    entries.push_back({plainWords(action->text()), menuOf(*action),
                       action->shortcut().toString(QKeySequence::NativeText), Icon::Play,
                       [action] { action->trigger(); }});
  }
  return entries;
}

WorkspaceNames readNames(const Services& services) {
  WorkspaceNames names;
  if (auto campaigns = services.campaigns.list()) names.campaigns = std::move(*campaigns);
  const auto segments = services.segments.list();
  if (!segments) return names;
  for (const auto& segment : *segments) names.segments.emplace_back(segment.id, segment.name);
  return names;
}

std::vector<PaletteEntry> nameEntries(const WorkspaceNames& names, const PaletteGoals& goals) {
  std::vector<PaletteEntry> entries;
  for (const campaign::CampaignSummary& campaign : names.campaigns) {
    entries.push_back({campaign.name, PaletteWords::tr("Campaign"), items::standingWord(campaign.standing), Icon::Send,
                       [open = goals.openCampaign, campaign] { open(campaign); }});
  }
  for (const auto& [id, name] : names.segments) {
    entries.push_back({name, PaletteWords::tr("Segment"), PaletteWords::tr("Use it in a campaign"), Icon::Users,
                       [use = goals.useSegment, id = id, name = name] { use(id, name); }});
  }
  return entries;
}

}  // namespace heliograph::ui
