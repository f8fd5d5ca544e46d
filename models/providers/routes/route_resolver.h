// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

#include "core/result.h"
#include "providers/holding.h"
#include "providers/routes/asked_fields.h"
#include "providers/routes/country_coverage.h"
#include "providers/routes/definition_catalog.h"
#include "providers/routes/group_repository.h"
#include "providers/routes/provider_repository.h"
#include "providers/routes/provider_secrets.h"
#include "providers/routes/route.h"

namespace heliograph::providers {

/// A provider that can send now: instance, definition and secrets.
struct ReadyProvider {
  Provider provider;
  ProviderDefinition definition;
  SecretValues secrets;
  Coverage coverage = {};  ///< the countries that it says it covers
};

/// A member of a route that can't send now, and why.
struct UnreadyProvider {
  ProviderId id;
  QString name;
  QString reason;            ///< for the person
  bool lacksSecret = false;  ///< it only has to be entered
};

/// A route with its providers, in the order in which they are tried.
struct ResolvedRoute {
  QString name;  ///< of the provider or group
  std::vector<ReadyProvider> ready;
  std::vector<UnreadyProvider> unready;
};

/// Finds who sends for a route.
class RouteResolver final {
 public:
  RouteResolver(const ProviderRepository& providers, const GroupRepository& groups, const DefinitionCatalog& catalog,
                const net::SecretStore& secrets);

  /// The route's providers. A ready list that is empty is no error: `unready` says why. Errors: NotFound (no such
  /// provider or group, or no default), Credentials (secrets can't be read), and what reading the database gives.
  [[nodiscard]] Result<ResolvedRoute> resolve(const Route& route) const;

  /// What the default route stands for now; its kind is empty when there is none.
  [[nodiscard]] Result<Route> defaultRoute() const;

  /// What campaigns of this route have to say beside their text; a member that can't be told asks for nothing. Reads no
  /// secrets. Error: NotFound.
  [[nodiscard]] Result<AskedFields> asked(const Route& route) const;

  /// Whether all of a route's providers can keep messages for later, and within what span. A member that can't send is
  /// none. Reads no secrets. Error: NotFound.
  [[nodiscard]] Result<Holding> holding(const Route& route) const;

  /// The name of the route's provider or group. Error: NotFound.
  [[nodiscard]] Result<QString> routeName(const Route& route) const;

  /// Whom a text of this route seems to come from: the sender that its first provider is set to, or that provider's
  /// name where the provider's account decides. Reads no secrets. Error: NotFound.
  [[nodiscard]] Result<QString> senderName(const Route& route) const;

 private:
  /// The members of a route that isn't the default one, and its name.
  struct Members {
    QString name;
    std::vector<ProviderId> providers;
  };
  [[nodiscard]] Result<Members> membersOf(const Route& route) const;
  [[nodiscard]] Result<> addProvider(const Provider& provider, ResolvedRoute& into) const;

  const ProviderRepository& m_providers;
  const GroupRepository& m_groups;
  const DefinitionCatalog& m_catalog;
  const net::SecretStore& m_secrets;
};

}  // namespace heliograph::providers
