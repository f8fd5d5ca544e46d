// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/reach/audience_stamp.h"

namespace heliograph::delivery {

Result<AudienceStamp> AudienceStampReader::read() {
  if (!m_connection) {
    auto opened = storage::NativeConnection::open(m_database, storage::NativeConnection::Mode::Read);
    if (!opened) return fail(opened.error());
    m_connection.emplace(std::move(*opened));
  }
  auto stamp = m_connection->prepare(
      QStringLiteral("SELECT (SELECT coalesce(sum(changes), 0) FROM people_block) + (SELECT sum(value) FROM workspace "
                     "WHERE name IN ('people_removed', 'event_changes', 'list_changes')), "
                     "(SELECT coalesce(max(id), 0) FROM profile), (SELECT coalesce(max(id), 0) FROM attempt)"));
  if (!stamp) return fail(stamp.error());
  auto row = stamp->step();
  if (!row) return fail(row.error());
  return AudienceStamp{stamp->integer(0), stamp->integer(1), stamp->integer(2)};
}

}  // namespace heliograph::delivery
