// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string_view>

#include "audience/address_hasher.h"
#include "audience/import_plan.h"
#include "audience/imported_person.h"
#include "core/result.h"
#include "storage/native_connection.h"

namespace heliograph::audience {

/// Tells for a trial run what an import would do, by the people who are there.
class ProfileCounter final {
 public:
  struct Answer {
    ImportEffect effect = ImportEffect::Added;
    bool optedOut = false;  ///< the person, or whoever has that number, has opted out already
  };

  [[nodiscard]] static Result<std::unique_ptr<ProfileCounter>> open(const storage::Database& database,
                                                                    const ImportPlan& plan);

  [[nodiscard]] Result<Answer> count(const ImportedPerson& person);

 private:
  ProfileCounter(storage::NativeConnection connection, AddressHasher hasher, const ImportPlan& plan)
      : m_connection(std::move(connection)), m_hasher(std::move(hasher)), m_plan(plan) {}
  Result<> prepare();
  Result<bool> isSuppressed(const ImportedPerson& person);

  storage::NativeConnection m_connection;
  AddressHasher m_hasher;
  const ImportPlan& m_plan;
  std::unique_ptr<storage::NativeStatement> m_find;
  std::unique_ptr<storage::NativeStatement> m_suppressed;
  bool m_hasSuppressions = false;
};

}  // namespace heliograph::audience
