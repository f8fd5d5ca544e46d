// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/routes/group_repository.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <set>

#include "providers/routes/route_tables.h"
#include "storage/statement.h"
#include "storage/transaction.h"

namespace heliograph::providers {
namespace {

using storage::Statement;

Error invalid(const QString& text) {
  return Error{ErrorCode::InvalidInput, text, {}};
}

Error groupGone() {
  return Error{ErrorCode::NotFound, QStringLiteral("That group isn't there any more. Choose another one."), {}};
}

Result<std::vector<ProviderId>> membersOf(const storage::Database& database, GroupId id) {
  Statement find(database,
                 QStringLiteral("SELECT provider_id FROM provider_group_member WHERE group_id = ? ORDER BY position"));
  find.bind(id);
  std::vector<ProviderId> members;
  for (;;) {
    const auto row = find.next();
    if (!row) return fail(row.error());
    if (!*row) return members;
    members.push_back(find.id<ProviderId>(0));
  }
}

const QString groupColumns = QStringLiteral("SELECT id, name, is_default, archived_at FROM provider_group ");

/// The group of a row of these columns.
Result<ProviderGroup> readGroup(const storage::Database& database, const Statement& row) {
  ProviderGroup group{row.id<GroupId>(0), row.text(1), {}, row.boolean(2), !row.isNull(3)};
  auto members = membersOf(database, group.id);
  if (!members) return fail(members.error());
  group.members = std::move(*members);
  return group;
}

Result<ProviderGroup> readOne(const storage::Database& database, Statement& find) {
  const auto row = find.next();
  if (!row) return fail(row.error());
  if (!*row) return fail(groupGone());
  return readGroup(database, find);
}

}  // namespace

GroupRepository::GroupRepository(const storage::Database& database, const Clock& clock)
    : m_database(database), m_clock(clock) {}

Result<std::vector<ProviderGroup>> GroupRepository::list(bool withArchived) const {
  Statement find(m_database,
                 groupColumns + QStringLiteral("WHERE archived_at IS NULL OR ? ORDER BY name COLLATE NOCASE"));
  find.bind(withArchived);
  std::vector<ProviderGroup> groups;
  for (;;) {
    const auto row = find.next();
    if (!row) return fail(row.error());
    if (!*row) return groups;
    auto group = readGroup(m_database, find);
    if (!group) return fail(group.error());
    groups.push_back(std::move(*group));
  }
}

Result<ProviderGroup> GroupRepository::byId(GroupId id) const {
  Statement find(m_database, groupColumns + QStringLiteral("WHERE id = ?"));
  find.bind(id);
  return readOne(m_database, find);
}

Result<ProviderGroup> GroupRepository::byName(const QString& name) const {
  Statement find(m_database, groupColumns + QStringLiteral("WHERE name = ?"));
  find.bind(name);
  auto group = readOne(m_database, find);
  if (group || group.error().code != ErrorCode::NotFound) return group;
  return fail(ErrorCode::NotFound,
              QStringLiteral("There is no provider group “%1”. “group list” shows those there are.").arg(name));
}

Result<> GroupRepository::check(const ProviderGroup& group) const {
  if (group.name.trimmed().isEmpty()) return fail(invalid(QStringLiteral("Give the group a name.")));
  if (group.members.empty()) return fail(invalid(QStringLiteral("A group needs at least one provider.")));
  if (group.members.size() > static_cast<size_t>(ProviderGroup::maxMembers)) {
    return fail(invalid(QStringLiteral("A group holds at most %1 providers.").arg(ProviderGroup::maxMembers)));
  }
  std::set<ProviderId> seen;
  for (const ProviderId member : group.members) {
    if (!seen.insert(member).second) return fail(invalid(QStringLiteral("A provider stands in the group twice.")));
    Statement find(m_database, QStringLiteral("SELECT 1 FROM provider WHERE id = ? AND archived_at IS NULL"));
    const auto row = find.bind(member).next();
    if (!row) return fail(row.error());
    if (*row) continue;
    return fail(
        ErrorCode::NotFound,
        QStringLiteral("A provider of the group isn't there any more, or is archived. Take it out of the group."));
  }
  return {};
}

Result<> GroupRepository::writeMembers(GroupId id, const std::vector<ProviderId>& members) const {
  HELIOGRAPH_TRY(
      Statement(m_database, QStringLiteral("DELETE FROM provider_group_member WHERE group_id = ?")).bind(id).run());
  Statement insert(m_database, QStringLiteral("INSERT INTO provider_group_member (group_id, position, provider_id) "
                                              "VALUES (?, ?, ?)"));
  for (size_t i = 0; i < members.size(); ++i) {
    insert.reset();
    HELIOGRAPH_TRY(insert.bind(id).bind(static_cast<qint64>(i)).bind(members[i]).run());
  }
  return {};
}

Result<GroupId> GroupRepository::create(const ProviderGroup& group) const {
  auto transaction = storage::Transaction::begin(m_database);
  if (!transaction) return fail(transaction.error());
  if (const auto checked = check(group); !checked) return fail(checked.error());
  Statement insert(m_database, QStringLiteral("INSERT INTO provider_group (name, created_at) VALUES (?, ?)"));
  insert.bind(group.name.trimmed()).bind(m_clock.now());
  if (const auto done = insert.run(); !done) return fail(nameTaken(done.error(), group.name));
  const GroupId id{insert.insertedId()};
  if (const auto done = writeMembers(id, group.members); !done) return fail(done.error());
  if (const auto done = transaction->commit(); !done) return fail(done.error());
  return id;
}

Result<GroupId> GroupRepository::duplicate(GroupId id) const {
  auto group = byId(id);
  if (!group) return fail(group.error());
  const QString name = group->name;
  for (int number = 2;; ++number) {
    group->name = QStringLiteral("%1 %2").arg(name).arg(number);
    Statement taken(m_database, QStringLiteral("SELECT 1 FROM provider_group WHERE name = ?"));
    const auto row = taken.bind(group->name).next();
    if (!row) return fail(row.error());
    if (!*row) return create(*group);
  }
}

Result<> GroupRepository::update(const ProviderGroup& group) const {
  auto transaction = storage::Transaction::begin(m_database);
  if (!transaction) return fail(transaction.error());
  HELIOGRAPH_TRY(check(group));
  Statement update(m_database, QStringLiteral("UPDATE provider_group SET name = ? WHERE id = ?"));
  update.bind(group.name.trimmed()).bind(group.id);
  if (const auto done = update.run(); !done) return fail(nameTaken(done.error(), group.name));
  if (update.affected() == 0) return fail(groupGone());
  HELIOGRAPH_TRY(writeMembers(group.id, group.members));
  return transaction->commit();
}

Result<> GroupRepository::remove(GroupId id) const {
  auto transaction = storage::Transaction::begin(m_database);
  if (!transaction) return fail(transaction.error());
  const auto group = byId(id);
  if (!group) return fail(group.error());
  const auto users = campaignsUsing(m_database, QStringLiteral("group"), id.value);
  if (!users) return fail(users.error());
  HELIOGRAPH_TRY(refuseIfUsed(group->name, *users));
  HELIOGRAPH_TRY(Statement(m_database, QStringLiteral("DELETE FROM provider_group WHERE id = ?")).bind(id).run());
  return transaction->commit();
}

Result<> GroupRepository::archive(GroupId id) const {
  const auto group = byId(id);
  if (!group) return fail(group.error());
  if (group->isDefault) {
    return fail(
        ErrorCode::Conflict,
        QStringLiteral("“%1” is the default. Mark another group or a provider as default first.").arg(group->name));
  }
  Statement archive(m_database, QStringLiteral("UPDATE provider_group SET archived_at = ? WHERE id = ?"));
  return archive.bind(m_clock.now()).bind(id).run();
}

Result<> GroupRepository::bringBack(GroupId id) const {
  Statement back(m_database, QStringLiteral("UPDATE provider_group SET archived_at = NULL WHERE id = ?"));
  HELIOGRAPH_TRY(back.bind(id).run());
  if (back.affected() == 0) return fail(groupGone());
  return {};
}

Result<> GroupRepository::setDefault(GroupId id) const {
  return makeDefault(m_database, QStringLiteral("group"), id.value);
}

Result<ProviderGroup> GroupRepository::fromJson(const QByteArray& text) const {
  const QJsonDocument document = QJsonDocument::fromJson(text);
  const QJsonObject json = document.object();
  if (!json.value(u"name").isString() || !json.value(u"providers").isArray() || json.size() != 2) {
    return fail(
        invalid(QStringLiteral("A group is written {\"name\": …, \"providers\": [\"first\", \"second\", …]}.")));
  }
  ProviderGroup group;
  group.name = json.value(u"name").toString().trimmed();
  for (const auto& each : json.value(u"providers").toArray()) {
    Statement find(m_database, QStringLiteral("SELECT id FROM provider WHERE name = ? AND archived_at IS NULL"));
    const auto row = find.bind(each.toString()).next();
    if (!row) return fail(row.error());
    if (!*row) {
      return fail(ErrorCode::NotFound, QStringLiteral("There is no provider “%1”. Add it first.").arg(each.toString()));
    }
    group.members.push_back(find.id<ProviderId>(0));
  }
  return group;
}

}  // namespace heliograph::providers
