// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/store_provider.h"

#include <QPromise>
#include <memory>

#include "delivery/http_thread.h"
#include "net/secret_store.h"
#include "providers/account_check.h"
#include "providers/definition_catalog.h"
#include "providers/provider_repository.h"
#include "providers/provider_secrets.h"
#include "providers/provider_uses.h"

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

using Verdict = Result<AccountVerdict>;
using Promise = std::shared_ptr<QPromise<Verdict>>;

void answer(const Promise& promise, Verdict verdict) {
  promise->addResult(std::move(verdict));
  promise->finish();
}

Result<> note(const Services& services, ProviderId id, const Verdict& verdict) {
  if (!verdict) return {};
  if (verdict->outcome == AccountVerdict::Outcome::Good) {
    if (auto kept = providers::recordBalance(services.database, id, verdict->balance); !kept) return kept;
    return services.providers.recordVerified(id);
  }
  return services.providers.recordProblem(id, verdict->words.isEmpty() ? verdict->hint : verdict->words);
}

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
  providers::AccountCheck(client).run(*definition, *provider, secrets->values, &client,
                                      [services, id, promise](Verdict verdict) {
                                        if (const auto noted = note(services, id, verdict); !noted) {
                                          return answer(promise, fail(noted.error()));
                                        }
                                        answer(promise, std::move(verdict));
                                      });
}

}  // namespace

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
  if (!provider.id.isValid()) return services.providers.create(provider);
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

QFuture<Verdict> verifyProvider(const Services& services, ProviderId id) {
  auto promise = std::make_shared<QPromise<Verdict>>();
  promise->start();
  services.http.post([services, id, promise](net::HttpClient& client) { ask(services, id, client, promise); });
  return promise->future();
}

}  // namespace heliograph::ui
