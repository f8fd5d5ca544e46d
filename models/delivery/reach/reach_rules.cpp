// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/reach/reach_rules.h"

#include "audience/groups/workspace_group.h"
#include "providers/routes/country_coverage.h"

namespace heliograph::delivery {

bool usesWorkspaceGroup(const campaign::Campaign& campaign) {
  return campaign.holdBack.workspace.value_or(campaign.purpose == campaign::Purpose::Marketing);
}

Result<audience::ReachRules> reachRulesOf(const storage::Database& database, const campaign::Campaign& campaign) {
  audience::ReachRules rules;
  rules.withoutSeeds = true;
  rules.groups.campaign = campaign.holdBack.group();
  auto coverage = providers::coverageOf(database, campaign.route);
  if (!coverage) return fail(coverage.error());
  rules.countries = {!coverage->isStated(), coverage->countries()};
  if (!usesWorkspaceGroup(campaign)) return rules;
  auto group = audience::WorkspaceGroup(database).read();
  if (!group) return fail(group.error());
  if (group->isOn()) rules.groups.workspace = *group;
  return rules;
}

}  // namespace heliograph::delivery
