// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/events/event_keys.h"

#include <algorithm>

namespace heliograph::audience {
namespace {

using storage::NativeStatement;

constexpr std::size_t mostFreshKeys = 1'000'000;
constexpr std::size_t fewestFilterKeys = 2'000'000;
constexpr std::size_t bitsAKey = 12;
constexpr std::size_t wordsABlock = 8;
constexpr int probesAKey = 6;

Result<std::unique_ptr<NativeStatement>> prepareKeys(const storage::NativeConnection& connection, const QString& sql) {
  auto statement = connection.prepare(sql);
  if (!statement) return fail(statement.error());
  return std::make_unique<NativeStatement>(std::move(*statement));
}

Result<std::int64_t> countKeys(const storage::NativeConnection& connection, const QString& table) {
  auto count = connection.prepare(QStringLiteral("SELECT count(*) FROM ") + table);
  if (!count) return fail(count.error());
  auto row = count->step();
  if (!row) return fail(row.error());
  return count->integer(0);
}

}  // namespace

Result<std::unique_ptr<EventKeys>> EventKeys::open(const storage::NativeConnection& connection) {
  std::unique_ptr<EventKeys> keys(new EventKeys(connection));
  HELIOGRAPH_TRY(keys->prepare());
  HELIOGRAPH_TRY(keys->load());
  return keys;
}

Result<> EventKeys::prepare() {
  auto find = prepareKeys(m_connection, QStringLiteral("SELECT 1 FROM event_key_fresh WHERE key = ?1 UNION ALL "
                                                       "SELECT 1 FROM event_key WHERE key = ?1 LIMIT 1"));
  if (!find) return fail(find.error());
  m_find = std::move(*find);
  auto insert = prepareKeys(m_connection, QStringLiteral("INSERT INTO event_key_fresh (key) VALUES (?)"));
  if (!insert) return fail(insert.error());
  m_insert = std::move(*insert);
  return {};
}

/// Makes the filter large enough for twice the keys that there are, and fills it.
Result<> EventKeys::load() {
  auto settled = countKeys(m_connection, QStringLiteral("event_key"));
  if (!settled) return fail(settled.error());
  auto fresh = countKeys(m_connection, QStringLiteral("event_key_fresh"));
  if (!fresh) return fail(fresh.error());
  m_fresh = static_cast<std::size_t>(*fresh);
  m_keys = m_fresh + static_cast<std::size_t>(*settled);
  m_blocks = std::max(fewestFilterKeys, 2 * m_keys) * bitsAKey / (64 * wordsABlock) + 1;
  m_filter.assign(m_blocks * wordsABlock, 0);
  if (m_keys == 0) return {};
  auto all =
      m_connection.prepare(QStringLiteral("SELECT key FROM event_key UNION ALL SELECT key FROM event_key_fresh"));
  if (!all) return fail(all.error());
  while (true) {
    auto row = all->step();
    if (!row) return fail(row.error());
    if (!*row) return {};
    mark(all->integer(0));
  }
}

void EventKeys::mark(std::int64_t key) {
  auto bits = static_cast<std::uint64_t>(key);
  std::uint64_t* const block = &m_filter[bits % m_blocks * wordsABlock];
  bits *= 0x9e3779b97f4a7c15ULL;
  for (int i = 0; i < probesAKey; ++i, bits >>= 9) block[bits >> 6 & 7] |= std::uint64_t{1} << (bits & 63);
}

bool EventKeys::mayHave(std::int64_t key) const {
  auto bits = static_cast<std::uint64_t>(key);
  const std::uint64_t* const block = &m_filter[bits % m_blocks * wordsABlock];
  bits *= 0x9e3779b97f4a7c15ULL;
  for (int i = 0; i < probesAKey; ++i, bits >>= 9) {
    if ((block[bits >> 6 & 7] >> (bits & 63) & 1) == 0) return false;
  }
  return true;
}

Result<bool> EventKeys::add(std::int64_t key) {
  if (mayHave(key)) {
    m_find->bind(1, key);
    auto row = m_find->step();
    if (!row) return fail(row.error());
    if (*row) m_find->reset();
    if (*row) return false;
  }
  m_insert->bind(1, key);
  HELIOGRAPH_TRY(m_insert->run());
  mark(key);
  ++m_keys;
  ++m_fresh;
  return true;
}

Result<> EventKeys::settle() {
  if (m_fresh < mostFreshKeys) return {};
  HELIOGRAPH_TRY(m_connection.execute(
      QStringLiteral("INSERT OR IGNORE INTO event_key (key) SELECT key FROM event_key_fresh ORDER BY key")));
  HELIOGRAPH_TRY(m_connection.execute(QStringLiteral("DELETE FROM event_key_fresh")));
  m_fresh = 0;
  // Beyond that the filter would say "perhaps" too often.
  return m_keys * bitsAKey > m_filter.size() * 64 ? load() : Result<>{};
}

}  // namespace heliograph::audience
