// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <set>
#include <vector>

#include "core/ids.h"
#include "core/result.h"
#include "providers/routes/route_resolver.h"
#include "storage/database.h"

namespace heliograph::delivery {

/// Why a provider is left out, as it stands in the workspace and in JSON.
namespace left_out {
inline constexpr QLatin1String credentials("credentials");  ///< it refuses the account or its settings
inline constexpr QLatin1String noCredit("no_credit");       ///< the account has nothing left to pay with
}  // namespace left_out

/// A provider that a run went on without for a while, for a person.
struct LeftOut {
  ProviderId provider;
  QString name;
  QString code;     ///< namespace left_out
  QString words;    ///< why, in the provider's words
  QDateTime since;  ///< UTC
  QDateTime until;  ///< used again since then; invalid: it is still left out

  bool operator==(const LeftOut&) const = default;
};

/// The providers that rejected the account while a run was sent (wrong credentials, no credit): they get nothing more
/// of it, from no program, until a person resumes the run or mends the provider.
class LeftOutProviders final {
 public:
  /// Why one is left out, and with what it was tried.
  struct Cause {
    QString code;       ///< namespace left_out
    QString words;      ///< for a person
    QString setupMark;  ///< providers::setupMark()
  };

  explicit LeftOutProviders(const storage::Database& database) : m_database(database) {}

  /// Leaves a provider out. Inside a Transaction.
  [[nodiscard]] Result<> add(RunId run, ProviderId provider, const Cause& cause) const;
  /// Who is left out now.
  [[nodiscard]] Result<std::set<ProviderId>> of(RunId run) const;
  /// The same with names and reasons, by name.
  [[nodiscard]] Result<std::vector<LeftOut>> describe(RunId run) const;
  /// Also those that are used again by now, in the order in which they were left out.
  [[nodiscard]] Result<std::vector<LeftOut>> history(RunId run) const;
  /// A person lets the run go on: all of them are tried again.
  [[nodiscard]] Result<> forget(RunId run) const;
  /// Those of them are tried again that were mended since: set up otherwise, found good by a check, or taking messages.
  /// Inside a Transaction.
  [[nodiscard]] Result<> forgetMended(RunId run, const std::vector<providers::ReadyProvider>& providers) const;

 private:
  [[nodiscard]] Result<std::vector<LeftOut>> read(RunId run, const QString& which) const;

  const storage::Database& m_database;
};

/// Why and what to do, in a sentence each: "“Acme” refused its credentials. Enter them again." Empty for nobody.
[[nodiscard]] QString leftOutText(const std::vector<LeftOut>& providers);
/// Why alone, for a line: "“Acme” refused its credentials".
[[nodiscard]] QString leftOutReason(const LeftOut& provider);

}  // namespace heliograph::delivery
