// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <limits>
#include <optional>
#include <vector>

#include "audience/columns/column_scan.h"
#include "audience/columns/column_snapshot.h"
#include "audience/date_range.h"
#include "audience/rules/event_rule.h"
#include "audience/rules/segment_catalog.h"
#include "core/background.h"

namespace heliograph::audience {

/// Events of one type within a time that meet conditions on their own properties.
struct EventQuery {
  struct Condition {
    std::int64_t column;
    ValueTest test;
  };
  EventTypeId type;
  std::int64_t from = std::numeric_limits<std::int64_t>::min();
  std::int64_t until = std::numeric_limits<std::int64_t>::max();
  std::vector<Condition> where;

  /// Nothing if the statement would refuse it. Errors: Unsupported then.
  [[nodiscard]] static Result<EventQuery> of(const EventType& type, const TimeWindow& within,
                                             const std::vector<SegmentRule>& where, const EvaluationTime& time);
  /// Narrows the times to those that there are events of, so that another "now" isn't another query.
  [[nodiscard]] Result<> narrow(const ColumnSnapshot& snapshot);
};

/// The rows of one part that a query finds.
class EventMatches final {
 public:
  /// Errors: Damaged; Unsupported if only the workspace can tell.
  [[nodiscard]] static Result<EventMatches> of(const EventQuery& query, const ColumnPart& part, std::size_t limit);

  /// Calls `visit(row)` for each, by time.
  template <class Visit>
  void forEach(Visit visit) const {
    if (m_words.empty()) {
      for (std::size_t row = m_first; row < m_last; ++row) visit(row);
      return;
    }
    for (std::size_t i = 0; i < m_words.size(); ++i) {
      for (std::uint64_t bits = m_words[i]; bits != 0; bits &= bits - 1) {
        const std::size_t row = m_firstOfWords + i * 64 + static_cast<std::size_t>(std::countr_zero(bits));
        if (row >= m_first && row < m_last) visit(row);
      }
    }
  }
  [[nodiscard]] const EventRows& rows() const { return *m_rows; }

 private:
  const EventRows* m_rows = nullptr;
  std::size_t m_first = 0;
  std::size_t m_last = 0;
  std::size_t m_firstOfWords = 0;
  std::vector<std::uint64_t> m_words;  ///< of those that meet the conditions; empty: all do
};

/// The error that leaves a question to the statement.
[[nodiscard]] tl::unexpected<Error> leftToStatement();

/// Whom a rule on events lets through. Errors: Damaged, Unsupported, Cancelled.
class EventScan final {
 public:
  EventScan(const ColumnSnapshot& snapshot, const EvaluationTime& time, const CancelToken& cancel)
      : m_snapshot(snapshot), m_time(time), m_cancel(cancel) {}

  [[nodiscard]] Result<PeopleBits> run(const EventRule& rule, const EventType& type) const;

 private:
  [[nodiscard]] Result<PeopleBits> whoDid(const EventQuery& query) const;
  [[nodiscard]] Result<PeopleBits> byCount(const EventRule& rule, const EventQuery& query) const;
  [[nodiscard]] Result<PeopleBits> bySum(const EventRule& rule, const EventType& type, const EventQuery& query) const;
  [[nodiscard]] Result<PeopleBits> byTime(const EventRule& rule, const EventQuery& query) const;
  template <class Visit>
  [[nodiscard]] Result<> forEachPart(const EventQuery& query, Visit visit) const;

  const ColumnSnapshot& m_snapshot;
  const EvaluationTime& m_time;
  const CancelToken& m_cancel;
};

}  // namespace heliograph::audience
