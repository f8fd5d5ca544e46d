// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/events/earlier_opt_outs.h"

namespace heliograph::audience {

Result<std::unique_ptr<EarlierOptOuts>> EarlierOptOuts::open(const storage::Database& database,
                                                             const ImportTransaction& transaction) {
  auto hasher = AddressHasher::load(database);
  if (!hasher) return fail(hasher.error());
  std::unique_ptr<EarlierOptOuts> optOuts(new EarlierOptOuts(std::move(*hasher)));
  HELIOGRAPH_TRY(
      transaction.prepare(optOuts->m_restore, QStringLiteral("UPDATE profile SET opted_out = 1 WHERE id = ? AND EXISTS "
                                                             "(SELECT 1 FROM suppression WHERE channel = 'identity' "
                                                             "AND address_hash = ?)")));
  auto any =
      transaction.connection().prepare(QStringLiteral("SELECT 1 FROM suppression WHERE channel = 'identity' LIMIT 1"));
  if (!any) return fail(any.error());
  auto row = any->step();
  if (!row) return fail(row.error());
  optOuts->m_any = *row;
  return optOuts;
}

Result<> EarlierOptOuts::keep(std::int64_t person, std::string_view identity) {
  if (!m_any) return {};
  const QByteArray hash = m_hasher.hash(identity);
  m_restore->bind(1, person);
  m_restore->bindBytes(2, hash);
  return m_restore->run();
}

}  // namespace heliograph::audience
