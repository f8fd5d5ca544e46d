// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/routes/provider_repository.h"

#include <QJsonDocument>

#include "providers/routes/provider_uses.h"
#include "providers/routes/route_tables.h"
#include "storage/statement.h"
#include "storage/transaction.h"

namespace heliograph::providers {
namespace {

using storage::Statement;

const QString providerColumns = QStringLiteral(
    "SELECT id, name, type, settings, base_url, is_default, archived_at, verified_at, last_accepted_at, last_problem, "
    "created_at FROM provider ");

Provider readRow(const Statement& row) {
  Provider provider;
  provider.id = row.id<ProviderId>(0);
  provider.name = row.text(1);
  provider.type = row.text(2);
  provider.settings = QJsonDocument::fromJson(row.text(3).toUtf8()).object();
  provider.baseUrl = row.text(4);
  provider.isDefault = row.boolean(5);
  provider.archived = !row.isNull(6);
  provider.health = {row.instant(7), row.instant(8), row.text(9)};
  provider.createdAt = row.instant(10);
  return provider;
}

QString settingsText(const Provider& provider) {
  return QString::fromUtf8(QJsonDocument(provider.settings).toJson(QJsonDocument::Compact));
}

Error providerGone() {
  return Error{ErrorCode::NotFound, QStringLiteral("That provider isn't there any more. Choose another one."), {}};
}

Result<> changeOne(Statement& statement) {
  HELIOGRAPH_TRY(statement.run());
  if (statement.affected() == 0) return fail(providerGone());
  return {};
}

/// Whatever sends through it, or is the default, is taken out of use by a person first.
Result<> refuseIfNeeded(const storage::Database& database, const Provider& provider) {
  const auto uses = usesOf(database, provider.id);
  if (!uses) return fail(uses.error());
  const QString obstacle = uses->obstacle(provider.name);
  if (obstacle.isEmpty()) return {};
  return fail(ErrorCode::Conflict, obstacle);
}

}  // namespace

ProviderRepository::ProviderRepository(const storage::Database& database, const DefinitionCatalog& catalog,
                                       const Clock& clock)
    : m_database(database), m_catalog(catalog), m_clock(clock) {}

Result<std::vector<Provider>> ProviderRepository::list(bool withArchived) const {
  Statement find(
      m_database,
      providerColumns + (withArchived ? QStringLiteral("ORDER BY name COLLATE NOCASE")
                                      : QStringLiteral("WHERE archived_at IS NULL ORDER BY name COLLATE NOCASE")));
  std::vector<Provider> found;
  for (;;) {
    const auto row = find.next();
    if (!row) return fail(row.error());
    if (!*row) return found;
    found.push_back(readRow(find));
  }
}

Result<Provider> ProviderRepository::byId(ProviderId id) const {
  Statement find(m_database, providerColumns + QStringLiteral("WHERE id = ?"));
  const auto row = find.bind(id).next();
  if (!row) return fail(row.error());
  if (!*row) return fail(providerGone());
  return readRow(find);
}

Result<Provider> ProviderRepository::byName(const QString& name) const {
  Statement find(m_database, providerColumns + QStringLiteral("WHERE name = ?"));
  const auto row = find.bind(name).next();
  if (!row) return fail(row.error());
  if (*row) return readRow(find);
  return fail(ErrorCode::NotFound,
              QStringLiteral("There is no provider “%1”. “provider list” shows those there are.").arg(name));
}

Result<> ProviderRepository::check(const Provider& provider) const {
  const ProviderDefinition* kind = m_catalog.find(provider.type);
  if (!kind) {
    const auto unknown = m_catalog.definitionOf(provider);
    return unknown ? Result<>() : fail(unknown.error());
  }
  const auto errors = checkProvider(provider, *kind);
  if (errors.empty()) return {};
  return fail(ErrorCode::InvalidInput, errors.front().text, QStringLiteral("field ") + errors.front().field);
}

Result<ProviderId> ProviderRepository::create(const Provider& provider) const {
  if (const auto checked = check(provider); !checked) return fail(checked.error());
  Statement insert(m_database, QStringLiteral("INSERT INTO provider (name, type, settings, base_url, created_at) "
                                              "VALUES (?, ?, ?, ?, ?)"));
  insert.bind(provider.name.trimmed()).bind(provider.type).bind(settingsText(provider));
  provider.baseUrl.isEmpty() ? insert.bindNull() : insert.bind(provider.baseUrl);
  insert.bind(m_clock.now());
  if (const auto done = insert.run(); !done) return fail(nameTaken(done.error(), provider.name));
  return ProviderId{insert.insertedId()};
}

Result<> ProviderRepository::update(const Provider& provider) const {
  HELIOGRAPH_TRY(check(provider));
  const auto before = byId(provider.id);
  if (!before) return fail(before.error());
  const bool same = before->settings == provider.settings && before->baseUrl == provider.baseUrl;
  Statement update(m_database, QStringLiteral("UPDATE provider SET name = ?, settings = ?, base_url = ?, "
                                              "verified_at = CASE WHEN ? THEN verified_at END WHERE id = ?"));
  update.bind(provider.name.trimmed()).bind(settingsText(provider));
  provider.baseUrl.isEmpty() ? update.bindNull() : update.bind(provider.baseUrl);
  update.bind(same).bind(provider.id);
  if (const auto done = update.run(); !done) return fail(nameTaken(done.error(), provider.name));
  return {};
}

Result<> ProviderRepository::remove(ProviderId id) const {
  auto transaction = storage::Transaction::begin(m_database);
  if (!transaction) return fail(transaction.error());
  const auto provider = byId(id);
  if (!provider) return fail(provider.error());
  const auto users = dependents(id);
  if (!users) return fail(users.error());
  HELIOGRAPH_TRY(refuseIfUsed(provider->name, *users));
  HELIOGRAPH_TRY(refuseIfNeeded(m_database, *provider));
  HELIOGRAPH_TRY(Statement(m_database, QStringLiteral("DELETE FROM provider WHERE id = ?")).bind(id).run());
  return transaction->commit();
}

Result<> ProviderRepository::archive(ProviderId id) const {
  const auto provider = byId(id);
  if (!provider) return fail(provider.error());
  HELIOGRAPH_TRY(refuseIfNeeded(m_database, *provider));
  Statement archive(m_database, QStringLiteral("UPDATE provider SET archived_at = ?, is_default = 0 WHERE id = ?"));
  archive.bind(m_clock.now()).bind(id);
  return changeOne(archive);
}

Result<> ProviderRepository::setDefault(ProviderId id) const {
  return makeDefault(m_database, QStringLiteral("provider"), id.value);
}

Result<QStringList> ProviderRepository::dependents(ProviderId id) const {
  Statement find(m_database, QStringLiteral("SELECT g.name FROM provider_group g JOIN provider_group_member m "
                                            "ON m.group_id = g.id WHERE m.provider_id = ? ORDER BY g.name"));
  find.bind(id);
  QStringList users;
  for (;;) {
    const auto row = find.next();
    if (!row) return fail(row.error());
    if (!*row) break;
    users.append(QStringLiteral("the group “%1”").arg(find.text(0)));
  }
  const auto campaigns = campaignsUsing(m_database, QStringLiteral("provider"), id.value);
  if (!campaigns) return campaigns;
  return users + *campaigns;
}

Result<> ProviderRepository::recordVerified(ProviderId id) const {
  Statement set(m_database, QStringLiteral("UPDATE provider SET verified_at = ?, last_problem = NULL WHERE id = ?"));
  set.bind(m_clock.now()).bind(id);
  return changeOne(set);
}

Result<> ProviderRepository::recordAccepted(ProviderId id) const {
  Statement set(m_database,
                QStringLiteral("UPDATE provider SET last_accepted_at = ?, last_problem = NULL WHERE id = ?"));
  set.bind(m_clock.now()).bind(id);
  return changeOne(set);
}

Result<> ProviderRepository::recordProblem(ProviderId id, const QString& words) const {
  Statement set(m_database, QStringLiteral("UPDATE provider SET last_problem = ? WHERE id = ?"));
  set.bind(words).bind(id);
  return changeOne(set);
}

}  // namespace heliograph::providers
