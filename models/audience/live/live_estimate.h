// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QDateTime>
#include <functional>
#include <optional>
#include <vector>

#include "audience/columns/people_bits.h"
#include "audience/evaluation_time.h"
#include "audience/live/live_segment.h"
#include "audience/rules/segment_catalog.h"
#include "core/background.h"
#include "core/result.h"

namespace heliograph::audience {

/// How often a live segment would have fired, by what is stored. The filter is applied as it stands now: nobody knows
/// who met it back then.
struct LiveEstimate {
  static constexpr int span = 14;  ///< days

  struct Day {
    QDate day;
    qint64 fired = 0;

    bool operator==(const Day&) const = default;
  };
  std::vector<Day> days;            ///< the whole days before today, the oldest first
  qint64 people = 0;                ///< different ones in these days
  std::optional<qint64> next;       ///< dates only: from now until so many days from the beginning of today
  std::optional<QDateTime> newest;  ///< the newest event it waits for, of any day; of a person's date: none
  double seconds = 0;               ///< that it took

  [[nodiscard]] qint64 fired() const;
  /// Of the busiest day.
  [[nodiscard]] qint64 busiest() const;
  [[nodiscard]] double perDay() const { return static_cast<double>(fired()) / span; }
};

/// The stored events and dates, from wherever they are read.
class LiveSource {
 public:
  /// Somebody's event: when, and the date that was asked for (0 if none was).
  using VisitEvent = std::function<void(std::size_t person, qint64 at, qint64 date)>;
  using VisitDate = std::function<void(std::size_t person, qint64 date)>;

  struct Query {
    const EventType* type = nullptr;
    const std::vector<SegmentRule>* where = nullptr;
    std::optional<qint64> from;           ///< the first instant
    std::optional<qint64> until;          ///< the first one no more
    const EventProperty* date = nullptr;  ///< only events that have it
  };

  virtual ~LiveSource() = default;
  [[nodiscard]] virtual Result<PeopleBits> people(const Segment& filter) = 0;
  [[nodiscard]] virtual Result<> events(const Query& query, const VisitEvent& visit) = 0;
  [[nodiscard]] virtual Result<> dates(const Property& property, const VisitDate& visit) = 0;
  [[nodiscard]] virtual Result<std::optional<qint64>> newest(const EventType& type) = 0;
};

/// The estimate from a source. Errors: InvalidInput for what isn't chosen yet or isn't in the catalog, Cancelled, those
/// of the source.
[[nodiscard]] Result<LiveEstimate> estimateLive(LiveSource& source, const LiveSegment& live,
                                                const SegmentCatalog& catalog, const EvaluationTime& time,
                                                const CancelToken& cancel);

/// In words: "Would have fired about 310 times a day over the last 14 days (4,340 times, for 1,208 people)."
[[nodiscard]] QString describe(const LiveEstimate& estimate);

}  // namespace heliograph::audience
