// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/campaign_check.h"

#include "campaign/event_use.h"
#include "campaign/fields_check.h"
#include "campaign/fields_in_force.h"
#include "campaign/goal_check.h"
#include "campaign/link_checks.h"
#include "campaign/variants_check.h"
#include "message/message_lint.h"

namespace heliograph::campaign {
namespace {

using message::MessageProblem;

bool isBlank(const QByteArray& text) {
  return QString::fromUtf8(text).trimmed().isEmpty();
}

void checkName(const Campaign& campaign, std::vector<Issue>& issues) {
  if (!campaign.name.trimmed().isEmpty()) return;
  issues.push_back({Severity::Block, QStringLiteral("name_empty"), Step::Start, QStringLiteral("name"),
                    QStringLiteral("The campaign has no name. Give it one, so that its report can be found later.")});
}

void checkRoute(const Campaign& campaign, const CheckContext& context, std::vector<Issue>& issues) {
  if (!campaign.route.isDefault() || context.hasDefaultRoute) return;
  issues.push_back({Severity::Block, QStringLiteral("route_missing"), Step::Start, QStringLiteral("route"),
                    QStringLiteral("Nobody sends it: no provider is chosen and none is the default. Choose a provider "
                                   "or add one.")});
}

/// As with people that are picked, a limit has to leave something worth measuring.
void checkLiveLimit(const Campaign& campaign, const audience::LiveEstimate& wouldLeave, std::vector<Issue>& issues) {
  const LiveLimit& limit = campaign.liveLimit;
  if (!isTooSmall(limit, wouldLeave)) return;
  const bool perDay = limit.kind == LiveLimit::Kind::PerDay;
  issues.push_back({Severity::Block, QStringLiteral("live_limit_too_few"), Step::Who, QStringLiteral("live_limit"),
                    (perDay ? QStringLiteral("“%1” is too few: on the busiest of the last 14 days %L2 would have left. "
                                             "A limit is at least %L3; choose that many, or no limit.")
                            : QStringLiteral("“%1” is too few: %L2 would have left in the last 14 days. A limit is at "
                                             "least %L3; choose that many, or no limit."))
                        .arg(describe(limit))
                        .arg(perDay ? wouldLeave.busiest() : wouldLeave.fired())
                        .arg(LiveLimit::least)});
}

/// People as they act are chosen and tested already, but nothing waits for them yet.
void checkLiveAudience(const Campaign& campaign, const CheckContext& context, std::vector<Issue>& issues) {
  issues.push_back({Severity::Block, QStringLiteral("live_not_running"), Step::Start, QStringLiteral("way"),
                    QStringLiteral("A campaign to people as they act can be written and tested, but doesn't run yet: "
                                   "it stays a draft. To send it now, choose “People I pick”.")});
  if (const auto whole = audience::checkLive(campaign.audience.live); !whole) {
    issues.push_back({Severity::Block, QStringLiteral("live_incomplete"), Step::Who, QStringLiteral("audience"),
                      whole.error().message});
  }
  if (context.wouldLeave) checkLiveLimit(campaign, *context.wouldLeave, issues);
}

void checkAudience(const Campaign& campaign, const CheckContext& context, std::vector<Issue>& issues) {
  if (campaign.audience.isLive()) return checkLiveAudience(campaign, context, issues);
  if (campaign.audience.isChosen()) return;
  issues.push_back({Severity::Block, QStringLiteral("audience_missing"), Step::Who, QStringLiteral("audience"),
                    QStringLiteral("Nobody is chosen to receive it. Choose everybody, a saved segment or rules.")});
}

/// Of copy 0 the field is "message", of the others "message:1" and on.
QString messageField(int copy) {
  return copy == 0 ? QStringLiteral("message") : QStringLiteral("message:%1").arg(copy);
}

/// Which copy a sentence is about; empty when there is only one.
QString ofCopy(const Variants& variants, int copy) {
  if (copyCount(variants) < 2) return {};
  const QString name = copyName(variants, copy);
  return variants.kind == Variants::Kind::ByProperty ? QStringLiteral("“%1”: ").arg(name)
                                                     : QStringLiteral("Copy %1: ").arg(name);
}

Issue messageIssue(const MessageProblem& problem, const Variants& variants, int copy) {
  const bool blocks = problem.severity == MessageProblem::Severity::Error;
  return {blocks ? Severity::Block : Severity::Warn,
          QStringLiteral("message_") + problem.code,
          Step::What,
          messageField(copy),
          ofCopy(variants, copy) + problem.text,
          static_cast<int>(problem.begin),
          static_cast<int>(problem.end - problem.begin)};
}

void checkCopy(const Campaign& campaign, int copy, const CheckContext& context, std::vector<Issue>& issues) {
  const QByteArray& source =
      copy == 0 ? campaign.message : campaign.variants.others[static_cast<std::size_t>(copy) - 1].message;
  if (!takesText(campaign, copy)) return;
  if (isBlank(source)) {
    const QString text = copyCount(campaign.variants) < 2
                             ? QStringLiteral("The message is empty. Write what people will read.")
                             : QStringLiteral("This copy is empty. Write it, or remove it.");
    issues.push_back({Severity::Block, QStringLiteral("message_empty"), Step::What, messageField(copy),
                      ofCopy(campaign.variants, copy) + text});
    return;
  }
  const auto event = readableEvent(campaign.audience, context.events);
  for (const auto& problem :
       message::lintMessage(source, {context.properties, context.snippets, context.coupons, event})) {
    issues.push_back(messageIssue(problem, campaign.variants, copy));
  }
}

void checkMessage(const Campaign& campaign, const CheckContext& context, std::vector<Issue>& issues) {
  for (int copy = 0; copy < copyCount(campaign.variants); ++copy) checkCopy(campaign, copy, context, issues);
  for (Issue& issue : fieldsIssues(campaign, context)) issues.push_back(std::move(issue));
  for (Issue& issue : variantsIssues(campaign, context.properties)) issues.push_back(std::move(issue));
}

Issue whenIssue(Severity severity, const QString& code, const QString& text) {
  return {severity, code, Step::When, QStringLiteral("when"), text};
}

void checkWhen(const Campaign& campaign, const CheckContext& context, std::vector<Issue>& issues) {
  // Each person's own time is part of who acts.
  if (campaign.audience.isLive()) return;
  if (!schedule::isChosen(campaign.when)) {
    issues.push_back(
        whenIssue(Severity::Block, QStringLiteral("when_missing"),
                  QStringLiteral("It is not chosen when to send. Choose on publish, or a date and time.")));
    return;
  }
  const auto times = schedule::dueTimes(campaign.when, context.now);
  if (!times) {
    issues.push_back(whenIssue(Severity::Block, QStringLiteral("when_invalid"), times.error().message));
    return;
  }
  const auto* once = std::get_if<schedule::Once>(&campaign.when);
  if (!once) return;
  if (times->front() < context.now) {
    issues.push_back(whenIssue(
        Severity::Block, QStringLiteral("when_past"),
        QStringLiteral("%1 is over. Choose a later time, or send on publish.").arg(schedule::describe(campaign.when))));
  }
  const QString change = schedule::describeClockChange(once->at);
  if (!change.isEmpty()) issues.push_back(whenIssue(Severity::Warn, QStringLiteral("when_clock_change"), change));
}

/// Its own hours were asked for and none are given.
void checkQuiet(const Campaign& campaign, std::vector<Issue>& issues) {
  if (campaign.purpose != Purpose::Marketing || campaign.quiet.use != QuietRule::Use::Own) return;
  if (!campaign.quiet.own.hours.isEmpty()) return;
  issues.push_back({Severity::Warn, QStringLiteral("quiet_hours_empty"), Step::When, QStringLiteral("quiet_hours"),
                    QStringLiteral("The campaign has quiet hours of its own, and none are set, so that anybody may be "
                                   "texted at night. Set some, or choose another.")});
}

}  // namespace

std::vector<Issue> checkCampaign(const Campaign& campaign, const CheckContext& context) {
  std::vector<Issue> issues;
  checkName(campaign, issues);
  checkRoute(campaign, context, issues);
  if (campaign.goal && context.events) {
    for (Issue& issue : goalIssues(*campaign.goal, *context.events)) issues.push_back(std::move(issue));
  }
  checkAudience(campaign, context, issues);
  checkMessage(campaign, context, issues);
  if (context.linked) {
    const auto linked =
        checkLinked(campaign, *context.linked, context.snippets.value_or(campaign.snippets), context.properties);
    issues.insert(issues.end(), linked.begin(), linked.end());
  }
  const Campaign sent = withSentTexts(campaign);
  for (Issue& issue : checkLinks(sent, context.shorteners)) issues.push_back(std::move(issue));
  for (Issue& issue : checkPurpose(sent)) issues.push_back(std::move(issue));
  checkWhen(campaign, context, issues);
  checkQuiet(campaign, issues);
  return issues;
}

}  // namespace heliograph::campaign
