// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/prices/price_repository.h"

#include "phone/country.h"
#include "storage/statement.h"
#include "storage/transaction.h"

namespace heliograph::providers {
namespace {

using storage::Statement;
using storage::Transaction;

const QString ofTarget = QStringLiteral(" WHERE coalesce(provider_id, 0) = ? AND prefix = ? AND country = ?");

Statement& bindTarget(Statement& statement, const Price& price) {
  return statement.bind(price.provider.value).bind(price.prefix).bind(price.country);
}

Error priceGone() {
  return Error{ErrorCode::NotFound, QStringLiteral("That price isn't there any more."), {}};
}

Result<> requireProvider(const storage::Database& database, ProviderId id) {
  if (!id.isValid()) return {};
  Statement find(database, QStringLiteral("SELECT 1 FROM provider WHERE id = ?"));
  const auto row = find.bind(id).next();
  if (!row) return fail(row.error());
  if (*row) return {};
  return fail(ErrorCode::NotFound, QStringLiteral("That provider isn't there any more. Choose another one."));
}

Result<qint64> removeOne(const storage::Database& database, const Price& price) {
  Statement remove(database, QStringLiteral("DELETE FROM price") + ofTarget);
  HELIOGRAPH_TRY(bindTarget(remove, price).run());
  return remove.affected();
}

/// Puts a price in the place of the one with its target; in the caller's transaction.
Result<> put(const storage::Database& database, const Price& given) {
  const auto price = normalised(given);
  if (!price) return fail(price.error());
  HELIOGRAPH_TRY(requireProvider(database, price->provider));
  HELIOGRAPH_TRY(removeOne(database, *price));
  Statement insert(
      database,
      QStringLiteral("INSERT INTO price (provider_id, prefix, country, micros, currency) VALUES (?, ?, ?, ?, ?)"));
  return insert.bind(price->provider)
      .bind(price->prefix)
      .bind(price->country)
      .bind(price->perPart.micros)
      .bind(price->perPart.currency)
      .run();
}

Result<> putAll(const storage::Database& database, const std::vector<Price>& prices, bool forgetOthers) {
  auto transaction = Transaction::begin(database);
  if (!transaction) return fail(transaction.error());
  if (forgetOthers) HELIOGRAPH_TRY(Statement(database, QStringLiteral("DELETE FROM price")).run());
  for (const Price& price : prices) HELIOGRAPH_TRY(put(database, price));
  return transaction->commit();
}

Result<> refuseTaken(const storage::Database& database, const Price& price) {
  Statement find(database, QStringLiteral("SELECT 1 FROM price") + ofTarget);
  const auto row = bindTarget(find, price).next();
  if (!row) return fail(row.error());
  if (!*row) return {};
  const QString where = price.prefix.isEmpty()    ? QStringLiteral("everywhere")
                        : price.country.isEmpty() ? QStringLiteral("numbers that begin with %1").arg(price.prefix)
                                                  : phone::countryName(price.country);
  return fail(ErrorCode::Conflict, QStringLiteral("There is a price for %1 already. Change that one.").arg(where));
}

}  // namespace

Result<std::vector<Price>> PriceRepository::list() const {
  Statement find(m_database, QStringLiteral("SELECT coalesce(provider_id, 0), prefix, country, micros, currency "
                                            "FROM price ORDER BY prefix, country, coalesce(provider_id, 0)"));
  std::vector<Price> prices;
  for (;;) {
    const auto row = find.next();
    if (!row) return fail(row.error());
    if (!*row) return prices;
    prices.push_back({find.id<ProviderId>(0), find.text(1), find.text(2), Money{find.integer(3), find.text(4)}});
  }
}

Result<> PriceRepository::save(const Price& price) const {
  return putAll(m_database, {price}, false);
}

Result<> PriceRepository::replace(const Price& old, const Price& price) const {
  const auto wanted = normalised(price);
  if (!wanted) return fail(wanted.error());
  auto transaction = Transaction::begin(m_database);
  if (!transaction) return fail(transaction.error());
  const auto removed = removeOne(m_database, old);
  if (!removed) return fail(removed.error());
  if (*removed == 0) return fail(priceGone());
  HELIOGRAPH_TRY(refuseTaken(m_database, *wanted));
  HELIOGRAPH_TRY(put(m_database, *wanted));
  return transaction->commit();
}

Result<> PriceRepository::remove(const Price& price) const {
  const auto removed = removeOne(m_database, price);
  if (!removed) return fail(removed.error());
  if (*removed == 0) return fail(priceGone());
  return {};
}

Result<> PriceRepository::saveAll(const std::vector<Price>& prices) const {
  return putAll(m_database, prices, false);
}

Result<> PriceRepository::replaceAll(const std::vector<Price>& prices) const {
  return putAll(m_database, prices, true);
}

}  // namespace heliograph::providers
