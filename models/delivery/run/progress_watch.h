// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <deque>
#include <map>
#include <optional>
#include <vector>

#include "delivery/delivery_context.h"
#include "delivery/outbox/run_progress.h"
#include "providers/routes/route_resolver.h"

namespace heliograph::delivery {

/// Takes the figures of runs now and then, and knows how fast they go.
class ProgressWatch final {
 public:
  explicit ProgressWatch(const DeliveryContext& context);

  /// Where a run stands now.
  [[nodiscard]] Result<RunProgress> look(const Run& run);
  /// What somebody who can't send for a run says about it; without words: can.
  void noteCannotSend(RunId run, const Obstacle& obstacle);
  /// Nobody in this program can send for it.
  [[nodiscard]] bool cannotSend(RunId run) const { return m_cannotSend.contains(run); }
  /// Forgets a run that is over.
  void forget(RunId run);
  /// Whether all providers of a run can still keep a message until its time.
  [[nodiscard]] Result<bool> canHandOver(const Run& run) const;

 private:
  using Moment = std::chrono::steady_clock::time_point;
  struct Sample {
    Moment at;
    qint64 accepted = 0;
  };
  /// What is remembered of one run.
  struct Seen {
    std::deque<Sample> samples;
    std::optional<QMap<RowState, qint64>> counted;  ///< the people for whom the reasons were read
    std::vector<ReasonFigure> reasons;
    std::vector<ProviderId> providers;
  };

  [[nodiscard]] Result<> count(const Run& run, RunProgress& progress, Seen& seen) const;
  [[nodiscard]] Result<> describe(const Run& run, RunProgress& progress, Seen& seen) const;
  [[nodiscard]] Result<std::vector<ProviderId>> providersOf(const Run& run) const;

  DeliveryContext m_context;
  providers::ProviderRepository m_providers;
  providers::GroupRepository m_groups;
  providers::RouteResolver m_routes;
  std::map<RunId, Seen> m_seen;
  std::map<RunId, Obstacle> m_cannotSend;
};

}  // namespace heliograph::delivery
