// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/check/publisher.h"

#include <QElapsedTimer>
#include <algorithm>

#include "audience/profile_repository.h"
#include "audience/segment_repository.h"
#include "campaign/campaign_check.h"
#include "campaign/campaign_repository.h"
#include "campaign/campaign_snippets.h"
#include "campaign/message_plan_of.h"
#include "campaign/stored_linked.h"
#include "delivery/check/check_counter.h"
#include "delivery/check/check_issues.h"
#include "delivery/check/pair_check.h"
#include "delivery/check/reach_limits.h"
#include "delivery/check/similar_sendings.h"
#include "delivery/coupons/coupon_stock.h"
#include "delivery/held/holding_check.h"
#include "delivery/reach/reach_rules.h"
#include "delivery/run/seed_rows.h"
#include "providers/shorteners/shortener_repository.h"

namespace heliograph::delivery {
namespace {

constexpr qint64 kPeopleBetweenLooks = 2000;

Error checkCancelled() {
  return {ErrorCode::Cancelled, QStringLiteral("The check was cancelled."), {}};
}

Result<> countPeople(Qualification& people, CheckCounter& counter, SimilarSendings& similar, qint64 expected,
                     const CancelToken& cancel, const CheckProgress& progress) {
  while (true) {
    auto person = people.next();
    if (!person) return fail(person.error());
    if (!*person) return {};
    counter.add(**person);
    similar.add(**person);
    if (counter.people() % kPeopleBetweenLooks != 0) continue;
    if (cancel.isCancelled()) return fail(checkCancelled());
    if (progress) progress(counter.people(), expected);
  }
}

/// The first thing that stands in the way, as an error.
Result<> withoutBlockers(const std::vector<campaign::Issue>& issues) {
  for (const campaign::Issue& issue : issues) {
    if (issue.severity == campaign::Severity::Block) return fail(ErrorCode::InvalidInput, issue.text, issue.code);
  }
  return {};
}

}  // namespace

Result<campaign::Campaign> Publisher::withAsked(campaign::Campaign campaign) const {
  auto asked = m_routes.asked(campaign.route);
  if (!asked && asked.error().code != ErrorCode::NotFound) return fail(asked.error());
  campaign.asked = asked ? std::optional(std::move(*asked)) : std::nullopt;
  return campaign;
}

Result<QualificationInput> Publisher::qualificationOf(const campaign::Campaign& campaign) const {
  auto message = withAsked(campaign)
                     .and_then([this](campaign::Campaign draft) {
                       return campaign::withLibrary(m_database, m_clock, std::move(draft));
                     })
                     .and_then(campaign::messagePlanOf)
                     .and_then([this](const message::MessagePlan& plan) {
                       return campaign::withStoredLinked(m_database, m_clock, plan);
                     });
  if (!message) return fail(message.error());
  auto schema = audience::ProfileSchema::load(m_database);
  if (!schema) return fail(schema.error());
  auto segment = segmentOf(campaign.audience);
  if (!segment) return fail(segment.error());
  auto rules = reachRulesOf(m_database, campaign);
  if (!rules) return fail(rules.error());
  QualificationInput input{*segment,   audience::EvaluationTime::local(m_clock), *schema, *message, campaign.name,
                           campaign.id};
  input.groups = rules->groups;
  input.countries = rules->countries;
  input.seeds = audience::ProfileReading::Seeds::Without;
  return input;
}

Result<audience::Segment> Publisher::segmentOf(const campaign::Audience& audience) const {
  using Kind = campaign::Audience::Kind;
  switch (audience.kind) {
    case Kind::Everybody:
      return audience::Segment::everybody();
    case Kind::Rules:
      return audience.segment;
    case Kind::Saved: {
      auto saved = audience::SegmentRepository(m_database, m_clock).byId(audience.segmentId);
      if (!saved) return fail(saved.error());
      return saved->segment;
    }
    case Kind::Live:
      return fail(ErrorCode::Unsupported,
                  QStringLiteral("It is for people as they act, who aren't known beforehand. Choose “People I pick” to "
                                 "send it now."));
    case Kind::None:
      break;
  }
  return fail(ErrorCode::InvalidInput,
              QStringLiteral("Nobody is chosen to receive it. Choose everybody, a saved segment or rules."));
}

/// Only a small limit is compared with it.
Result<std::optional<audience::LiveEstimate>> Publisher::wouldLeave(const campaign::Campaign& campaign) const {
  const campaign::LiveLimit& limit = campaign.liveLimit;
  const bool asked = campaign.audience.isLive() && limit.limits() && limit.messages < campaign::LiveLimit::least;
  if (!asked || !campaign.audience.isChosen()) return std::optional<audience::LiveEstimate>();
  auto estimate = audience::LiveEstimator(m_database, m_clock, m_columns).estimate(campaign.audience.live);
  // An event that isn't there any more.
  if (!estimate && estimate.error().code == ErrorCode::InvalidInput) return std::optional<audience::LiveEstimate>();
  if (!estimate) return fail(estimate.error());
  return std::optional(std::move(*estimate));
}

Result<Publisher::Draft> Publisher::examine(const campaign::Campaign& campaign) const {
  auto schema = audience::ProfileSchema::load(m_database);
  if (!schema) return fail(schema.error());
  auto fallback = m_routes.defaultRoute();
  if (!fallback) return fail(fallback.error());
  auto snippets = campaign::librarySnippets(m_database, m_clock);
  if (!snippets) return fail(snippets.error());
  auto coupons = campaign::couponSamples(m_database, m_clock);
  if (!coupons) return fail(coupons.error());
  Draft draft;
  auto& issues = draft.issues;
  auto linked = campaign::knownSources(library::LinkedSourceRepository(m_database, m_clock));
  if (!linked) return fail(linked.error());
  auto shorteners = providers::ShortenerRepository(m_database, m_clock).list();
  if (!shorteners) return fail(shorteners.error());
  QStringList shortenerNames;
  for (const providers::Shortener& one : *shorteners) shortenerNames << one.name;
  auto events = audience::EventCatalog(m_database, m_clock).list();
  if (!events) return fail(events.error());
  auto whole = withAsked(campaign);
  if (!whole) return fail(whole.error());
  draft.asked = whole->asked;
  auto leaves = wouldLeave(campaign);
  if (!leaves) return fail(leaves.error());
  issues = campaign::checkCampaign(*whole, {(*schema)->fieldNames(), !fallback->isDefault(), m_clock.now(), *snippets,
                                            *linked, campaign::poolNames(*coupons), shortenerNames, *events, *leaves});
  if (campaign.route.isDefault() && fallback->isDefault()) return draft;

  const auto routeIssue = [&](campaign::Severity severity, const char* code, const QString& text) {
    issues.push_back({severity, QLatin1String(code), campaign::Step::Start, QStringLiteral("route"), text});
  };
  auto route = m_routes.resolve(campaign.route);
  if (!route) {
    routeIssue(campaign::Severity::Block, "route_unknown", route.error().message);
    return draft;
  }
  for (const providers::UnreadyProvider& provider : route->unready) {
    const auto severity = route->ready.empty() ? campaign::Severity::Block : campaign::Severity::Warn;
    routeIssue(severity, "provider_not_ready", provider.reason);
  }
  if (route->ready.empty() && route->unready.empty()) {
    routeIssue(campaign::Severity::Block, "route_empty",
               QStringLiteral("No provider is left in “%1”. Add one, or choose another.").arg(route->name));
  }
  for (campaign::Issue& issue : pairIssues(*whole, *route)) issues.push_back(std::move(issue));
  if (schedule::isHeldByProvider(campaign.when)) {
    auto holding = holdingProblems(campaign);
    if (!holding) return fail(holding.error());
    for (campaign::Issue& issue : *holding) issues.push_back(std::move(issue));
  }
  draft.route = std::move(*route);
  return draft;
}

Result<std::vector<campaign::Issue>> Publisher::holdingProblems(const campaign::Campaign& campaign) const {
  auto holding = m_routes.holding(campaign.route);
  if (!holding) return fail(holding.error());
  auto quiet = quietInForce(m_database, campaign);
  if (!quiet) return fail(quiet.error());
  return holdingIssues(campaign, *holding, quiet->isOn(), m_clock.now());
}

Result<CheckReport> Publisher::check(const campaign::Campaign& campaign, const CancelToken& cancel,
                                     const CheckProgress& progress) const {
  return checkInto(nullptr, campaign, cancel, progress);
}

Result<CheckReport> Publisher::check(const campaign::Campaign& campaign, TextLedger& ledger, const CancelToken& cancel,
                                     const CheckProgress& progress) const {
  return checkInto(&ledger, campaign, cancel, progress);
}

Result<CheckGround> Publisher::groundOf(const campaign::Campaign& campaign) const {
  CheckGround ground;
  auto draft = examine(campaign);
  if (!draft) return fail(draft.error());
  ground.report.issues = std::move(draft->issues);
  auto rates = CostRates::of(m_database, draft->route);
  if (!rates) return fail(rates.error());
  ground.rates = std::move(*rates);
  auto input = qualificationOf(campaign);
  if (input) {
    ground.reads = readsOf(campaign, input->message, *input->schema);
    auto stock = couponStockOf(m_database, m_clock, input->message, campaign.id);
    if (!stock) return fail(stock.error());
    ground.reads.coupons = std::move(*stock);
    ground.input = std::move(*input);
    HELIOGRAPH_TRY(addLimit(campaign, ground));
  } else if (!campaign::hasBlockers(ground.report.issues)) {
    // The draft's own issues say it already, unless the segment is gone.
    ground.report.issues.push_back(audienceIssue(input.error()));
  }
  return ground;
}

/// How many it is for at most, what is to be said of that, and the colleagues who get it, too.
Result<> Publisher::addLimit(const campaign::Campaign& campaign, CheckGround& ground) const {
  auto limit = resolveLimit(m_database, m_clock, campaign);
  if (!limit) return fail(limit.error());
  ground.report.most = limit->most;
  for (campaign::Issue& issue : limit->issues) ground.report.issues.push_back(std::move(issue));
  auto held = holdBackIssues(m_database, campaign);
  if (!held) return fail(held.error());
  for (campaign::Issue& issue : *held) ground.report.issues.push_back(std::move(issue));
  auto seeds = seedsToSend(m_database, *ground.input);
  if (!seeds) return fail(seeds.error());
  ground.report.seeds = *seeds;
  return {};
}

Result<qint64> Publisher::peopleInAll() const {
  return audience::ProfileRepository(m_database, m_clock).count();
}

Result<> Publisher::drawPeople(QualificationInput& input, qint64 most, const CancelToken& cancel) const {
  input.lastLot.reset();
  auto people = Qualification::open(m_database, input);
  if (!people) return fail(people.error());
  const Lots lots(input.campaign);
  DrawnLots drawn;
  for (qint64 looked = 0;; ++looked) {
    auto person = people->next();
    if (!person) return fail(person.error());
    if (!*person) break;
    if ((*person)->isSendable()) drawn.add(lots.of((*person)->person->id));
    if (looked % kPeopleBetweenLooks == 0 && cancel.isCancelled()) return fail(checkCancelled());
  }
  input.lastLot = drawn.lastOf(most);
  return {};
}

Result<> Publisher::addQuiet(const campaign::Campaign& campaign, CheckReport& report) const {
  auto quiet = forecastQuiet(m_database, campaign, report.picks.ofCountry);
  if (!quiet) return fail(quiet.error());
  report.quiet = std::move(*quiet);
  for (campaign::Issue& issue : quietIssues(report.quiet, campaign.when, m_clock.now())) {
    report.issues.push_back(std::move(issue));
  }
  return {};
}

Result<> Publisher::addHandingOver(const campaign::Campaign& campaign, CheckReport& report) const {
  if (!schedule::isHeldByProvider(campaign.when)) return {};
  auto holding = m_routes.holding(campaign.route);
  // Whatever is wrong with the route is said already.
  if (!holding && holding.error().code == ErrorCode::NotFound) return {};
  if (!holding) return fail(holding.error());
  if (auto issue = handOverIssue(campaign, *holding, report.sendable + report.seeds, m_clock.now())) {
    report.issues.push_back(std::move(*issue));
  }
  return {};
}

Result<CheckReport> Publisher::checkInto(TextLedger* ledger, const campaign::Campaign& campaign,
                                         const CancelToken& cancel, const CheckProgress& progress) const {
  QElapsedTimer timer;
  timer.start();
  auto ground = groundOf(campaign);
  if (!ground) return fail(ground.error());
  CheckReport& report = ground->report;
  if (!ground->input) return report;
  auto expected = peopleInAll();
  if (!expected) return fail(expected.error());
  if (report.most) {
    if (auto drawn = drawPeople(*ground->input, *report.most, cancel); !drawn) {
      if (drawn.error().code == ErrorCode::Cancelled) return fail(drawn.error());
      report.issues.push_back(audienceIssue(drawn.error()));
      return report;
    }
  }
  auto people = Qualification::open(m_database, *ground->input);
  if (!people) {
    report.issues.push_back(audienceIssue(people.error()));
    return report;
  }
  CheckCounter counter(ground->rates, ground->reads, ledger);
  SimilarSendings similar = similarSendings();
  HELIOGRAPH_TRY(similar.find(campaign, cancel));
  HELIOGRAPH_TRY(countPeople(*people, counter, similar, *expected, cancel, progress));
  counter.finish(report);
  HELIOGRAPH_TRY(addQuiet(campaign, report));
  HELIOGRAPH_TRY(addHandingOver(campaign, report));
  addLimitIssues(campaign, report);
  similar.addIssues(report);
  dropOldNews(report);
  report.seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
  return report;
}

Result<campaign::PublishedVersion> Publisher::publish(CampaignId campaign, int revision, qint64 approvedReach) const {
  return freeze(campaign, revision, approvedReach, std::nullopt);
}

Result<campaign::PublishedVersion> Publisher::publishAt(CampaignId campaign, int revision, qint64 approvedReach,
                                                        const QDateTime& at) const {
  return freeze(campaign, revision, approvedReach, at);
}

bool Publisher::isPublished(CampaignId campaign, int revision) const {
  const auto published = campaign::CampaignRepository(m_database, m_clock).latestVersion(campaign);
  return published && published->campaign.revision == revision;
}

Result<> Publisher::mayPublish(const campaign::Campaign& campaign, const CheckReport& report) const {
  return isPublished(campaign.id, campaign.revision) ? Result<>() : withoutBlockers(report.issues);
}

Result<campaign::PublishedVersion> Publisher::freeze(CampaignId campaign, int revision, qint64 approvedReach,
                                                     const std::optional<QDateTime>& at) const {
  const campaign::CampaignRepository campaigns(m_database, m_clock);
  auto draft = campaigns.load(campaign);
  if (!draft) return fail(draft.error());
  std::vector<QDateTime> times{at.value_or(m_clock.now())};
  if (at) draft->when = schedule::OnPublish{};
  // What is published already is not checked again: it gives what is there.
  std::optional<providers::AskedFields> asked;
  if (!isPublished(campaign, revision)) {
    auto examined = examine(*draft);
    if (!examined) return fail(examined.error());
    HELIOGRAPH_TRY(withoutBlockers(examined->issues));
    asked = std::move(examined->asked);
  }
  if (!at) {
    auto due = schedule::dueTimes(draft->when, m_clock.now());
    if (!due) return fail(due.error());
    times = std::move(*due);
  }
  return campaigns.freeze(campaign, revision, approvedReach, times, asked);
}

}  // namespace heliograph::delivery
