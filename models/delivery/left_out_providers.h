// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <set>
#include <vector>

#include "core/ids.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::delivery {

/// The providers that rejected the account while a run was sent (wrong credentials, no credit): they get nothing more
/// of it, from no program, until a person resumes the run.
class LeftOutProviders final {
 public:
  /// One of them, for a person.
  struct LeftOut {
    ProviderId provider;
    QString name;
    QString words;  ///< why

    bool operator==(const LeftOut&) const = default;
  };

  explicit LeftOutProviders(const storage::Database& database) : m_database(database) {}

  /// Leaves a provider out; `words` say why. Inside a Transaction.
  [[nodiscard]] Result<> add(RunId run, ProviderId provider, const QString& words) const;
  [[nodiscard]] Result<std::set<ProviderId>> of(RunId run) const;
  /// The same with names and reasons, by name.
  [[nodiscard]] Result<std::vector<LeftOut>> describe(RunId run) const;
  /// A person lets the run go on: all of them are tried again.
  [[nodiscard]] Result<> forget(RunId run) const;

 private:
  const storage::Database& m_database;
};

}  // namespace heliograph::delivery
