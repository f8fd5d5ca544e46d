// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/people/person_facts.h"

#include "audience/profile_repository.h"
#include "storage/statement.h"

namespace heliograph::audience {
namespace {

using storage::Statement;

/// Reads every row about one person into a list.
template <class Row, class Read>
Result<std::vector<Row>> rowsAbout(const storage::Database& database, const QString& sql, ProfileId id, Read read) {
  Statement select(database, sql);
  select.bind(id);
  std::vector<Row> rows;
  while (true) {
    auto row = select.next();
    if (!row) return fail(row.error());
    if (!*row) return rows;
    rows.push_back(read(select));
  }
}

Result<std::vector<Device>> devicesOf(const storage::Database& database, ProfileId id) {
  return rowsAbout<Device>(
      database,
      QStringLiteral("SELECT key, platform, make, model, os_version, app_version, sdk_version, push_token, updated_at "
                     "FROM device WHERE profile_id = ? ORDER BY updated_at DESC, id"),
      id, [](const Statement& row) {
        return Device{row.text(0), row.text(1), row.text(2), row.text(3),   row.text(4),
                      row.text(5), row.text(6), row.text(7), row.instant(8)};
      });
}

Result<std::vector<Consent>> consentsOf(const storage::Database& database, ProfileId id) {
  return rowsAbout<Consent>(
      database,
      QStringLiteral("SELECT channel, given, source, given_at FROM consent WHERE profile_id = ? ORDER BY channel"), id,
      [](const Statement& row) {
        return Consent{row.text(0), row.boolean(1), row.text(2), row.instant(3)};
      });
}

Result<std::vector<QString>> listsOf(const storage::Database& database, ProfileId id) {
  return rowsAbout<QString>(database,
                            QStringLiteral("SELECT l.name FROM custom_list l JOIN custom_list_member m ON m.list_id = "
                                           "l.id WHERE m.profile_id = ? ORDER BY l.name"),
                            id, [](const Statement& row) { return row.text(0); });
}

Result<std::vector<OptOut>> optOutOf(const storage::Database& database, ProfileId id) {
  return rowsAbout<OptOut>(
      database,
      QStringLiteral("SELECT s.source, s.reason, s.created_at FROM suppression s JOIN profile p ON s.address_hash = "
                     "p.address_hash WHERE p.id = ? AND s.channel = 'sms'"),
      id, [](const Statement& row) {
        return OptOut{row.text(0), row.text(1), row.instant(2)};
      });
}

struct Lifetime {
  QDateTime created;
  QDateTime updated;
};

}  // namespace

Result<PersonFacts> readPersonFacts(const storage::Database& database, const Clock& clock, ProfileId id) {
  auto profile = ProfileRepository(database, clock).byId(id);
  if (!profile) return fail(profile.error());
  auto lifetime =
      rowsAbout<Lifetime>(database, QStringLiteral("SELECT created_at, updated_at FROM profile WHERE id = ?"), id,
                          [](const Statement& row) {
                            return Lifetime{row.instant(0), row.instant(1)};
                          });
  if (!lifetime) return fail(lifetime.error());
  auto devices = devicesOf(database, id);
  if (!devices) return fail(devices.error());
  auto consents = consentsOf(database, id);
  if (!consents) return fail(consents.error());
  auto lists = listsOf(database, id);
  if (!lists) return fail(lists.error());
  auto optOut = optOutOf(database, id);
  if (!optOut) return fail(optOut.error());
  PersonFacts facts;
  facts.profile = std::move(*profile);
  if (!lifetime->empty()) facts.createdAt = lifetime->front().created;
  if (!lifetime->empty()) facts.updatedAt = lifetime->front().updated;
  facts.devices = std::move(*devices);
  facts.consents = std::move(*consents);
  facts.lists = QStringList(lists->begin(), lists->end());
  if (!optOut->empty()) facts.optOut = optOut->front();
  return facts;
}

}  // namespace heliograph::audience
