// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/result.h"
#include "providers/prices/price.h"
#include "storage/database.h"

namespace heliograph::providers {

/// What a text costs with each provider, as a person has entered it. None are built in: prices grow stale. Any thread.
class PriceRepository final {
 public:
  explicit PriceRepository(const storage::Database& database) : m_database(database) {}

  /// All, by prefix, those for any provider first.
  [[nodiscard]] Result<std::vector<Price>> list() const;

  /// Stores a price in the place of the one that has the same target. Errors: InvalidInput (see normalised()), NotFound
  /// (no such provider).
  [[nodiscard]] Result<> save(const Price& price) const;
  /// Stores a price in the place of one that may have another target, in one transaction. Errors as for save(), and
  /// Conflict when a third one has the new target already.
  [[nodiscard]] Result<> replace(const Price& old, const Price& price) const;
  /// Error: NotFound.
  [[nodiscard]] Result<> remove(const Price& price) const;

  /// Stores all, each in the place of the one with the same target; all or none. Errors as for save().
  [[nodiscard]] Result<> saveAll(const std::vector<Price>& prices) const;
  /// Stores these and forgets all others; all or none. Errors as for save().
  [[nodiscard]] Result<> replaceAll(const std::vector<Price>& prices) const;

 private:
  const storage::Database& m_database;
};

}  // namespace heliograph::providers
