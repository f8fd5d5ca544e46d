// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>

#include "audience/live/live_estimator.h"
#include "campaign/campaign.h"
#include "campaign/published_version.h"
#include "core/background.h"
#include "core/clock.h"
#include "core/result.h"
#include "delivery/check/check_report.h"
#include "delivery/check/cost_rates.h"
#include "delivery/check/similar_sendings.h"
#include "delivery/check/text_ledger.h"
#include "delivery/reach/message_reads.h"
#include "delivery/reach/qualification.h"
#include "providers/routes/route_resolver.h"
#include "storage/database.h"

namespace heliograph::delivery {

/// What there is of a check before anybody is looked at.
struct CheckGround {
  CheckReport report;                       ///< with the issues of the draft alone
  CostRates rates;                          ///< of the campaign's route
  std::optional<QualificationInput> input;  ///< none: nobody can be looked at, the report is all
  MessageReads reads;                       ///< what the input's message reads
};

/// People looked at so far, and how many there may be at most.
using CheckProgress = std::function<void(qint64 done, qint64 people)>;

/// Says what a campaign would do, and sends it on its way. Blocking: call it from a background thread.
class Publisher final {
 public:
  /// `columns` answers fast how many messages would leave to people as they act; without it the workspace does.
  Publisher(const storage::Database& database, const Clock& clock, const providers::RouteResolver& routes,
            audience::SegmentEngine* columns = nullptr)
      : m_database(database), m_clock(clock), m_routes(routes), m_columns(columns) {}

  /// Looks at everybody the campaign is for. Problems of the campaign are issues in the report; Errors: Cancelled,
  /// those of storage. `progress` is called every few thousand people, on the calling thread.
  [[nodiscard]] Result<CheckReport> check(const campaign::Campaign& campaign, const CancelToken& cancel = {},
                                          const CheckProgress& progress = {}) const;
  /// The same, and in the same pass what everybody would get, to compare it with another state. The ledger stays empty
  /// when nobody could be looked at.
  [[nodiscard]] Result<CheckReport> check(const campaign::Campaign& campaign, TextLedger& ledger,
                                          const CancelToken& cancel, const CheckProgress& progress = {}) const;

  /// All that a check needs and that doesn't take looking at people. Errors: those of storage.
  [[nodiscard]] Result<CheckGround> groundOf(const campaign::Campaign& campaign) const;
  /// How many people there are, whoever they are. Errors: those of storage.
  [[nodiscard]] Result<qint64> peopleInAll() const;
  /// Limits what the pipeline is for to the `most` people who are drawn by lot. Looks at everybody once. Errors:
  /// Cancelled, those of storage and of Qualification::open().
  [[nodiscard]] Result<> drawPeople(QualificationInput& input, qint64 most, const CancelToken& cancel = {}) const;
  /// Says in a report with figures who would wait for the end of their quiet hours. Errors: those of storage.
  [[nodiscard]] Result<> addQuiet(const campaign::Campaign& campaign, CheckReport& report) const;
  /// Says in a report with figures that handing them over to who keeps them takes too long. Errors: those of storage.
  [[nodiscard]] Result<> addHandingOver(const campaign::Campaign& campaign, CheckReport& report) const;
  /// Other sendings of such a text, to be asked for the campaign's people.
  [[nodiscard]] SimilarSendings similarSendings() const { return {m_database, m_clock}; }

  /// Freezes the campaign as it stands at `revision` and makes its run. `approvedReach` is CheckReport::sendable as the
  /// person saw it. Publishing the same revision again gives the run that is there. Errors: InvalidInput with the first
  /// blocking issue's sentence; Conflict when the draft has changed; see CampaignRepository::freeze.
  [[nodiscard]] Result<campaign::PublishedVersion> publish(CampaignId campaign, int revision,
                                                           qint64 approvedReach) const;
  /// The same at another time than the campaign says (UTC).
  [[nodiscard]] Result<campaign::PublishedVersion> publishAt(CampaignId campaign, int revision, qint64 approvedReach,
                                                             const QDateTime& at) const;

  /// Refuses what a check that counted people says mustn't be published, as publish() itself looks at the draft alone.
  /// What is published already may be published again. Errors: InvalidInput with the first blocking issue's sentence.
  [[nodiscard]] Result<> mayPublish(const campaign::Campaign& campaign, const CheckReport& report) const;

  /// What the pipeline needs for a campaign as it stands now: for previewing everybody. Errors: InvalidInput when
  /// nobody is chosen or the message doesn't parse; NotFound for a segment that is gone.
  [[nodiscard]] Result<QualificationInput> qualificationOf(const campaign::Campaign& campaign) const;

 private:
  struct Draft {
    std::vector<campaign::Issue> issues;
    providers::ResolvedRoute route;  ///< without providers when there is none
    std::optional<providers::AskedFields> asked;
  };

  [[nodiscard]] Result<CheckReport> checkInto(TextLedger* ledger, const campaign::Campaign& campaign,
                                              const CancelToken& cancel, const CheckProgress& progress) const;
  [[nodiscard]] Result<campaign::Campaign> withAsked(campaign::Campaign campaign) const;
  [[nodiscard]] Result<std::optional<audience::LiveEstimate>> wouldLeave(const campaign::Campaign& campaign) const;
  /// What is to be said of a campaign that providers are to keep until its time.
  [[nodiscard]] Result<std::vector<campaign::Issue>> holdingProblems(const campaign::Campaign& campaign) const;
  [[nodiscard]] Result<Draft> examine(const campaign::Campaign& campaign) const;
  [[nodiscard]] bool isPublished(CampaignId campaign, int revision) const;
  [[nodiscard]] Result<> addLimit(const campaign::Campaign& campaign, CheckGround& ground) const;
  [[nodiscard]] Result<audience::Segment> segmentOf(const campaign::Audience& audience) const;
  [[nodiscard]] Result<campaign::PublishedVersion> freeze(CampaignId campaign, int revision, qint64 approvedReach,
                                                          const std::optional<QDateTime>& at) const;

  const storage::Database& m_database;
  const Clock& m_clock;
  const providers::RouteResolver& m_routes;
  audience::SegmentEngine* m_columns;
};

}  // namespace heliograph::delivery
