// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/profile_counter.h"

#include <functional>

namespace heliograph::audience {

using storage::NativeConnection;

Result<std::unique_ptr<ProfileCounter>> ProfileCounter::open(const storage::Database& database) {
  auto connection = NativeConnection::open(database, NativeConnection::Mode::Read);
  if (!connection) return fail(connection.error());
  auto find = connection->prepare(QStringLiteral("SELECT 1 FROM profile WHERE identity = ?"));
  if (!find) return fail(find.error());
  return std::unique_ptr<ProfileCounter>(new ProfileCounter(std::move(*connection), std::move(*find)));
}

Result<bool> ProfileCounter::count(std::string_view identity) {
  m_find.bindText(1, identity);
  auto known = m_find.step();
  m_find.reset();
  if (!known) return fail(known.error());
  if (*known) return false;
  return m_added.insert(std::hash<std::string_view>()(identity)).second;
}

}  // namespace heliograph::audience
