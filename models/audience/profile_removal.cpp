// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/people/people_removal.h"
#include "audience/profile_repository.h"

namespace heliograph::audience {

Result<> ProfileRepository::remove(const QString& identity) const {
  auto profile = find(identity);
  if (!profile) return fail(profile.error());
  return PeopleRemoval(m_database, m_clock).remove({profile->id});
}

}  // namespace heliograph::audience
