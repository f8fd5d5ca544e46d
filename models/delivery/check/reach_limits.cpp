// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/check/reach_limits.h"

#include "audience/groups/workspace_group.h"
#include "campaign/campaign_snippets.h"
#include "campaign/coupon_promises.h"
#include "campaign/message_plan_of.h"
#include "delivery/reach/reach_rules.h"

namespace heliograph::delivery {
namespace {

using campaign::Issue;
using campaign::ReachLimit;
using campaign::Severity;

Issue limitIssue(Severity severity, const char* code, const QString& text) {
  return {severity, QLatin1String(code), campaign::Step::Who, QStringLiteral("reach"), text};
}

void addSafetyIssue(const campaign::Campaign& campaign, CheckReport& report) {
  if (campaign.safetyCheck == 0 || report.reach.qualified <= campaign.safetyCheck) return;
  report.issues.push_back(
      {Severity::Block, QStringLiteral("safety_check"), campaign::Step::Who, QStringLiteral("safety_check"),
       QStringLiteral("%L1 people qualify, and the safety check lets it go to %L2 at most. Choose fewer people, or "
                      "raise the safety check.")
           .arg(report.reach.qualified)
           .arg(campaign.safetyCheck)});
}

/// Whether the message gives codes of the pool. One that doesn't parse says so itself.
bool givesCodes(const storage::Database& database, const Clock& clock, const campaign::Campaign& campaign) {
  const auto plan = campaign::withLibrary(database, clock, campaign).and_then(campaign::messagePlanOf);
  return !plan || plan->couponPools().contains(campaign.reach.pool);
}

Result<ResolvedLimit> limitByCodes(const storage::Database& database, const Clock& clock,
                                   const campaign::Campaign& campaign) {
  const QString pool = campaign.reach.pool;
  ResolvedLimit limit;
  auto codes = campaign::codesToGive(database, clock, pool, campaign.id);
  if (!codes && codes.error().code != ErrorCode::NotFound) return fail(codes.error());
  if (!codes) {
    limit.issues.push_back(limitIssue(
        Severity::Block, "reach_pool_unknown",
        QStringLiteral("It goes to as many people as the coupon pool “%1” has codes, but there is no such pool. Choose "
                       "another, or import its codes.")
            .arg(pool)));
    return limit;
  }
  limit.most = *codes;
  if (*codes == 0) {
    limit.issues.push_back(
        limitIssue(Severity::Block, "coupons_short",
                   QStringLiteral("It goes to as many people as the coupon pool “%1” has codes, and it has none to "
                                  "give. Import more, or choose another limit.")
                       .arg(pool)));
  } else if (!givesCodes(database, clock, campaign)) {
    limit.issues.push_back(
        limitIssue(Severity::Warn, "reach_pool_unused",
                   QStringLiteral("It goes to as many people as the coupon pool “%1” has codes, but the message gives "
                                  "none of them.")
                       .arg(pool)));
  }
  return limit;
}

}  // namespace

Result<ResolvedLimit> resolveLimit(const storage::Database& database, const Clock& clock,
                                   const campaign::Campaign& campaign) {
  switch (campaign.reach.kind) {
    case ReachLimit::Kind::Everybody:
      break;
    case ReachLimit::Kind::Only: {
      ResolvedLimit limit;
      limit.most = campaign.reach.people;
      return limit;
    }
    case ReachLimit::Kind::Codes:
      return limitByCodes(database, clock, campaign);
  }
  return ResolvedLimit{};
}

Result<std::vector<Issue>> holdBackIssues(const storage::Database& database, const campaign::Campaign& campaign) {
  std::vector<Issue> issues;
  if (campaign.purpose != campaign::Purpose::Marketing || usesWorkspaceGroup(campaign)) return issues;
  auto group = audience::WorkspaceGroup(database).read();
  if (!group) return fail(group.error());
  if (group->isOn()) {
    issues.push_back({Severity::Warn, QStringLiteral("control_group_off"), campaign::Step::Who,
                      QStringLiteral("hold_back"),
                      QStringLiteral("The workspace's control group gets this campaign, too. What your campaigns bring "
                                     "can be measured less well then; hold it back, unless they need this message.")});
  }
  return issues;
}

void addLimitIssues(const campaign::Campaign& campaign, CheckReport& report) {
  addSafetyIssue(campaign, report);
  // How many codes there are nobody has typed.
  if (campaign.reach.kind != ReachLimit::Kind::Only || campaign.reach.people >= ReachLimit::least) return;
  const qint64 could = report.couldReceive();
  if (could < ReachLimit::least) return;
  report.issues.push_back(limitIssue(
      Severity::Block, "reach_too_few",
      QStringLiteral("“Only %L1” is too few of %L2 people. A limit is at least %L3; choose that many, or other "
                     "people.")
          .arg(campaign.reach.people)
          .arg(could)
          .arg(ReachLimit::least)));
}

}  // namespace heliograph::delivery
