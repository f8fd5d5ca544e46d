// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "audience/profile_reader.h"

namespace heliograph::audience {

/// Walks the people of a segment in the order of their ids, a reading of `limit` people after the other, so that the
/// write-ahead log can be shortened in between. A segment that asks for events, lists or earlier texts is evaluated
/// once, at the beginning, as every reading would look through all of them again: that takes 8 bytes a person.
class PeopleWalk final {
 public:
  /// Errors: InvalidInput (see compileSegment), those of storage.
  [[nodiscard]] static Result<PeopleWalk> begin(const storage::Database& database,
                                                std::shared_ptr<const ProfileSchema> schema, ProfileReading reading,
                                                const EvaluationTime& time);

  /// The next person, or nullptr at the end. A row holds until the next call.
  [[nodiscard]] Result<const ProfileRow*> next();

 private:
  PeopleWalk(const storage::Database& database, std::shared_ptr<const ProfileSchema> schema, ProfileReading reading,
             const EvaluationTime& time)
      : m_database(&database), m_schema(std::move(schema)), m_reading(std::move(reading)), m_time(time) {}
  Result<> findPeople();
  Result<> openPiece();

  const storage::Database* m_database;
  std::shared_ptr<const ProfileSchema> m_schema;
  ProfileReading m_reading;
  EvaluationTime m_time;
  std::optional<std::vector<ProfileId>> m_found;  ///< all of them, if the segment was evaluated at the beginning
  std::optional<ProfileReader> m_reader;          ///< of this piece; none at the end
  qint64 m_readOfPiece = 0;
};

}  // namespace heliograph::audience
