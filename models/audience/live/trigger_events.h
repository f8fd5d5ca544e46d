// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <optional>
#include <vector>

#include "audience/evaluation_time.h"
#include "audience/live/live_segment.h"
#include "audience/people/person_events.h"
#include "core/background.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::audience {

/// The values that a property has most often among some events, the most frequent first.
struct TriggerSample {
  QString property;
  QVariantList values;

  bool operator==(const TriggerSample&) const = default;
};

/// What events lately were like.
struct TriggerSamples {
  QDateTime from;         ///< UTC; invalid: there are no such events
  QDateTime until;        ///< the first instant no more
  bool isRecent = false;  ///< the days up to now; else those up to the newest event
  std::vector<TriggerSample> properties;

  bool operator==(const TriggerSamples&) const = default;
};

/// The stored events that a live segment waits for, with its conditions on them. They are read from the workspace; one
/// person's are found in the columns where these can answer. Any thread.
class TriggerEvents final {
 public:
  static constexpr int days = 5;   ///< that samples are taken of
  static constexpr int most = 20;  ///< values of a property

  TriggerEvents(const storage::Database& database, const Clock& clock, SegmentEngine* columns = nullptr)
      : m_database(database), m_clock(clock), m_columns(columns) {}

  /// A person's latest such event; nothing if there is none. Errors: InvalidInput for conditions that can't be used,
  /// Cancelled, those of storage.
  [[nodiscard]] Result<std::optional<PersonEvent>> latestOf(const LiveSegment& live, ProfileId person,
                                                            const CancelToken& cancel = {}) const;
  /// The event of a type that was stored last; nothing if there is none.
  [[nodiscard]] Result<std::optional<PersonEvent>> newestOf(const EventType& type) const;
  /// At most 20 values of each of these properties; of one that such events don't have none. Of the last five days, or
  /// of the five days up to the newest event if it is older. Errors as above.
  [[nodiscard]] Result<TriggerSamples> samples(const LiveSegment& live, const QStringList& properties) const;

 private:
  const storage::Database& m_database;
  const Clock& m_clock;
  SegmentEngine* m_columns;
};

}  // namespace heliograph::audience
