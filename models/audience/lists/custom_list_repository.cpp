// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/lists/custom_list_repository.h"

#include "storage/statement.h"
#include "storage/transaction.h"

namespace heliograph::audience {
namespace {

using storage::Statement;

const QString customListColumns = QStringLiteral(
    "SELECT l.id, l.name, l.created_at, l.updated_at, "
    "(SELECT count(*) FROM custom_list_member m WHERE m.list_id = l.id) FROM custom_list l ");

CustomList customListOf(const Statement& row) {
  return {row.id<CustomListId>(0), row.text(1), row.integer(4), row.instant(2), row.instant(3)};
}

Result<> countListChange(const storage::Database& database) {
  return database.execute(QStringLiteral("UPDATE workspace SET value = value + 1 WHERE name = 'list_changes'"));
}

/// The list of that name, made if there is none.
Result<CustomListId> touchList(const storage::Database& database, const QString& name, const QDateTime& now) {
  Statement insert(database, QStringLiteral("INSERT INTO custom_list (name, created_at, updated_at) VALUES (?, ?, ?) "
                                            "ON CONFLICT (name) DO UPDATE SET updated_at = excluded.updated_at"));
  insert.bind(name).bind(now).bind(now);
  HELIOGRAPH_TRY(insert.run());
  Statement find(database, QStringLiteral("SELECT id FROM custom_list WHERE name = ?"));
  find.bind(name);
  auto row = find.next();
  if (!row) return fail(row.error());
  return find.id<CustomListId>(0);
}

}  // namespace

Result<std::vector<CustomList>> CustomListRepository::list() const {
  Statement select(m_database, customListColumns + QStringLiteral("ORDER BY l.name"));
  std::vector<CustomList> lists;
  while (true) {
    auto row = select.next();
    if (!row) return fail(row.error());
    if (!*row) return lists;
    lists.push_back(customListOf(select));
  }
}

Result<CustomList> CustomListRepository::find(const QString& name) const {
  Statement select(m_database, customListColumns + QStringLiteral("WHERE l.name = ?"));
  select.bind(name.trimmed());
  auto row = select.next();
  if (!row) return fail(row.error());
  if (!*row) return fail(ErrorCode::NotFound, QStringLiteral("There is no list “%1”.").arg(name.trimmed()));
  return customListOf(select);
}

Result<CustomListId> CustomListRepository::replace(const QString& name, const std::vector<ProfileId>& people) const {
  const QString trimmed = name.trimmed();
  if (trimmed.isEmpty()) return fail(ErrorCode::InvalidInput, QStringLiteral("Give the list a name."));
  auto transaction = storage::Transaction::begin(m_database);
  if (!transaction) return fail(transaction.error());
  auto list = touchList(m_database, trimmed, m_clock.now());
  if (!list) return fail(list.error());
  Statement clear(m_database, QStringLiteral("DELETE FROM custom_list_member WHERE list_id = ?"));
  clear.bind(*list);
  HELIOGRAPH_TRY(clear.run());
  Statement add(m_database, QStringLiteral("INSERT OR IGNORE INTO custom_list_member (list_id, profile_id) "
                                           "SELECT ?, id FROM profile WHERE id = ?"));
  for (const ProfileId person : people) {
    add.bind(*list).bind(person);
    HELIOGRAPH_TRY(add.run());
  }
  HELIOGRAPH_TRY(countListChange(m_database));
  HELIOGRAPH_TRY(transaction->commit());
  return *list;
}

Result<> CustomListRepository::remove(const QString& name) const {
  auto transaction = storage::Transaction::begin(m_database);
  if (!transaction) return fail(transaction.error());
  Statement removal(m_database, QStringLiteral("DELETE FROM custom_list WHERE name = ?"));
  removal.bind(name.trimmed());
  HELIOGRAPH_TRY(removal.run());
  if (removal.affected() == 0) {
    return fail(ErrorCode::NotFound, QStringLiteral("There is no list “%1”.").arg(name.trimmed()));
  }
  HELIOGRAPH_TRY(countListChange(m_database));
  return transaction->commit();
}

Result<std::vector<ListMember>> CustomListRepository::members(CustomListId list, ProfileId after, int limit) const {
  Statement select(m_database,
                   QStringLiteral("SELECT p.id, p.identity FROM custom_list_member m JOIN profile p ON p.id = "
                                  "m.profile_id WHERE m.list_id = ? AND m.profile_id > ? ORDER BY "
                                  "m.profile_id LIMIT ?"));
  select.bind(list).bind(after.value).bind(limit);
  std::vector<ListMember> members;
  while (true) {
    auto row = select.next();
    if (!row) return fail(row.error());
    if (!*row) return members;
    members.push_back({select.id<ProfileId>(0), select.text(1)});
  }
}

}  // namespace heliograph::audience
