// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/reach/run_qualification.h"

#include "campaign/campaign_snippets.h"
#include "campaign/message_plan_of.h"
#include "delivery/reach/reach_rules.h"

namespace heliograph::delivery {

Result<QualificationInput> qualificationOfRun(const storage::Database& database, const Clock& clock, const Run& run,
                                              const campaign::FrozenCampaign& frozen) {
  auto message = campaign::withCoupons(database, clock, frozen.campaign).and_then(campaign::messagePlanOf);
  if (!message) return fail(message.error());
  auto schema = audience::ProfileSchema::load(database);
  if (!schema) return fail(schema.error());
  audience::EvaluationTime time = audience::EvaluationTime::local(clock);
  if (run.startedAt.isValid()) time.now = run.startedAt;
  auto rules = reachRulesOf(database, frozen.campaign);
  if (!rules) return fail(rules.error());
  // The rules of a saved segment were frozen with the campaign; everybody is the segment without rules.
  QualificationInput input{
      frozen.campaign.audience.segment, time, *schema, *message, frozen.campaign.name, run.campaign};
  input.groups = rules->groups;
  input.countries = rules->countries;
  input.seeds = audience::ProfileReading::Seeds::Without;
  return input;
}

}  // namespace heliograph::delivery
