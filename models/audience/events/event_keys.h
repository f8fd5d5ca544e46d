// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "core/result.h"
#include "storage/native_connection.h"

namespace heliograph::audience {

/// The ids of events that are in, as hashes. Most questions are about new ones: a filter in memory of a few bits an id
/// answers these, and only for the others the tables are asked.
class EventKeys final {
 public:
  [[nodiscard]] static Result<std::unique_ptr<EventKeys>> open(const storage::NativeConnection& connection);

  /// Adds a key in the open transaction; false if it was there.
  [[nodiscard]] Result<bool> add(std::int64_t key);
  /// Puts the new keys among the others once they are many; in a transaction.
  [[nodiscard]] Result<> settle();

 private:
  explicit EventKeys(const storage::NativeConnection& connection) : m_connection(connection) {}
  Result<> prepare();
  Result<> load();
  void mark(std::int64_t key);
  [[nodiscard]] bool mayHave(std::int64_t key) const;

  const storage::NativeConnection& m_connection;
  std::unique_ptr<storage::NativeStatement> m_find;
  std::unique_ptr<storage::NativeStatement> m_insert;
  std::vector<std::uint64_t> m_filter;  ///< in blocks of eight words
  std::size_t m_blocks = 0;
  std::size_t m_keys = 0;   ///< in the filter
  std::size_t m_fresh = 0;  ///< in the small table
};

}  // namespace heliograph::audience
