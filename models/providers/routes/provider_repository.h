// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <vector>

#include "core/clock.h"
#include "core/result.h"
#include "providers/provider.h"
#include "providers/routes/definition_catalog.h"
#include "storage/database.h"

namespace heliograph::providers {

/// The configured providers of a workspace. Any thread.
class ProviderRepository final {
 public:
  ProviderRepository(const storage::Database& database, const DefinitionCatalog& catalog, const Clock& clock);

  /// All, the archived ones too only if asked for; by name.
  [[nodiscard]] Result<std::vector<Provider>> list(bool withArchived = false) const;
  /// Error: NotFound.
  [[nodiscard]] Result<Provider> byId(ProviderId id) const;
  /// Error: NotFound.
  [[nodiscard]] Result<Provider> byName(const QString& name) const;

  /// Stores a new one. Errors: InvalidInput (the first thing checkProvider() finds), Conflict (the name is taken).
  [[nodiscard]] Result<ProviderId> create(const Provider& provider) const;
  /// Stores name, settings and base URL of an existing one; what was verified has to be verified again if they changed.
  /// Errors as for create(), and NotFound.
  [[nodiscard]] Result<> update(const Provider& provider) const;
  /// Removes it. Errors: Conflict, naming what depends on it, that it is the default or still sends; NotFound.
  [[nodiscard]] Result<> remove(ProviderId id) const;
  /// Takes it out of use for good; groups and campaigns that name it pass it over.
  [[nodiscard]] Result<> archive(ProviderId id) const;
  /// Makes it what campaigns use that name none; there is one default over providers and groups.
  [[nodiscard]] Result<> setDefault(ProviderId id) const;

  /// What depends on it, in words ("the group “Europe”", "the campaign “Spring”").
  [[nodiscard]] Result<QStringList> dependents(ProviderId id) const;

  /// The account check was good now.
  [[nodiscard]] Result<> recordVerified(ProviderId id) const;
  /// It took a message now.
  [[nodiscard]] Result<> recordAccepted(ProviderId id) const;
  /// It failed; `words` hold no number, text or secret.
  [[nodiscard]] Result<> recordProblem(ProviderId id, const QString& words) const;

 private:
  [[nodiscard]] Result<> check(const Provider& provider) const;

  const storage::Database& m_database;
  const DefinitionCatalog& m_catalog;
  const Clock& m_clock;
};

}  // namespace heliograph::providers
