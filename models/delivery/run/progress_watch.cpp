// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/run/progress_watch.h"

#include <algorithm>

#include "campaign/campaign_repository.h"
#include "delivery/held/held_messages.h"
#include "delivery/outbox/left_out_providers.h"
#include "delivery/outbox/rate_lease.h"
#include "delivery/outbox/run_repository.h"
#include "delivery/run/progress_words.h"
#include "storage/read_transaction.h"

namespace heliograph::delivery {
namespace {

using namespace std::chrono_literals;

constexpr auto kRateOver = 5s;

template <class Samples, class Moment>
double ratePerSecond(Samples& samples, Moment now, qint64 accepted) {
  while (samples.size() > 1 && now - samples.front().at > kRateOver) samples.pop_front();
  samples.push_back({now, accepted});
  const double seconds = std::chrono::duration<double>(now - samples.front().at).count();
  return seconds > 0 ? static_cast<double>(accepted - samples.front().accepted) / seconds : 0;
}

QMap<RowState, qint64> leftOutOf(const QMap<RowState, qint64>& counts) {
  QMap<RowState, qint64> leftOut;
  for (const RowState state : {RowState::Skipped, RowState::Refused, RowState::InDoubt}) {
    leftOut[state] = counts.value(state);
  }
  return leftOut;
}

}  // namespace

ProgressWatch::ProgressWatch(const DeliveryContext& context)
    : m_context(context),
      m_providers(context.database, context.catalog, context.clock),
      m_groups(context.database, context.clock),
      m_routes(m_providers, m_groups, context.catalog, context.secrets) {}

Result<RunProgress> ProgressWatch::look(const Run& run) {
  Seen& seen = m_seen[run.id];
  RunProgress progress;
  progress.run = run.id;
  progress.campaign = run.campaign;
  progress.state = run.state;
  progress.reason = run.reason;
  progress.dueAt = run.dueAt;
  progress.approved = run.approvedReach;
  progress.firstBatch = run.firstBatch;
  if (run.isHandedOver) progress.keptUntil = run.dueAt;
  if (run.state == RunState::Held && run.reason == hold::abTest) {
    progress.decideAt = run.decideAt;
    progress.tooEarly = m_context.clock.now() < run.decideAt;
    progress.choosesItself = run.choosesItself();
    progress.byClicks = run.decideBy == decide_by::clicks;
  }
  HELIOGRAPH_TRY(count(run, progress, seen));
  progress.perSecond =
      ratePerSecond(seen.samples, std::chrono::steady_clock::now(), progress.count(RowState::Accepted));
  auto leftOut = LeftOutProviders(m_context.database).describe(run.id);
  if (!leftOut) return fail(leftOut.error());
  progress.leftOut = std::move(*leftOut);
  HELIOGRAPH_TRY(describe(run, progress, seen));
  return progress;
}

/// The people by state, and why they were left out.
Result<> ProgressWatch::count(const Run& run, RunProgress& progress, Seen& seen) const {
  const auto reading = storage::ReadTransaction::begin(m_context.database);
  if (!reading) return fail(reading.error());
  const RunRepository runs(m_context.database, m_context.clock);
  auto counts = runs.counts(run.id);
  if (!counts) return fail(counts.error());
  // Of a run for so many only, one who is refused makes room for one who wasn't drawn: as many are left out as before.
  const bool isLimited = run.onlyPeople > 0;
  const QMap<RowState, qint64> basis = isLimited ? *counts : leftOutOf(*counts);
  if (!seen.counted || basis != *seen.counted) {
    auto reasons = runs.reasons(run.id);
    if (!reasons) return fail(reasons.error());
    seen.reasons = std::move(*reasons);
    seen.counted = basis;
  }
  progress.take(std::move(*counts), seen.reasons, isLimited);
  if (progress.count(RowState::Held) > 0) {
    auto taking = HeldMessages(m_context.database, m_context.clock).toTakeBack(run.id);
    if (!taking) return fail(taking.error());
    progress.takingBack = taking->messages;
    progress.unanswered = taking->unanswered;
    progress.keptUntil = run.dueAt;
  }
  if (run.state != RunState::Running) return {};
  auto wait = runs.quietWait(run);
  if (!wait) return fail(wait.error());
  progress.quiet = wait->people;
  progress.quietUntil = wait->first;
  progress.quietAlike = wait->first == wait->last;
  const qint64 away = progress.count(RowState::Claimed) + progress.count(RowState::Sending);
  progress.quietOnly = wait->first.isValid() && !wait->others && away == 0;
  return {};
}

void ProgressWatch::noteCannotSend(RunId run, const Obstacle& obstacle) {
  if (obstacle.words.isEmpty()) {
    m_cannotSend.erase(run);
  } else {
    m_cannotSend[run] = obstacle;
  }
}

void ProgressWatch::forget(RunId run) {
  m_seen.erase(run);
  m_cannotSend.erase(run);
}

/// The words for the state, and what the run waits for.
Result<> ProgressWatch::describe(const Run& run, RunProgress& progress, Seen& seen) const {
  progress.words = runStateText(run);
  if (run.state == RunState::Paused && run.reason == hold::noProvider) progress.words = nobodyLeftText(progress);
  if (run.state != RunState::Running || (progress.left() == 0 && !progress.quietOnly)) return {};
  if (const auto it = m_cannotSend.find(run.id); it != m_cannotSend.end()) {
    progress.waiting = true;
    progress.words = it->second.words;
    progress.secretOf = it->second.secretOf;
    return {};
  }
  if (seen.providers.empty()) {
    auto providers = providersOf(run);
    if (!providers) return fail(providers.error());
    seen.providers = std::move(*providers);
  }
  if (progress.quietOnly) {
    progress.waiting = true;
    progress.words = quietText(progress);
    return {};
  }
  auto pauses = RateLease(m_context.database).pausesOfAll(seen.providers);
  if (!pauses) return fail(pauses.error());
  if (pauses->empty()) return {};
  const bool unreachable = std::find(pauses->begin(), pauses->end(), pause_reason::unreachable) != pauses->end();
  progress.waiting = true;
  progress.words = unreachable
                       ? QStringLiteral("Waiting for the network: the provider can't be reached. Nothing is lost.")
                       : QStringLiteral("Waiting: the provider asked to send more slowly.");
  return {};
}

Result<bool> ProgressWatch::canHandOver(const Run& run) const {
  if (run.keepsNoMore) return false;
  auto frozen = campaign::CampaignRepository(m_context.database, m_context.clock).version(run.version);
  if (!frozen) return fail(frozen.error());
  auto holding = m_routes.holding(frozen->campaign.route);
  if (!holding && holding.error().code == ErrorCode::NotFound) return false;
  if (!holding) return fail(holding.error());
  return holding->reaches(m_context.clock.now(), run.dueAt);
}

Result<std::vector<ProviderId>> ProgressWatch::providersOf(const Run& run) const {
  auto frozen = campaign::CampaignRepository(m_context.database, m_context.clock).version(run.version);
  if (!frozen) return fail(frozen.error());
  providers::Route route = frozen->campaign.route;
  if (route.isDefault()) {
    auto standing = m_routes.defaultRoute();
    if (!standing) return fail(standing.error());
    route = *standing;
  }
  if (route.kind != u"group") return std::vector<ProviderId>{ProviderId{route.id}};
  auto group = m_groups.byId(GroupId{route.id});
  if (group) return group->members;
  // A group that was removed has nobody.
  if (group.error().code == ErrorCode::NotFound) return std::vector<ProviderId>{};
  return fail(group.error());
}

}  // namespace heliograph::delivery
