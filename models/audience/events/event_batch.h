// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "audience/events/event_catalog.h"
#include "audience/events/text_arena.h"
#include "audience/imported_person.h"
#include "audience/person_reader.h"

namespace heliograph::audience {

/// Some thousand events of a file, ready to be written.
struct EventBatch {
  struct Event {
    qint64 record = 0;  ///< of the file, from 1
    std::uint32_t type = 0;
    std::uint32_t firstValue = 0;
    std::uint32_t valueCount = 0;
    bool hasKey = false;
    std::int64_t key = 0;  ///< of its own id
    std::int64_t at = 0;
    std::uint64_t identityHash = 0;
    std::string_view identity;
  };
  struct Value {
    std::uint32_t property = 0;  ///< of the type's properties, in the order in which they were met
    StoredValue value;
  };
  /// A type as it is from this batch on, where it has grown.
  struct GrownType {
    std::uint32_t type = 0;
    QString name;
    std::vector<EventProperty> properties;  ///< all, in the order in which they were met; ids aren't known
  };

  TextArena texts;
  std::vector<Event> events;
  std::vector<Value> values;
  std::vector<GrownType> grown;
  std::vector<std::pair<qint64, RowProblem>> problems;
  qint64 records = 0;   ///< of the file, up to the end of this batch
  qint64 rejected = 0;  ///< of this batch
  qint64 warned = 0;
  qint64 people = 0;  ///< records of people, which aren't events
  qint64 bytesRead = 0;

  void clear() {
    texts.clear();
    events.clear();
    values.clear();
    grown.clear();
    problems.clear();
    rejected = warned = people = 0;
  }
};

}  // namespace heliograph::audience
