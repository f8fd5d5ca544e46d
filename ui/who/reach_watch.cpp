// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/who/reach_watch.h"

#include "audience/match_counter.h"
#include "audience/people_pager.h"
#include "audience/reach_counter.h"
#include "delivery/check/reach_limits.h"
#include "delivery/reach/reach_rules.h"
#include "ui/who/audience_segment.h"

namespace heliograph::ui {

namespace {

constexpr int kReachSamples = 5;

Result<ReachView> look(const Services& services, const campaign::Campaign& campaign, const CancelToken& cancel) {
  const auto segment = segmentOf(campaign.audience, services.segments);
  if (!segment) return fail(segment.error());
  const auto rules = delivery::reachRulesOf(services.database, campaign);
  if (!rules) return fail(rules.error());
  const auto reach = services.reach.count(*segment, cancel, *rules);
  if (!reach) return fail(reach.error());
  const auto contacts = audience::MatchCounter(services.database, services.clock, &services.columns)
                            .count(audience::Segment::everybody(), cancel);
  if (!contacts) return fail(contacts.error());
  const auto limit = delivery::resolveLimit(services.database, services.clock, campaign);
  if (!limit) return fail(limit.error());
  ReachView view{*segment, *rules, *reach, limit->most, *contacts, {}};
  if (reach->reachable > 0 || reach->noProvider > 0) {
    auto countries = services.reach.countries(*segment, cancel, *rules);
    if (!countries) return fail(countries.error());
    view.countries = std::move(*countries);
  }
  if (reach->reachable == 0) return view;
  audience::PeoplePager pager(services.database, services.clock, *segment, audience::Reachability::Reachable, *rules,
                              &services.columns);
  auto samples = pager.next(kReachSamples, cancel);
  if (!samples) return fail(samples.error());
  for (auto& person : *samples) view.samples.push_back(std::move(person.profile));
  return view;
}

}  // namespace

ReachWatch::ReachWatch(Services& services, QObject* parent) : QObject(parent), m_services(services) {}

void ReachWatch::count(const campaign::Campaign& campaign) {
  m_campaign = campaign;
  m_cancel.cancel();
  m_cancel = CancelToken();
  const quint64 generation = ++m_generation;
  if (campaign.audience.isLive() || !campaign.audience.isChosen()) {
    Q_EMIT cleared({});
    return;
  }
  Q_EMIT counting();
  m_services.background
      .run([services = m_services, campaign, cancel = m_cancel] { return look(services, campaign, cancel); })
      .then(this, [this, generation](const Result<ReachView>& view) {
        if (generation != m_generation) return;
        if (view) {
          Q_EMIT counted(*view);
        } else {
          Q_EMIT cleared(view.error().message);
        }
      });
}

}  // namespace heliograph::ui
