// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/publisher.h"

#include <QElapsedTimer>
#include <algorithm>

#include "audience/profile_repository.h"
#include "audience/segment_repository.h"
#include "campaign/campaign_check.h"
#include "campaign/campaign_repository.h"
#include "campaign/campaign_snippets.h"
#include "campaign/message_plan_of.h"
#include "delivery/check_counter.h"
#include "delivery/similar_sendings.h"

namespace heliograph::delivery {
namespace {

constexpr qint64 kPeopleBetweenLooks = 2000;

Result<> countPeople(Qualification& people, CheckCounter& counter, SimilarSendings& similar, const CheckReport& report,
                     qint64 expected, const CancelToken& cancel, const CheckProgress& progress) {
  while (true) {
    auto person = people.next();
    if (!person) return fail(person.error());
    if (!*person) break;
    counter.add(**person);
    similar.add(**person);
    if (report.reach.qualified % kPeopleBetweenLooks != 0) continue;
    if (cancel.isCancelled()) return fail(ErrorCode::Cancelled, QStringLiteral("The check was cancelled."));
    if (progress) progress(report.reach.qualified, expected);
  }
  counter.finish();
  return {};
}

campaign::Issue issueOf(const Error& error) {
  const bool segment = error.code == ErrorCode::NotFound || error.code == ErrorCode::InvalidInput;
  return {campaign::Severity::Block,
          segment ? QStringLiteral("audience_unknown") : QStringLiteral("audience_unreadable"), campaign::Step::Who,
          QStringLiteral("audience"), error.message};
}

/// The first thing that stands in the way, as an error.
Result<> withoutBlockers(const std::vector<campaign::Issue>& issues) {
  for (const campaign::Issue& issue : issues) {
    if (issue.severity == campaign::Severity::Block) return fail(ErrorCode::InvalidInput, issue.text, issue.code);
  }
  return {};
}

}  // namespace

Result<QualificationInput> Publisher::qualificationOf(const campaign::Campaign& campaign) const {
  auto message = campaign::withLibrary(m_database, m_clock, campaign).and_then(campaign::messagePlanOf);
  if (!message) return fail(message.error());
  auto schema = audience::ProfileSchema::load(m_database);
  if (!schema) return fail(schema.error());
  auto segment = segmentOf(campaign.audience);
  if (!segment) return fail(segment.error());
  return QualificationInput{*segment,   audience::EvaluationTime::local(m_clock), *schema, *message, campaign.name,
                            campaign.id};
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
    case Kind::None:
      break;
  }
  return fail(ErrorCode::InvalidInput,
              QStringLiteral("Nobody is chosen to receive it. Choose everybody, a saved segment or rules."));
}

Result<Publisher::Draft> Publisher::examine(const campaign::Campaign& campaign) const {
  auto schema = audience::ProfileSchema::load(m_database);
  if (!schema) return fail(schema.error());
  auto fallback = m_routes.defaultRoute();
  if (!fallback) return fail(fallback.error());
  auto snippets = campaign::librarySnippets(m_database, m_clock);
  if (!snippets) return fail(snippets.error());
  Draft draft;
  auto& issues = draft.issues;
  issues = campaign::checkCampaign(campaign, {(*schema)->fieldNames(), !fallback->isDefault(), m_clock.now(), *snippets});
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
  draft.route = std::move(*route);
  return draft;
}

Result<CheckReport> Publisher::check(const campaign::Campaign& campaign, const CancelToken& cancel,
                                     const CheckProgress& progress) const {
  return checkInto(nullptr, campaign, cancel, progress);
}

Result<CheckReport> Publisher::check(const campaign::Campaign& campaign, TextLedger& ledger, const CancelToken& cancel,
                                     const CheckProgress& progress) const {
  return checkInto(&ledger, campaign, cancel, progress);
}

Result<CheckReport> Publisher::checkInto(TextLedger* ledger, const campaign::Campaign& campaign,
                                         const CancelToken& cancel, const CheckProgress& progress) const {
  QElapsedTimer timer;
  timer.start();
  CheckReport report;
  auto draft = examine(campaign);
  if (!draft) return fail(draft.error());
  report.issues = std::move(draft->issues);
  auto expected = audience::ProfileRepository(m_database, m_clock).count();
  if (!expected) return fail(expected.error());
  const auto rates = CostRates::of(m_database, draft->route);
  if (!rates) return fail(rates.error());

  auto input = qualificationOf(campaign);
  if (!input) {
    // The draft's own issues say it already, unless the segment is gone.
    if (!campaign::hasBlockers(report.issues)) report.issues.push_back(issueOf(input.error()));
    return report;
  }
  auto people = Qualification::open(m_database, std::move(*input));
  if (!people) {
    report.issues.push_back(issueOf(people.error()));
    return report;
  }
  CheckCounter counter(report, *rates, ledger);
  report.counted = true;
  SimilarSendings similar(m_database, m_clock);
  HELIOGRAPH_TRY(similar.find(campaign, cancel));
  HELIOGRAPH_TRY(countPeople(*people, counter, similar, report, *expected, cancel, progress));
  similar.addIssues(report);
  // That nobody gets an empty message is no news beside its being empty.
  const bool empty = std::any_of(report.issues.begin(), report.issues.end(),
                                 [](const campaign::Issue& issue) { return issue.code == u"message_empty"; });
  std::erase_if(report.issues, [empty](const campaign::Issue& issue) {
    return empty && (issue.code == u"nobody_reached" || issue.code == u"empty_text");
  });
  // Now it is counted who reads a gap; that somebody might is no news any more.
  std::erase_if(report.issues, [](const campaign::Issue& issue) { return issue.code == u"message_no_fallback"; });
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

Result<campaign::PublishedVersion> Publisher::freeze(CampaignId campaign, int revision, qint64 approvedReach,
                                                     const std::optional<QDateTime>& at) const {
  const campaign::CampaignRepository campaigns(m_database, m_clock);
  auto draft = campaigns.load(campaign);
  if (!draft) return fail(draft.error());
  std::vector<QDateTime> times{at.value_or(m_clock.now())};
  if (at) draft->when = schedule::OnPublish{};
  // What is published already is not checked again: it gives what is there.
  const auto published = campaigns.latestVersion(campaign);
  if (!published || published->campaign.revision != revision) {
    auto examined = examine(*draft);
    if (!examined) return fail(examined.error());
    HELIOGRAPH_TRY(withoutBlockers(examined->issues));
  }
  if (!at) {
    auto due = schedule::dueTimes(draft->when, m_clock.now());
    if (!due) return fail(due.error());
    times = std::move(*due);
  }
  return campaigns.freeze(campaign, revision, approvedReach, times);
}

}  // namespace heliograph::delivery
