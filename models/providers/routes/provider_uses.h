// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QStringList>

#include "core/ids.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::providers {

/// What depends on a provider or a group, by name.
struct ProviderUses {
  bool isDefault = false;
  bool hasOthers = false;  ///< another provider or a group could be the default
  QStringList groups;
  QStringList drafts;     ///< campaigns that aren't published yet and name it, be it as the default
  QStringList published;  ///< campaigns that were published
  QStringList sending;    ///< campaigns with runs that aren't over and can go through it, be it by a group

  /// Why it can't be taken out of use now, and what to do; empty: it can.
  [[nodiscard]] QString obstacle(const QString& name) const;
  /// "the group “Europe”, the draft “Spring”"; empty for nothing.
  [[nodiscard]] QString words() const;
};

/// Error: those of storage.
[[nodiscard]] Result<ProviderUses> usesOf(const storage::Database& database, ProviderId provider);
/// What depends on a group; other groups never do.
[[nodiscard]] Result<ProviderUses> usesOf(const storage::Database& database, GroupId group);

/// What is left on the account of each, as the providers wrote it when they were asked last.
[[nodiscard]] Result<QHash<qint64, QString>> balances(const storage::Database& database);
[[nodiscard]] Result<> recordBalance(const storage::Database& database, ProviderId provider, const QString& balance);

}  // namespace heliograph::providers
