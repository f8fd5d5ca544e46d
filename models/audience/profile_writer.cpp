// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/profile_writer.h"

#include <QStringList>

#include "audience/person_binding.h"
#include "audience/unsubscribed_sql.h"

namespace heliograph::audience {
namespace {

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

ProfileWriter::ProfileWriter(std::unique_ptr<ImportTransaction> transaction, const ImportPlan& plan,
                             const QDateTime& now)
    : m_transaction(std::move(transaction)), m_plan(plan), m_at(now), m_now(now.toMSecsSinceEpoch()) {}

Result<std::unique_ptr<ProfileWriter>> ProfileWriter::open(const storage::Database& database, const ImportPlan& plan,
                                                           const QDateTime& now, const QByteArray& fingerprint) {
  auto transaction = ImportTransaction::open(database, fingerprint, ImportTransaction::AtEnd::Forget);
  if (!transaction) return fail(transaction.error());
  std::unique_ptr<ProfileWriter> writer(new ProfileWriter(std::move(*transaction), plan, now));
  auto optOuts = EarlierOptOuts::open(database, *writer->m_transaction);
  if (!optOuts) return fail(optOuts.error());
  writer->m_optOuts = std::move(*optOuts);
  HELIOGRAPH_TRY(writer->prepare());
  return writer;
}

Result<> ProfileWriter::prepare() {
  HELIOGRAPH_TRY(m_transaction->prepare(m_upsert, upsertSql(m_plan)));
  return m_transaction->prepare(
      m_suppress, QStringLiteral("INSERT INTO suppression (channel, address_hash, source, reason, created_at) "
                                 "SELECT 'sms', address_hash, 'import', 'unsubscribed', ? FROM profile "
                                 "WHERE identity = ? AND address_hash IS NOT NULL") +
                      keepingTheFirmer());
}

void ProfileWriter::bind(const ImportedPerson& person) {
  storage::NativeStatement& upsert = *m_upsert;
  upsert.bindText(1, person.identity);
  upsert.bind(2, std::int64_t{m_now});
  upsert.bind(3, std::int64_t{m_now});
  const int hash = bindPerson(upsert, 4, m_plan, person);
  if (m_plan.phone < 0) return;
  person.addressHash.empty() ? upsert.bindNull(hash) : upsert.bindBytes(hash, person.addressHash);
}

Result<ImportEffect> ProfileWriter::write(const ImportedPerson& person) {
  HELIOGRAPH_TRY(m_transaction->begin());
  bind(person);
  const storage::NativeConnection& connection = m_transaction->connection();
  connection.forgetInsertedId();
  HELIOGRAPH_TRY(m_upsert->run());
  const qint64 newId = connection.insertedId();
  const bool added = newId != 0;
  const bool changed = connection.changes() > 0;
  if (person.unsubscribed) HELIOGRAPH_TRY(optOut(person.identity));
  if (added) HELIOGRAPH_TRY(m_optOuts->keep(newId, person.identity));
  if (!person.devices.empty() || !person.consents.empty()) HELIOGRAPH_TRY(writeApps(person));
  if (added) return ImportEffect::Added;
  return changed ? ImportEffect::Changed : ImportEffect::Same;
}

Result<> ProfileWriter::optOut(std::string_view identity) {
  m_suppress->bind(1, std::int64_t{m_now});
  m_suppress->bindText(2, identity);
  return m_suppress->run();
}

Result<> ProfileWriter::writeApps(const ImportedPerson& person) {
  if (!m_apps) {
    auto apps = AppWriter::open(m_transaction->connection(), m_now);
    if (!apps) return fail(apps.error());
    m_apps = std::move(*apps);
  }
  return m_apps->write(person);
}

}  // namespace heliograph::audience
