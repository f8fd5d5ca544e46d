// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "audience/columns/column_people.h"
#include "audience/columns/people_bits.h"
#include "audience/columns/person_event_scan.h"
#include "audience/country_counts.h"
#include "audience/evaluation_time.h"
#include "audience/groups/control_groups.h"
#include "audience/live/live_estimate.h"
#include "audience/property_values.h"
#include "audience/reach.h"
#include "audience/reachability.h"
#include "audience/segment.h"
#include "core/background.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::audience {

/// Answers segments from the column snapshot, the same as the statement of compileSegment does, but within
/// milliseconds. What it can't answer just now (the snapshot is missing, damaged or behind, a rule that the statement
/// refuses) it leaves to the statement: then an answer is empty. Any thread; several at once.
class SegmentEngine final {
 public:
  explicit SegmentEngine(const storage::Database& database);
  ~SegmentEngine();
  Q_DISABLE_COPY_MOVE(SegmentEngine)

  template <class T>
  using Answer = std::optional<Result<T>>;

  /// Whom the rules let through, whether they can be texted or not. Errors: Cancelled.
  [[nodiscard]] Answer<PeopleBits> evaluate(const Segment& segment, const EvaluationTime& time,
                                            const CancelToken& cancel = {});
  /// How many they are. Errors: Cancelled.
  [[nodiscard]] Answer<qint64> count(const Segment& segment, const EvaluationTime& time,
                                     const CancelToken& cancel = {});
  /// How many of them can be texted, by the rule of ReachabilityCheck. Errors: Cancelled.
  [[nodiscard]] Answer<Reach> reach(const Segment& segment, const ReachRules& rules, const EvaluationTime& time,
                                    const CancelToken& cancel = {});
  /// Those of them that ReachabilityCheck says `wanted` of; with nothing wanted, all; with a country, only those
  /// with a number of it. Errors: Cancelled.
  [[nodiscard]] Answer<PeopleBits> peopleOf(const Segment& segment, const ReachRules& rules,
                                            std::optional<Reachability> wanted, const EvaluationTime& time,
                                            const CancelToken& cancel = {},
                                            const std::optional<std::string>& country = {});
  /// Those people with their values, to be read one by one. Errors: Cancelled.
  [[nodiscard]] Answer<std::shared_ptr<const ColumnPeople>> people(const Segment& segment, const ReachRules& rules,
                                                                   const ColumnReading& reading,
                                                                   const EvaluationTime& time,
                                                                   const CancelToken& cancel = {});
  /// Where these people's events stand, by type. Errors: Cancelled.
  [[nodiscard]] Answer<std::vector<EventIds>> eventIds(const std::vector<ProfileId>& people,
                                                       const CancelToken& cancel = {});
  /// The countries of those who can be texted, or could if a provider covered theirs. Errors: Cancelled.
  [[nodiscard]] Answer<std::vector<CountryCount>> countries(const Segment& segment, const ReachRules& rules,
                                                            const EvaluationTime& time, const CancelToken& cancel = {});
  /// The values that most people have in a property or built-in field of texts or numbers; see PropertyValues.
  [[nodiscard]] Answer<std::vector<CommonValue>> commonValues(const QString& property, int most);

  /// How often a live segment would have fired; see LiveEstimator. Errors: Cancelled.
  [[nodiscard]] Answer<LiveEstimate> estimate(const LiveSegment& live, const EvaluationTime& time,
                                              const CancelToken& cancel = {});

  /// Makes the snapshot say what the workspace says now. Blocking; gives up when another program is at it (Busy).
  [[nodiscard]] Result<> bringUp(const CancelToken& cancel = {});
  /// From now on a thread of this object brings it up whenever it is found missing or behind. Without, it is used as it
  /// is found, and only what lags behind by little is brought up.
  void keepUp();
  /// Forgets what was computed for earlier answers; for measurements.
  void forgetAnswers();

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

}  // namespace heliograph::audience
