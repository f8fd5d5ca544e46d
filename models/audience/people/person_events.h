// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QVariant>
#include <utility>
#include <vector>

#include "audience/events/event_catalog.h"
#include "core/background.h"
#include "core/clock.h"
#include "core/ids.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::audience {

class SegmentEngine;

/// Where one event stands.
struct EventPlace {
  EventTypeId type;
  qint64 row = 0;
  qint64 at = 0;  ///< milliseconds since 1970, UTC

  bool operator==(const EventPlace&) const = default;
};

/// One event with what is known of it, by property in the order of their names; values that weren't given are left out.
struct PersonEvent {
  QString name;
  QDateTime at;  ///< UTC
  std::vector<std::pair<QString, QVariant>> values;

  bool operator==(const PersonEvent&) const = default;
};

/// What people did. The workspace has no index of events by person, so finding them goes through all there are, once
/// for a person or once for many; where the columns say what it says they are found at once. Any thread.
class PersonEvents final {
 public:
  PersonEvents(const storage::Database& database, const Clock& clock, SegmentEngine* columns = nullptr)
      : m_database(database), m_clock(clock), m_columns(columns) {}

  /// Where the events of these people stand, the newest first. Errors: Cancelled.
  [[nodiscard]] Result<std::vector<EventPlace>> find(const std::vector<ProfileId>& people,
                                                     const CancelToken& cancel = {}) const;
  /// The events of some of these places, in their order; who is gone meanwhile is left out.
  [[nodiscard]] Result<std::vector<PersonEvent>> read(const std::vector<EventPlace>& places) const;

 private:
  /// False if the columns can't tell.
  [[nodiscard]] Result<bool> findInColumns(const std::vector<ProfileId>& people, const CancelToken& cancel,
                                           std::vector<EventPlace>& found) const;
  Result<> findIn(EventTypeId type, const std::vector<ProfileId>& people, const CancelToken& cancel,
                  std::vector<EventPlace>& found) const;

  const storage::Database& m_database;
  const Clock& m_clock;
  SegmentEngine* m_columns;
};

}  // namespace heliograph::audience
