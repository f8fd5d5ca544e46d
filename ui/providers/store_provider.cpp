// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/store_provider.h"

#include <QPromise>
#include <memory>

#include "delivery/http_thread.h"
#include "net/secret_store.h"
#include "providers/answer/account_check.h"
#include "providers/routes/definition_catalog.h"
#include "providers/routes/provider_repository.h"
#include "providers/routes/provider_secrets.h"
#include "providers/routes/provider_uses.h"

namespace heliograph::ui {

using providers::AccountVerdict;
using providers::Provider;
using providers::ProviderDefinition;

namespace {

Result<> keepSecret(net::SecretStore& store, const QString& provider, const QString& field, const QString& secret) {
  const auto kept = store.write(provider, field, secret);
  if (kept) return {};
  return fail(ErrorCode::Credentials, kept.error().message, kept.error().detail);
}

net::SecretStore& storeFor(const Services& services, KeepSecrets keep) {
  return keep == KeepSecrets::ToStay ? services.secrets : services.secretsForNow;
}

/// Under another name a provider's secrets would not be found any more.
Result<> moveSecrets(const Services& services, const ProviderDefinition& definition, const Provider& before,
                     const Provider& after, const QHash<QString, QString>& typed, KeepSecrets keep) {
  if (before.name == after.name) return {};
  for (const auto& field : providers::secretFields(definition, after)) {
    if (typed.contains(field.name)) continue;
    const auto known = services.secrets.read(before.name, field.name);
    if (known) HELIOGRAPH_TRY(keepSecret(storeFor(services, keep), after.name, field.name, *known));
  }
  return {};
}

/// Where nothing is the default yet, campaigns use what was added.
Result<ProviderId> createProvider(const Services& services, const Provider& provider) {
  const auto id = services.providers.create(provider);
  if (!id) return id;
  const auto route = services.routes.defaultRoute();
  if (route && route->isDefault()) (void)services.providers.setDefault(*id);
  return id;
}

using Promise = std::shared_ptr<QPromise<Result<ProviderVerdict>>>;

bool isFine(const std::optional<AccountVerdict>& verdict) {
  return !verdict || verdict->outcome == AccountVerdict::Outcome::Good;
}

void answer(const Promise& promise, Result<ProviderVerdict> verdict) {
  promise->addResult(std::move(verdict));
  promise->finish();
}

Result<> note(const Services& services, ProviderId id, const ProviderVerdict& verdict) {
  if (verdict.account && isFine(verdict.account)) {
    HELIOGRAPH_TRY(providers::recordBalance(services.database, id, verdict.account->balance));
  }
  if (verdict.isGood()) return services.providers.recordVerified(id);
  const AccountVerdict& bad = isFine(verdict.account) ? *verdict.sender : *verdict.account;
  return services.providers.recordProblem(id, bad.words.isEmpty() ? bad.hint : bad.words);
}

/// One round of questions, on the HTTP thread.
struct Questions {
  Services services;
  ProviderId id;
  Provider provider;
  ProviderDefinition definition;
  providers::SecretValues secrets;
  Promise promise;

  void finish(const ProviderVerdict& verdict) const {
    if (const auto noted = note(services, id, verdict); !noted) return answer(promise, fail(noted.error()));
    answer(promise, verdict);
  }

  static void ofSender(const std::shared_ptr<const Questions>& all, net::HttpClient& client, ProviderVerdict verdict) {
    if (!all->definition.senderCheck || !isFine(verdict.account)) return all->finish(verdict);
    providers::AccountCheck(client).runOfSender(all->definition, all->provider, all->secrets, &client,
                                                [all, verdict](Result<AccountVerdict> said) mutable {
                                                  if (!said) return answer(all->promise, fail(said.error()));
                                                  verdict.sender = std::move(*said);
                                                  all->finish(verdict);
                                                });
  }

  static void ofAccount(const std::shared_ptr<const Questions>& all, net::HttpClient& client) {
    if (!all->definition.accountCheck && all->definition.senderCheck) return ofSender(all, client, {});
    providers::AccountCheck(client).run(all->definition, all->provider, all->secrets, &client,
                                        [all, &client](Result<AccountVerdict> said) {
                                          if (!said) return answer(all->promise, fail(said.error()));
                                          ofSender(all, client, {std::move(*said), std::nullopt});
                                        });
  }
};

/// On the HTTP thread.
void ask(const Services& services, ProviderId id, net::HttpClient& client, const Promise& promise) {
  const auto provider = services.providers.byId(id);
  if (!provider) return answer(promise, fail(provider.error()));
  const auto definition = services.definitions.definitionOf(*provider);
  if (!definition) return answer(promise, fail(definition.error()));
  const auto secrets = providers::readSecrets(*definition, *provider, services.secrets);
  if (!secrets) return answer(promise, fail(secrets.error()));
  if (!secrets->isComplete()) {
    return answer(promise,
                  fail(ErrorCode::Credentials, providers::describeMissing(*definition, *provider, secrets->missing)));
  }
  Questions::ofAccount(
      std::make_shared<const Questions>(Questions{services, id, *provider, *definition, secrets->values, promise}),
      client);
}

}  // namespace

bool ProviderVerdict::isGood() const {
  return isFine(account) && isFine(sender);
}

Result<ProviderId> storeProvider(const Services& services, const Provider& provider,
                                 const QHash<QString, QString>& typedSecrets, KeepSecrets keep) {
  const auto definition = services.definitions.definitionOf(provider);
  if (!definition) return fail(definition.error());
  if (provider.id.isValid()) {
    const auto before = services.providers.byId(provider.id);
    if (!before) return fail(before.error());
    HELIOGRAPH_TRY(moveSecrets(services, *definition, *before, provider, typedSecrets, keep));
  }
  for (auto typed = typedSecrets.begin(); typed != typedSecrets.end(); ++typed) {
    HELIOGRAPH_TRY(keepSecret(storeFor(services, keep), provider.name, typed.key(), typed.value()));
  }
  if (!provider.id.isValid()) return createProvider(services, provider);
  HELIOGRAPH_TRY(services.providers.update(provider));
  return provider.id;
}

Result<> removeProvider(const Services& services, ProviderId id) {
  const auto provider = services.providers.byId(id);
  if (!provider) return fail(provider.error());
  HELIOGRAPH_TRY(services.providers.remove(id));
  const auto definition = services.definitions.definitionOf(*provider);
  if (!definition) return {};
  for (const auto& field : definition->settings) {
    if (field.secret) (void)services.secrets.remove(provider->name, field.name);
  }
  return {};
}

QFuture<Result<ProviderVerdict>> verifyProvider(const Services& services, ProviderId id) {
  auto promise = std::make_shared<QPromise<Result<ProviderVerdict>>>();
  promise->start();
  services.http.post([services, id, promise](net::HttpClient& client) { ask(services, id, client, promise); });
  return promise->future();
}

}  // namespace heliograph::ui
