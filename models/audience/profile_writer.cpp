// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/profile_writer.h"

#include <QStringList>

#include "audience/person_binding.h"
#include "audience/unsubscribed_sql.h"

namespace heliograph::audience {
namespace {

using storage::NativeConnection;
using storage::NativeStatement;

Result<std::unique_ptr<NativeStatement>> prepared(const NativeConnection& connection, const QString& sql) {
  auto statement = connection.prepare(sql);
  if (!statement) return fail(statement.error());
  return std::make_unique<NativeStatement>(std::move(*statement));
}

/// Only what the file has a column for is touched, and an empty cell leaves what is known. A person with the same
/// values stays as it is, with the time of its last change.
QString upsertSql(const ImportPlan& plan) {
  static constexpr int firstFilled = 4;
  QStringList columns{QStringLiteral("identity"), QStringLiteral("created_at"), QStringLiteral("updated_at")};
  QStringList changes{QStringLiteral("updated_at = excluded.updated_at")};
  const QStringList filled = filledColumns(plan);
  QStringList followers{QStringLiteral("phone_state"), QStringLiteral("country")};
  columns << filled;
  if (plan.phone >= 0) {
    columns << QStringLiteral("address_hash");
    followers << QStringLiteral("address_hash");
  }
  for (const QString& column : columns.mid(firstFilled - 1)) {
    if (followers.contains(column)) {
      changes << QStringLiteral("%1 = CASE WHEN excluded.phone IS NULL THEN %1 ELSE excluded.%1 END").arg(column);
    } else if (column == QLatin1String("opted_out")) {
      changes << QStringLiteral("opted_out = max(opted_out, excluded.opted_out)");
    } else {
      changes << QStringLiteral("%1 = coalesce(excluded.%1, %1)").arg(column);
    }
  }
  QStringList marks;
  for (qsizetype i = 1; i <= columns.size(); ++i) marks << QStringLiteral("?%1").arg(i);
  return QStringLiteral("INSERT INTO profile (%1) VALUES (%2) ON CONFLICT (identity) DO UPDATE SET %3 WHERE NOT (%4)")
      .arg(columns.join(QStringLiteral(", ")), marks.join(QStringLiteral(", ")), changes.join(QStringLiteral(", ")),
           sameValuesSql(plan, firstFilled));
}

}  // namespace

ProfileWriter::ProfileWriter(NativeConnection connection, AddressHasher hasher, const ImportPlan& plan,
                             const QDateTime& now)
    : m_connection(std::move(connection)),
      m_hasher(std::move(hasher)),
      m_plan(plan),
      m_at(now),
      m_now(now.toMSecsSinceEpoch()) {}

ProfileWriter::~ProfileWriter() {
  m_connection.rollback();
}

Result<std::unique_ptr<ProfileWriter>> ProfileWriter::open(const storage::Database& database, const ImportPlan& plan,
                                                           const QDateTime& now, const QByteArray& fingerprint) {
  auto hasher = AddressHasher::load(database);
  if (!hasher) return fail(hasher.error());
  auto connection = NativeConnection::open(database, NativeConnection::Mode::Write);
  if (!connection) return fail(connection.error());
  std::unique_ptr<ProfileWriter> writer(new ProfileWriter(std::move(*connection), std::move(*hasher), plan, now));
  HELIOGRAPH_TRY(writer->prepare(fingerprint));
  return writer;
}

Result<> ProfileWriter::prepare(const QByteArray& fingerprint) {
  HELIOGRAPH_TRY(m_connection.execute(QStringLiteral("PRAGMA cache_size=-65536")));
  auto bookmark = ImportBookmark::open(m_connection, fingerprint);
  if (!bookmark) return fail(bookmark.error());
  m_bookmark = std::move(*bookmark);
  auto upsert = prepared(m_connection, upsertSql(m_plan));
  if (!upsert) return fail(upsert.error());
  m_upsert = std::move(*upsert);
  auto suppress = prepared(m_connection,
                           QStringLiteral("INSERT INTO suppression (channel, address_hash, source, reason, created_at) "
                                          "SELECT 'sms', address_hash, 'import', 'unsubscribed', ? FROM profile "
                                          "WHERE identity = ? AND address_hash IS NOT NULL") +
                               keepingTheFirmer());
  if (!suppress) return fail(suppress.error());
  m_suppress = std::move(*suppress);
  auto restore = prepared(m_connection, QStringLiteral("UPDATE profile SET opted_out = 1 WHERE identity = ? AND EXISTS "
                                                       "(SELECT 1 FROM suppression WHERE channel = 'identity' AND "
                                                       "address_hash = ?)"));
  if (!restore) return fail(restore.error());
  m_restoreOptOut = std::move(*restore);
  auto earlier = m_connection.prepare(QStringLiteral("SELECT 1 FROM suppression WHERE channel = 'identity' LIMIT 1"));
  if (!earlier) return fail(earlier.error());
  auto row = earlier->step();
  if (!row) return fail(row.error());
  m_earlierOptOuts = *row;
  return {};
}

Result<> ProfileWriter::begin() {
  if (m_open) return {};
  HELIOGRAPH_TRY(m_connection.execute(QStringLiteral("BEGIN IMMEDIATE")));
  m_open = true;
  return {};
}

void ProfileWriter::bind(const ImportedPerson& person) {
  NativeStatement& upsert = *m_upsert;
  upsert.bindText(1, person.identity);
  upsert.bind(2, std::int64_t{m_now});
  upsert.bind(3, std::int64_t{m_now});
  const int hash = bindPerson(upsert, 4, m_plan, person);
  if (m_plan.phone < 0) return;
  const bool sendable = phone::isSendable(person.phoneState);
  m_hash = sendable ? m_hasher.hash(std::string_view(person.phone)) : QByteArray();
  sendable ? upsert.bindBytes(hash, m_hash) : upsert.bindNull(hash);
}

Result<ImportEffect> ProfileWriter::write(const ImportedPerson& person) {
  HELIOGRAPH_TRY(begin());
  bind(person);
  m_connection.forgetInsertedId();
  HELIOGRAPH_TRY(m_upsert->run());
  const bool added = m_connection.insertedId() != 0;
  const bool changed = m_connection.changes() > 0;
  if (person.unsubscribed) HELIOGRAPH_TRY(optOut(person.identity));
  if (added && m_earlierOptOuts) HELIOGRAPH_TRY(keepEarlierOptOut(person.identity));
  if (!person.devices.empty() || !person.consents.empty()) HELIOGRAPH_TRY(writeApps(person));
  if (added) return ImportEffect::Added;
  return changed ? ImportEffect::Changed : ImportEffect::Same;
}

Result<> ProfileWriter::optOut(std::string_view identity) {
  m_suppress->bind(1, std::int64_t{m_now});
  m_suppress->bindText(2, identity);
  return m_suppress->run();
}

/// Somebody who opted out, was deleted and comes back stays opted out.
Result<> ProfileWriter::keepEarlierOptOut(std::string_view identity) {
  const QByteArray hash = m_hasher.hash(identity);
  m_restoreOptOut->bindText(1, identity);
  m_restoreOptOut->bindBytes(2, hash);
  return m_restoreOptOut->run();
}

Result<> ProfileWriter::writeApps(const ImportedPerson& person) {
  if (!m_apps) {
    auto apps = AppWriter::open(m_connection, m_now);
    if (!apps) return fail(apps.error());
    m_apps = std::move(*apps);
  }
  return m_apps->write(person);
}

Result<> ProfileWriter::commit(const ImportPosition& position) {
  HELIOGRAPH_TRY(begin());
  HELIOGRAPH_TRY(position.done ? m_bookmark->remove() : m_bookmark->move(position, m_at));
  HELIOGRAPH_TRY(m_connection.execute(QStringLiteral("COMMIT")));
  m_open = false;
  return {};
}

}  // namespace heliograph::audience
