// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/routes/route_resolver.h"

#include <algorithm>

namespace heliograph::providers {
namespace {

const QString providerKind = QStringLiteral("provider");
const QString groupKind = QStringLiteral("group");

Error noDefault() {
  return Error{
      ErrorCode::NotFound,
      QStringLiteral("No provider is chosen, and there is no default one. Add a provider, or make one the default."),
      {}};
}

}  // namespace

RouteResolver::RouteResolver(const ProviderRepository& providers, const GroupRepository& groups,
                             const DefinitionCatalog& catalog, const net::SecretStore& secrets)
    : m_providers(providers), m_groups(groups), m_catalog(catalog), m_secrets(secrets) {}

Result<Route> RouteResolver::defaultRoute() const {
  const auto groups = m_groups.list();
  if (!groups) return fail(groups.error());
  const auto group = std::find_if(groups->begin(), groups->end(), [](const auto& each) { return each.isDefault; });
  if (group != groups->end()) return Route{groupKind, group->id.value};
  const auto providers = m_providers.list();
  if (!providers) return fail(providers.error());
  const auto found =
      std::find_if(providers->begin(), providers->end(), [](const auto& each) { return each.isDefault; });
  if (found != providers->end()) return Route{providerKind, found->id.value};
  return Route{};
}

Result<ResolvedRoute> RouteResolver::resolve(const Route& route) const {
  if (route.isDefault()) {
    const auto chosen = defaultRoute();
    if (!chosen) return fail(chosen.error());
    if (chosen->isDefault()) return fail(noDefault());
    return resolve(*chosen);
  }
  ResolvedRoute resolved;
  std::vector<ProviderId> members{ProviderId{route.id}};
  if (route.kind == groupKind) {
    const auto group = m_groups.byId(GroupId{route.id});
    if (!group) return fail(group.error());
    resolved.name = group->name;
    members = group->members;
  }
  for (const ProviderId member : members) {
    const auto provider = m_providers.byId(member);
    if (!provider) return fail(provider.error());
    if (route.kind != groupKind) resolved.name = provider->name;
    if (const auto added = addProvider(*provider, resolved); !added) return fail(added.error());
  }
  return resolved;
}

Result<> RouteResolver::addProvider(const Provider& provider, ResolvedRoute& into) const {
  if (provider.archived) {
    into.unready.push_back({provider.id, provider.name, QStringLiteral("“%1” is archived.").arg(provider.name)});
    return {};
  }
  auto definition = m_catalog.definitionOf(provider);
  if (!definition) {
    into.unready.push_back({provider.id, provider.name, definition.error().message});
    return {};
  }
  auto secrets = readSecrets(*definition, provider, m_secrets);
  if (!secrets) {
    return fail(ErrorCode::Credentials,
                QStringLiteral("The secrets of “%1” can't be read. %2").arg(provider.name, secrets.error().message),
                secrets.error().detail);
  }
  if (!secrets->isComplete()) {
    into.unready.push_back(
        {provider.id, provider.name, describeMissing(*definition, provider, secrets->missing), true});
    return {};
  }
  into.ready.push_back({provider, std::move(*definition), std::move(secrets->values), Coverage::of(provider)});
  return {};
}

Result<AskedFields> RouteResolver::asked(const Route& route) const {
  if (route.isDefault()) {
    const auto chosen = defaultRoute();
    if (!chosen) return fail(chosen.error());
    if (chosen->isDefault()) return fail(noDefault());
    return asked(*chosen);
  }
  std::vector<ProviderId> members{ProviderId{route.id}};
  if (route.kind == groupKind) {
    const auto group = m_groups.byId(GroupId{route.id});
    if (!group) return fail(group.error());
    members = group->members;
  }
  std::vector<AskedFields> all;
  for (const ProviderId member : members) {
    const auto provider = m_providers.byId(member);
    if (!provider) return fail(provider.error());
    const auto definition = m_catalog.definitionOf(*provider);
    if (definition && !provider->archived) all.push_back(askedFields(*definition, *provider));
  }
  return joined(all);
}

Result<RouteResolver::Members> RouteResolver::membersOf(const Route& route) const {
  if (route.kind != groupKind) {
    return routeName(route).map([&](const QString& name) { return Members{name, {ProviderId{route.id}}}; });
  }
  return m_groups.byId(GroupId{route.id}).map([](const ProviderGroup& group) {
    return Members{group.name, group.members};
  });
}

Result<Holding> RouteResolver::holding(const Route& route) const {
  if (route.isDefault()) {
    const auto chosen = defaultRoute();
    if (!chosen) return fail(chosen.error());
    if (chosen->isDefault()) return fail(noDefault());
    return holding(*chosen);
  }
  const auto members = membersOf(route);
  if (!members) return fail(members.error());
  std::vector<Holding> all;
  for (const ProviderId member : members->providers) {
    const auto provider = m_providers.byId(member);
    if (!provider) return fail(provider.error());
    const auto definition = m_catalog.definitionOf(*provider);
    if (definition && !provider->archived) all.push_back(holdingOf(*definition, *provider));
  }
  return joined(all, members->name);
}

Result<QString> RouteResolver::routeName(const Route& route) const {
  if (route.isDefault()) {
    const auto chosen = defaultRoute();
    if (!chosen) return fail(chosen.error());
    if (chosen->isDefault()) return fail(noDefault());
    return routeName(*chosen);
  }
  if (route.kind == groupKind) {
    const auto group = m_groups.byId(GroupId{route.id});
    if (!group) return fail(group.error());
    return group->name;
  }
  const auto provider = m_providers.byId(ProviderId{route.id});
  if (!provider) return fail(provider.error());
  return provider->name;
}

Result<QString> RouteResolver::senderName(const Route& route) const {
  if (route.isDefault()) {
    const auto chosen = defaultRoute();
    if (!chosen) return fail(chosen.error());
    if (chosen->isDefault()) return fail(noDefault());
    return senderName(*chosen);
  }
  ProviderId first{route.id};
  if (route.kind == groupKind) {
    const auto group = m_groups.byId(GroupId{route.id});
    if (!group) return fail(group.error());
    if (group->members.empty()) return group->name;
    first = group->members.front();
  }
  const auto provider = m_providers.byId(first);
  if (!provider) return fail(provider.error());
  const auto definition = m_catalog.definitionOf(*provider);
  if (!definition) return provider->name;
  const auto from = std::find_if(definition->settings.begin(), definition->settings.end(),
                                 [](const SettingField& field) { return field.name == QLatin1String("from"); });
  const QString sender = from == definition->settings.end() ? QString() : provider->setting(*from);
  return sender.isEmpty() ? provider->name : sender;
}

}  // namespace heliograph::providers
