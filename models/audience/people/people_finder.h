// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "audience/people/people_index.h"
#include "audience/profile.h"

namespace heliograph::audience {

/// Finds people by name, identity or number, a page at a time. Any thread.
class PeopleFinder final {
 public:
  PeopleFinder(const storage::Database& database, const Clock& clock)
      : m_database(database), m_clock(clock), m_index(database, clock) {}

  struct Page {
    std::vector<Profile> people;  ///< of their properties only those that name them
    ProfileId last;               ///< to go on behind; who was deleted meanwhile is left out above
    bool end = false;
  };

  /// People with higher ids than `after`, in order; with nothing to search for, everybody. At the first page whoever
  /// has exactly that identity comes first. Before index() is complete it finds only who was read so far.
  /// Errors: Cancelled, those of storage.
  [[nodiscard]] Result<Page> page(const QString& text, ProfileId after, int most, const CancelToken& cancel = {}) const;
  /// How many people there are that a search finds. Errors: Cancelled.
  [[nodiscard]] Result<qint64> count(const QString& text, const CancelToken& cancel = {}) const;
  /// These people as they are now, in order of their ids; who is gone is left out.
  [[nodiscard]] Result<std::vector<Profile>> read(const std::vector<ProfileId>& ids) const;
  /// Everybody who is marked for tests, at most `most`.
  [[nodiscard]] Result<std::vector<Profile>> testPeople(int most) const;

  [[nodiscard]] PeopleIndex& index() { return m_index; }

 private:
  Result<std::vector<Profile>> select(const QString& condition, const QVariantList& values) const;

  const storage::Database& m_database;
  const Clock& m_clock;
  PeopleIndex m_index;
};

}  // namespace heliograph::audience
