// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/profile_counter.h"

#include "audience/person_binding.h"

namespace heliograph::audience {
namespace {

using storage::NativeConnection;
using storage::NativeStatement;

}  // namespace

Result<std::unique_ptr<ProfileCounter>> ProfileCounter::open(const storage::Database& database,
                                                             const ImportPlan& plan) {
  auto hasher = AddressHasher::load(database);
  if (!hasher) return fail(hasher.error());
  auto connection = NativeConnection::open(database, NativeConnection::Mode::Read);
  if (!connection) return fail(connection.error());
  std::unique_ptr<ProfileCounter> counter(new ProfileCounter(std::move(*connection), std::move(*hasher), plan));
  HELIOGRAPH_TRY(counter->prepare());
  return counter;
}

Result<> ProfileCounter::prepare() {
  auto find = m_connection.prepare(
      QStringLiteral(
          "SELECT %1, opted_out, address_hash IN (SELECT address_hash FROM suppression WHERE channel = 'sms') "
          "FROM profile WHERE identity = ?1")
          .arg(sameValuesSql(m_plan, 2)));
  if (!find) return fail(find.error());
  m_find = std::make_unique<NativeStatement>(std::move(*find));
  auto suppressed =
      m_connection.prepare(QStringLiteral("SELECT 1 FROM suppression WHERE (channel = 'sms' AND address_hash = ?1) OR "
                                          "(channel = 'identity' AND address_hash = ?2) LIMIT 1"));
  if (!suppressed) return fail(suppressed.error());
  m_suppressed = std::make_unique<NativeStatement>(std::move(*suppressed));
  auto any = m_connection.prepare(QStringLiteral("SELECT 1 FROM suppression LIMIT 1"));
  if (!any) return fail(any.error());
  auto row = any->step();
  if (!row) return fail(row.error());
  m_hasSuppressions = *row;
  return {};
}

Result<ProfileCounter::Answer> ProfileCounter::count(const ImportedPerson& person) {
  m_find->bindText(1, person.identity);
  bindPerson(*m_find, 2, m_plan, person);
  auto known = m_find->step();
  Answer answer;
  if (known && *known) {
    answer.effect = m_find->integer(0) != 0 ? ImportEffect::Same : ImportEffect::Changed;
    answer.optedOut = m_find->integer(1) != 0 || m_find->integer(2) != 0;
  }
  m_find->reset();
  if (!known) return fail(known.error());
  if (answer.optedOut || !m_hasSuppressions) return answer;
  auto suppressed = isSuppressed(person);
  if (!suppressed) return fail(suppressed.error());
  answer.optedOut = *suppressed;
  return answer;
}

Result<bool> ProfileCounter::isSuppressed(const ImportedPerson& person) {
  const QByteArray identity = m_hasher.hash(person.identity);
  m_suppressed->bindBytes(1, person.addressHash);
  m_suppressed->bindBytes(2, identity);
  auto found = m_suppressed->step();
  m_suppressed->reset();
  return found;
}

}  // namespace heliograph::audience
