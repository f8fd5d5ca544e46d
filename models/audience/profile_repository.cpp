// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/profile_repository.h"

#include "audience/display_name.h"
#include "audience/people/people_acts.h"
#include "audience/profile_select.h"
#include "audience/segment_sql.h"

namespace heliograph::audience {
namespace {

using storage::Statement;

tl::unexpected<Error> nobody(const QString& identity) {
  return fail(ErrorCode::NotFound, QStringLiteral("There is no contact with the identity “%1”.").arg(identity));
}

Result<std::vector<Profile>> readAll(Statement& statement, const std::vector<Property>& properties) {
  std::vector<Profile> profiles;
  while (true) {
    auto row = statement.next();
    if (!row) return fail(row.error());
    if (!*row) return profiles;
    profiles.push_back(profileFromRow(statement, properties));
  }
}

void bindEach(Statement& statement, const QVariantList& values) {
  for (const QVariant& value : values) statement.bindValue(value);
}

}  // namespace

Result<qint64> ProfileRepository::count() const {
  Statement count(m_database, QStringLiteral("SELECT count(*) FROM profile"));
  auto row = count.next();
  if (!row) return fail(row.error());
  return count.integer(0);
}

Result<Profile> ProfileRepository::find(const QString& identity) const {
  auto properties = PropertyRepository(m_database, m_clock).list();
  if (!properties) return fail(properties.error());
  Statement select(m_database, profileSelect(*properties) + QStringLiteral("WHERE p.identity = ?"));
  select.bind(identity);
  auto found = readAll(select, *properties);
  if (!found) return fail(found.error());
  if (found->empty()) return nobody(identity);
  return std::move(found->front());
}

Result<Profile> ProfileRepository::byId(ProfileId id) const {
  auto properties = PropertyRepository(m_database, m_clock).list();
  if (!properties) return fail(properties.error());
  Statement select(m_database, profileSelect(*properties) + QStringLiteral("WHERE p.id = ?"));
  select.bind(id);
  auto found = readAll(select, *properties);
  if (!found) return fail(found.error());
  if (found->empty()) return fail(ErrorCode::NotFound, QStringLiteral("The contact is gone."));
  return std::move(found->front());
}

Result<std::vector<Profile>> ProfileRepository::page(const Segment& segment, ProfileId after, int limit) const {
  auto properties = PropertyRepository(m_database, m_clock).list();
  if (!properties) return fail(properties.error());
  auto condition = compileSegment(segment, m_database, EvaluationTime::local(m_clock));
  if (!condition) return fail(condition.error());
  Statement select(m_database,
                   profileSelect(*properties) +
                       QStringLiteral("WHERE p.id > ? AND %1 ORDER BY p.id LIMIT ?").arg(condition->condition));
  select.bind(after.value);
  bindEach(select, condition->values);
  select.bind(limit);
  return readAll(select, *properties);
}

Result<Profile> ProfileRepository::neighbour(const Segment& segment, ProfileId id, bool forward) const {
  auto properties = PropertyRepository(m_database, m_clock).list();
  if (!properties) return fail(properties.error());
  auto condition = compileSegment(segment, m_database, EvaluationTime::local(m_clock));
  if (!condition) return fail(condition.error());
  const QString order = forward ? QStringLiteral("WHERE p.id > ? AND %1 ORDER BY p.id LIMIT 1")
                                : QStringLiteral("WHERE p.id < ? AND %1 ORDER BY p.id DESC LIMIT 1");
  Statement select(m_database, profileSelect(*properties) + order.arg(condition->condition));
  select.bind(id.value);
  bindEach(select, condition->values);
  auto found = readAll(select, *properties);
  if (!found) return fail(found.error());
  if (found->empty()) return fail(ErrorCode::NotFound, QStringLiteral("There are no more contacts on this side."));
  return std::move(found->front());
}

Result<Profile> ProfileRepository::nextOf(const Segment& segment, ProfileId id) const {
  return neighbour(segment, id, true);
}

Result<Profile> ProfileRepository::previousOf(const Segment& segment, ProfileId id) const {
  return neighbour(segment, id, false);
}

Result<std::vector<ProfileName>> ProfileRepository::search(const QString& text, int limit) const {
  auto properties = PropertyRepository(m_database, m_clock).list();
  if (!properties) return fail(properties.error());
  QStringList names;
  for (const Property& property : *properties) names << property.name;
  names = nameProperties(names);
  std::vector<Property> shown;
  QStringList places{QStringLiteral("p.identity"), QStringLiteral("p.phone")};
  for (const QString& name : names) {
    shown.push_back(*findProperty(*properties, name));
    places << QStringLiteral("p.") + propertyColumn(shown.back().id);
  }
  const QString sought = text.trimmed().toCaseFolded();
  QStringList conditions;
  for (const QString& place : places) {
    conditions << QStringLiteral("instr(fold(%1), ?) %2")
                      .arg(place, sought.size() < 2 ? QStringLiteral("= 1") : QStringLiteral("> 0"));
  }
  QString sql = profileSelect(shown);
  if (!sought.isEmpty()) sql += QStringLiteral("WHERE %1 ").arg(conditions.join(QStringLiteral(" OR ")));
  Statement select(m_database, sql + QStringLiteral("ORDER BY p.id LIMIT ?"));
  if (!sought.isEmpty()) {
    for (qsizetype i = 0; i < places.size(); ++i) select.bind(sought);
  }
  select.bind(limit);
  auto profiles = readAll(select, shown);
  if (!profiles) return fail(profiles.error());
  std::vector<ProfileName> found;
  for (const Profile& profile : *profiles) {
    found.push_back({profile.id, profile.identity, profile.displayName(), profile.phone});
  }
  return found;
}

Result<> ProfileRepository::unsubscribe(const QString& identity, const QString& source) const {
  auto profile = find(identity);
  if (!profile) return fail(profile.error());
  return PeopleActs(m_database, m_clock).unsubscribe({profile->id}, source);
}

Result<> ProfileRepository::resubscribe(const QString& identity) const {
  auto profile = find(identity);
  if (!profile) return fail(profile.error());
  return PeopleActs(m_database, m_clock).resubscribe({profile->id});
}

}  // namespace heliograph::audience
