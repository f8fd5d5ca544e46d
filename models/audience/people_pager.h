// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "audience/groups/control_groups.h"
#include "audience/profile.h"
#include "audience/reachability.h"
#include "audience/segment.h"
#include "core/background.h"
#include "core/clock.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::audience {

class PeopleBits;
class SegmentEngine;

/// Walks an audience in pieces and gives the people of one kind: those who receive, those without a number, … With
/// nothing wanted, everybody who qualifies. With a country, only those with a number of it; an empty one stands for
/// numbers of none. Counts as ReachCounter does. One thread at a time.
class PeoplePager final {
 public:
  PeoplePager(const storage::Database& database, const Clock& clock, Segment segment,
              std::optional<Reachability> wanted, const ReachRules& rules = {}, SegmentEngine* columns = nullptr,
              std::optional<QString> country = {});
  ~PeoplePager();
  Q_DISABLE_COPY_MOVE(PeoplePager)

  /// A person, and whether and why they can't be texted.
  struct Person {
    Profile profile;
    Reachability reachability = Reachability::Reachable;
  };

  /// The next people, at most `most`; none at the end. Errors: InvalidInput (see compileSegment), Cancelled.
  [[nodiscard]] Result<std::vector<Person>> next(int most, const CancelToken& cancel = {});
  /// Everybody was given.
  [[nodiscard]] bool atEnd() const { return m_ended; }

 private:
  struct Found {
    ProfileId id;
    Reachability reachability;
  };
  void lookAtColumns(const CancelToken& cancel);
  std::vector<Found> findInColumns(int most);
  Result<std::vector<Found>> find(int most, const CancelToken& cancel);

  const storage::Database& m_database;
  const Clock& m_clock;
  Segment m_segment;
  std::optional<Reachability> m_wanted;
  std::optional<std::string> m_country;
  ReachRules m_rules;
  SegmentEngine* m_columns;
  std::unique_ptr<const PeopleBits> m_people;  ///< all of them, where the columns could tell
  ReachabilityCheck m_check;
  bool m_begun = false;
  ProfileId m_after;
  bool m_ended = false;
};

}  // namespace heliograph::audience
