// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/groups/seed_list.h"

#include "audience/profile_repository.h"
#include "storage/statement.h"

namespace heliograph::audience {

using storage::Statement;

Result<std::vector<Profile>> SeedList::list() const {
  Statement find(m_database, QStringLiteral("SELECT profile_id FROM seed_person ORDER BY added_at, profile_id"));
  const ProfileRepository profiles(m_database, m_clock);
  std::vector<Profile> people;
  while (true) {
    auto row = find.next();
    if (!row) return fail(row.error());
    if (!*row) return people;
    auto person = profiles.byId(find.id<ProfileId>(0));
    if (!person && person.error().code != ErrorCode::NotFound) return fail(person.error());
    if (person) people.push_back(std::move(*person));
  }
}

Result<> SeedList::add(const QString& identity) const {
  auto person = ProfileRepository(m_database, m_clock).find(identity);
  if (!person) return fail(person.error());
  Statement insert(m_database,
                   QStringLiteral("INSERT OR IGNORE INTO seed_person (profile_id, added_at) SELECT ?, ? WHERE (SELECT "
                                  "COUNT(*) FROM seed_person WHERE profile_id <> ?) < ?"));
  HELIOGRAPH_TRY(insert.bind(person->id).bind(m_clock.now()).bind(person->id).bind(most).run());
  Statement there(m_database, QStringLiteral("SELECT 1 FROM seed_person WHERE profile_id = ?"));
  auto row = there.bind(person->id).next();
  if (!row) return fail(row.error());
  if (*row) return {};
  return fail(ErrorCode::LimitExceeded,
              QStringLiteral("There are %1 people on the seed list already, and it holds no more. Take somebody off "
                             "first.")
                  .arg(most));
}

Result<> SeedList::remove(const QString& identity) const {
  Statement erase(m_database, QStringLiteral("DELETE FROM seed_person WHERE profile_id = (SELECT id FROM profile WHERE "
                                             "identity = ?)"));
  HELIOGRAPH_TRY(erase.bind(identity).run());
  if (erase.affected() > 0) return {};
  return fail(ErrorCode::NotFound, QStringLiteral("“%1” isn't on the seed list.").arg(identity));
}

}  // namespace heliograph::audience
