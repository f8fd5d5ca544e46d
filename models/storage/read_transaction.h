// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "storage/database.h"

namespace heliograph::storage {

/// Several readings of one moment on the calling thread's connection, whatever others write meanwhile. Ends with the
/// object; takes no lock that anybody waits for.
class ReadTransaction final {
 public:
  [[nodiscard]] static Result<ReadTransaction> begin(const Database& database);
  ~ReadTransaction();
  ReadTransaction(ReadTransaction&& other) noexcept;
  ReadTransaction& operator=(ReadTransaction&&) = delete;
  ReadTransaction(const ReadTransaction&) = delete;
  ReadTransaction& operator=(const ReadTransaction&) = delete;

 private:
  explicit ReadTransaction(const Database& database) : m_database(&database) {}

  const Database* m_database;
  bool m_open = true;
};

}  // namespace heliograph::storage
