// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/people/people_finder.h"

#include <limits>

#include "audience/display_name.h"
#include "audience/people/id_array.h"
#include "audience/profile_select.h"
#include "audience/property_repository.h"

namespace heliograph::audience {

Result<std::vector<Profile>> PeopleFinder::select(const QString& condition, const QVariantList& values) const {
  auto properties = PropertyRepository(m_database, m_clock).list();
  if (!properties) return fail(properties.error());
  QStringList names;
  for (const Property& property : *properties) names << property.name;
  std::vector<Property> shown;
  for (const QString& name : nameProperties(names)) shown.push_back(*findProperty(*properties, name));
  storage::Statement select(m_database, profileSelect(shown) + condition);
  for (const QVariant& value : values) select.bindValue(value);
  std::vector<Profile> people;
  while (true) {
    auto row = select.next();
    if (!row) return fail(row.error());
    if (!*row) return people;
    people.push_back(profileFromRow(select, shown));
  }
}

Result<std::vector<Profile>> PeopleFinder::read(const std::vector<ProfileId>& ids) const {
  if (ids.empty()) return std::vector<Profile>{};
  return select(QStringLiteral("WHERE p.id IN (SELECT value FROM json_each(?)) ORDER BY p.id"), {idArray(ids)});
}

Result<std::vector<Profile>> PeopleFinder::testPeople(int most) const {
  return select(QStringLiteral("WHERE p.is_test ORDER BY p.id LIMIT ?"), {most});
}

Result<PeopleFinder::Page> PeopleFinder::page(const QString& text, ProfileId after, int most,
                                              const CancelToken& cancel) const {
  Page page;
  const PeopleSearch search(text);
  if (search.isEmpty()) {
    auto people = select(QStringLiteral("WHERE p.id > ? ORDER BY p.id LIMIT ?"), {after.value, most});
    if (!people) return fail(people.error());
    page.people = std::move(*people);
    page.end = static_cast<int>(page.people.size()) < most;
    page.last = page.people.empty() ? after : page.people.back().id;
    return page;
  }
  auto ids = m_index.find(search, after, static_cast<std::size_t>(most), cancel);
  if (!ids) return fail(ids.error());
  page.end = static_cast<int>(ids->size()) < most;
  page.last = ids->empty() ? after : ids->back();
  auto people = read(*ids);
  if (!people) return fail(people.error());
  auto named = select(QStringLiteral("WHERE p.identity = ?"), {text.trimmed()});
  if (!named) return fail(named.error());
  if (!named->empty()) std::erase_if(*people, [&](const Profile& one) { return one.id == named->front().id; });
  if (!named->empty() && !after.isValid()) people->insert(people->begin(), named->front());
  page.people = std::move(*people);
  return page;
}

Result<qint64> PeopleFinder::count(const QString& text, const CancelToken& cancel) const {
  const PeopleSearch search(text);
  if (search.isEmpty()) {
    storage::Statement count(m_database, QStringLiteral("SELECT count(*) FROM profile"));
    auto row = count.next();
    if (!row) return fail(row.error());
    return count.integer(0);
  }
  auto all = m_index.find(search, {}, std::numeric_limits<std::size_t>::max(), cancel);
  if (!all) return fail(all.error());
  return static_cast<qint64>(all->size());
}

}  // namespace heliograph::audience
