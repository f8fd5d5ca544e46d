// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/people/people_acts.h"

#include "audience/address_hasher.h"
#include "audience/people/id_array.h"
#include "audience/unsubscribed_sql.h"
#include "storage/statement.h"
#include "storage/transaction.h"

namespace heliograph::audience {
namespace {

using storage::Statement;

const QString kTheseIds = QStringLiteral(" id IN (SELECT value FROM json_each(?))");

}  // namespace

Result<> PeopleActs::setTest(const std::vector<ProfileId>& people, bool isTest) const {
  Statement mark(m_database,
                 QStringLiteral("UPDATE profile SET is_test = ?, updated_at = ? WHERE is_test <> ? AND") + kTheseIds);
  return mark.bind(isTest).bind(m_clock.now()).bind(isTest).bind(idArray(people)).run();
}

Result<> PeopleActs::unsubscribe(const std::vector<ProfileId>& people, const QString& source) const {
  auto transaction = storage::Transaction::begin(m_database);
  if (!transaction) return fail(transaction.error());
  Statement mark(m_database, QStringLiteral("UPDATE profile SET opted_out = 1, updated_at = ? WHERE") + kTheseIds);
  HELIOGRAPH_TRY(mark.bind(m_clock.now()).bind(idArray(people)).run());
  Statement suppress(
      m_database,
      QStringLiteral("INSERT INTO suppression (channel, address_hash, source, reason, created_at) "
                     "SELECT 'sms', address_hash, ?, 'unsubscribed', ? FROM profile WHERE address_hash IS NOT NULL "
                     "AND") +
          kTheseIds + keepingTheFirmer());
  HELIOGRAPH_TRY(suppress.bind(source).bind(m_clock.now()).bind(idArray(people)).run());
  HELIOGRAPH_TRY(setConsent(people, false, source));
  return transaction->commit();
}

Result<> PeopleActs::resubscribe(const std::vector<ProfileId>& people) const {
  auto transaction = storage::Transaction::begin(m_database);
  if (!transaction) return fail(transaction.error());
  Statement mark(m_database, QStringLiteral("UPDATE profile SET opted_out = 0, updated_at = ? WHERE") + kTheseIds);
  HELIOGRAPH_TRY(mark.bind(m_clock.now()).bind(idArray(people)).run());
  Statement lift(m_database, QStringLiteral("DELETE FROM suppression WHERE channel = 'sms' AND address_hash IN "
                                            "(SELECT address_hash FROM profile WHERE") +
                                 kTheseIds + u')');
  HELIOGRAPH_TRY(lift.bind(idArray(people)).run());
  HELIOGRAPH_TRY(forgetEarlierOptOuts(people));
  HELIOGRAPH_TRY(setConsent(people, true, QStringLiteral("person")));
  return transaction->commit();
}

Result<> PeopleActs::setConsent(const std::vector<ProfileId>& people, bool given, const QString& source) const {
  Statement consent(m_database,
                    QStringLiteral("INSERT INTO consent (profile_id, channel, given, source, given_at) "
                                   "SELECT id, 'sms', ?, ?, ? FROM profile WHERE") +
                        kTheseIds +
                        QStringLiteral(" ON CONFLICT (profile_id, channel) DO UPDATE SET given = excluded.given, "
                                       "source = excluded.source, given_at = excluded.given_at "
                                       "WHERE given <> excluded.given"));
  return consent.bind(given).bind(source).bind(m_clock.now()).bind(idArray(people)).run();
}

/// The opt-outs of deleted people who came back; see PeopleRemoval.
Result<> PeopleActs::forgetEarlierOptOuts(const std::vector<ProfileId>& people) const {
  auto hasher = AddressHasher::load(m_database);
  if (!hasher) return fail(hasher.error());
  Statement identities(m_database, QStringLiteral("SELECT identity FROM profile WHERE") + kTheseIds);
  identities.bind(idArray(people));
  std::vector<QByteArray> hashes;
  while (true) {
    auto row = identities.next();
    if (!row) return fail(row.error());
    if (!*row) break;
    hashes.push_back(hasher->hash(identities.text(0)));
  }
  for (const QByteArray& hash : hashes) {
    Statement forget(m_database,
                     QStringLiteral("DELETE FROM suppression WHERE channel = 'identity' AND address_hash = ?"));
    HELIOGRAPH_TRY(forget.bind(hash).run());
  }
  return {};
}

}  // namespace heliograph::audience
