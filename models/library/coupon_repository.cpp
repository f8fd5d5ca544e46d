// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/coupon_repository.h"

#include <algorithm>

#include "library/coupon_intake.h"
#include "storage/statement.h"
#include "storage/transaction.h"

namespace heliograph::library {

using storage::Statement;
using storage::Transaction;

namespace {

constexpr int kLongestPoolName = 100;

const QString kPoolColumns = QStringLiteral(
    "SELECT p.id, p.name, p.longest, p.updated_at, "
    "(SELECT count(*) FROM coupon c WHERE c.pool_id = p.id AND c.state = 'free'), "
    "(SELECT count(*) FROM coupon c WHERE c.pool_id = p.id AND c.state = 'reserved'), "
    "(SELECT count(*) FROM coupon c WHERE c.pool_id = p.id AND c.state = 'used') FROM coupon_pool p ");

CouponPool readPool(const Statement& row) {
  CouponPool pool;
  pool.id = row.id<CouponPoolId>(0);
  pool.name = row.text(1);
  pool.longest = row.text(2);
  pool.updatedAt = row.instant(3);
  pool.free = row.integer(4);
  pool.reserved = row.integer(5);
  pool.used = row.integer(6);
  return pool;
}

/// A name stands between quotation marks in an output, which Liquid can't escape.
bool mayNamePool(QChar c) {
  return c.isPrint() && !QStringLiteral("\"'\\{}%[]").contains(c);
}

Error noPool(const QString& name) {
  return {ErrorCode::NotFound, QStringLiteral("There is no coupon pool “%1”.").arg(name), {}};
}

}  // namespace

Result<std::vector<CouponPool>> CouponRepository::list() const {
  Statement select(m_database, kPoolColumns + QStringLiteral("ORDER BY p.name COLLATE NOCASE, p.name"));
  std::vector<CouponPool> pools;
  while (true) {
    auto row = select.next();
    if (!row) return fail(row.error());
    if (!*row) return pools;
    pools.push_back(readPool(select));
  }
}

Result<CouponPool> CouponRepository::find(const QString& name) const {
  Statement select(m_database, kPoolColumns + QStringLiteral("WHERE p.name = ?"));
  auto row = select.bind(name.trimmed()).next();
  if (!row) return fail(row.error());
  if (!*row) return fail(noPool(name.trimmed()));
  return readPool(select);
}

Result<CouponIntake> CouponRepository::add(const QString& pool, const Codes& codes) const {
  auto id = poolFor(pool);
  if (!id) return fail(id.error());
  return takeInCodes(m_database, m_clock, *id, codes);
}

Result<QString> CouponRepository::usableName(const QString& name) {
  const QString trimmed = name.trimmed();
  if (trimmed.isEmpty()) return fail(ErrorCode::InvalidInput, QStringLiteral("Give the coupon pool a name."));
  if (trimmed.size() > kLongestPoolName || !std::all_of(trimmed.begin(), trimmed.end(), mayNamePool)) {
    return fail(ErrorCode::InvalidInput,
                QStringLiteral("The name of a coupon pool has at most %1 characters, and no quotation marks, brackets, "
                               "\\ or %.")
                    .arg(kLongestPoolName));
  }
  return trimmed;
}

Result<> CouponRepository::rename(const QString& from, const QString& to) const {
  const auto usable = usableName(to);
  if (!usable) return fail(usable.error());
  const auto pool = find(from);
  if (!pool) return fail(pool.error());
  if (*usable == pool->name) return {};
  if (find(*usable)) {
    return fail(ErrorCode::Conflict, QStringLiteral("There is a pool “%1” already.").arg(*usable));
  }
  Statement update(m_database, QStringLiteral("UPDATE coupon_pool SET name = ? WHERE id = ?"));
  return update.bind(*usable).bind(pool->id).run();
}

Result<CouponPoolId> CouponRepository::poolFor(const QString& name) const {
  const auto usable = usableName(name);
  if (!usable) return fail(usable.error());
  const QString& trimmed = *usable;
  auto transaction = Transaction::begin(m_database);
  if (!transaction) return fail(transaction.error());
  Statement make(m_database, QStringLiteral("INSERT INTO coupon_pool (name, created_at, updated_at) VALUES (?, ?, ?) "
                                            "ON CONFLICT (name) DO NOTHING"));
  HELIOGRAPH_TRY(make.bind(trimmed).bind(m_clock.now()).bind(m_clock.now()).run());
  Statement find(m_database, QStringLiteral("SELECT id FROM coupon_pool WHERE name = ?"));
  auto row = find.bind(trimmed).next();
  if (!row) return fail(row.error());
  if (!*row) return fail(noPool(trimmed));
  const auto id = find.id<CouponPoolId>(0);
  find.reset();
  HELIOGRAPH_TRY(transaction->commit());
  return id;
}

Result<> CouponRepository::remove(CouponPoolId id) const {
  auto transaction = Transaction::begin(m_database);
  if (!transaction) return fail(transaction.error());
  HELIOGRAPH_TRY(removeWithin(id));
  return transaction->commit();
}

Result<> CouponRepository::removeWithin(CouponPoolId id) const {
  Statement reserved(m_database,
                     QStringLiteral("SELECT 1 FROM coupon WHERE pool_id = ? AND state = 'reserved' LIMIT 1"));
  auto row = reserved.bind(id).next();
  if (!row) return fail(row.error());
  if (*row) {
    return fail(ErrorCode::Conflict,
                QStringLiteral("Codes of this pool belong to messages that are under way or unclear. Wait until they "
                               "are sent and settle the unclear ones, then remove it."));
  }
  Statement remove(m_database, QStringLiteral("DELETE FROM coupon_pool WHERE id = ?"));
  HELIOGRAPH_TRY(remove.bind(id).run());
  return remove.affected() > 0 ? Result<>() : fail(noPool(QString::number(id.value)));
}

Result<std::optional<QString>> CouponRepository::reserve(const QString& pool, OutboxId row) const {
  Statement before(m_database,
                   QStringLiteral("SELECT code FROM coupon WHERE outbox_id = ? AND pool_id = (SELECT id FROM "
                                  "coupon_pool WHERE name = ?)"));
  auto known = before.bind(row).bind(pool).next();
  if (!known) return fail(known.error());
  if (*known) return std::optional(before.text(0));
  Statement take(
      m_database,
      QStringLiteral("UPDATE coupon SET state = 'reserved', outbox_id = ?, updated_at = ? WHERE id = (SELECT "
                     "c.id FROM coupon c WHERE c.pool_id = (SELECT id FROM coupon_pool WHERE name = ?) AND "
                     "c.state = 'free' ORDER BY c.id LIMIT 1) RETURNING code"));
  auto taken = take.bind(row).bind(m_clock.now()).bind(pool).next();
  if (!taken) return fail(taken.error());
  if (!*taken) return std::optional<QString>();
  const QString code = take.text(0);
  // The statement has written only when it has been stepped to its end.
  taken = take.next();
  if (!taken) return fail(taken.error());
  return std::optional(code);
}

}  // namespace heliograph::library
