// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

#include "audience/profile.h"
#include "audience/segment.h"
#include "core/clock.h"
#include "core/ids.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::audience {

/// Enough of a person to list and pick.
struct ProfileName {
  ProfileId id;
  QString identity;
  QString name;   ///< see Profile::displayName()
  QString phone;  ///< as in Profile
};

/// The people of a workspace, one at a time or a page at a time.
class ProfileRepository final {
 public:
  ProfileRepository(const storage::Database& database, const Clock& clock) : m_database(database), m_clock(clock) {}

  [[nodiscard]] Result<qint64> count() const;

  /// Errors: NotFound.
  [[nodiscard]] Result<Profile> find(const QString& identity) const;
  [[nodiscard]] Result<Profile> byId(ProfileId id) const;

  /// People whose identity, name or phone begins with the text or has it inside (at least two characters); the first
  /// ones for an empty text. For the picker of the preview.
  [[nodiscard]] Result<std::vector<ProfileName>> search(const QString& text, int limit) const;

  /// Up to `limit` people of a segment with higher ids than `after`, in order.
  [[nodiscard]] Result<std::vector<Profile>> page(const Segment& segment, ProfileId after, int limit) const;
  /// The person of a segment next to `id` in the order of ids: behind it, or before it. NotFound at either end.
  [[nodiscard]] Result<Profile> nextOf(const Segment& segment, ProfileId id) const;
  [[nodiscard]] Result<Profile> previousOf(const Segment& segment, ProfileId id) const;

  /// The person and the address are not texted any more. `source` is 'person', 'provider', 'reply'. Errors: NotFound.
  [[nodiscard]] Result<> unsubscribe(const QString& identity, const QString& source) const;
  /// Lifts the person's opt-out and that of the address. Errors: NotFound.
  [[nodiscard]] Result<> resubscribe(const QString& identity) const;

  /// Deletes a person for good: rows of runs stay without name, address and text, the opt-out stays by its hash, and
  /// nothing of the rest remains in the file. Errors: NotFound, Conflict while a message to them is being sent.
  [[nodiscard]] Result<> remove(const QString& identity) const;

 private:
  [[nodiscard]] Result<Profile> neighbour(const Segment& segment, ProfileId id, bool forward) const;

  const storage::Database& m_database;
  const Clock& m_clock;
};

}  // namespace heliograph::audience
