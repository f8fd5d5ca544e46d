// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string_view>
#include <unordered_set>

#include "core/result.h"
#include "storage/native_connection.h"

namespace heliograph::audience {

/// Tells for a trial run whether an import would add a person or change one. Keeps a number for each new identity.
class ProfileCounter final {
 public:
  [[nodiscard]] static Result<std::unique_ptr<ProfileCounter>> open(const storage::Database& database);

  /// True if the person would be added.
  [[nodiscard]] Result<bool> count(std::string_view identity);

 private:
  ProfileCounter(storage::NativeConnection connection, storage::NativeStatement find)
      : m_connection(std::move(connection)), m_find(std::move(find)) {}

  storage::NativeConnection m_connection;
  storage::NativeStatement m_find;
  std::unordered_set<std::size_t> m_added;
};

}  // namespace heliograph::audience
