// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/reach_rules.h"

#include "audience/groups/workspace_group.h"

namespace heliograph::delivery {

bool usesWorkspaceGroup(const campaign::Campaign& campaign) {
  return campaign.holdBack.workspace.value_or(campaign.purpose == campaign::Purpose::Marketing);
}

Result<audience::ReachRules> reachRulesOf(const storage::Database& database, const campaign::Campaign& campaign) {
  audience::ReachRules rules;
  rules.withoutSeeds = true;
  rules.groups.campaign = campaign.holdBack.group();
  if (!usesWorkspaceGroup(campaign)) return rules;
  auto group = audience::WorkspaceGroup(database).read();
  if (!group) return fail(group.error());
  if (group->isOn()) rules.groups.workspace = *group;
  return rules;
}

}  // namespace heliograph::delivery
