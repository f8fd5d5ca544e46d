// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "storage/database.h"

namespace heliograph::storage {

/// A write transaction on the calling thread's connection (BEGIN IMMEDIATE, so that it waits for the lock at its start
/// and not in its middle). Rolled back unless commit() was called and succeeded.
class Transaction final {
 public:
  [[nodiscard]] static Result<Transaction> begin(const Database& database);
  ~Transaction();
  Transaction(Transaction&& other) noexcept;
  Transaction& operator=(Transaction&&) = delete;
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  [[nodiscard]] Result<> commit();

 private:
  explicit Transaction(const Database& database) : m_database(&database) {}

  const Database* m_database;
  bool m_open = true;
};

}  // namespace heliograph::storage
