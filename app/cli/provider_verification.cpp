// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/provider_verification.h"

#include <future>

#include "providers/answer/account_check.h"

namespace heliograph::cli {

using providers::AccountVerdict;

namespace {

Result<AccountVerdict> ask(app::Workspace& workspace, const providers::Provider& provider,
                           const providers::ProviderDefinition& definition, const providers::SecretValues& secrets) {
  auto promise = std::make_shared<std::promise<Result<AccountVerdict>>>();
  auto answer = promise->get_future();
  workspace.http.post([=](net::HttpClient& client) {
    providers::AccountCheck(client).run(
        definition, provider, secrets, &client,
        [promise](Result<AccountVerdict> verdict) { promise->set_value(std::move(verdict)); });
  });
  return answer.get();
}

}  // namespace

Result<AccountVerdict> verifyProvider(app::Workspace& workspace, const providers::Provider& provider) {
  auto definition = workspace.definitions.definitionOf(provider);
  if (!definition) return fail(definition.error());
  auto secrets = providers::readSecrets(*definition, provider, workspace.secrets);
  if (!secrets) return fail(secrets.error());
  if (!secrets->isComplete()) {
    return fail(ErrorCode::Credentials, providers::describeMissing(*definition, provider, secrets->missing));
  }
  auto verdict = ask(workspace, provider, *definition, secrets->values);
  if (!verdict) return verdict;
  if (verdict->outcome == AccountVerdict::Outcome::Good) {
    HELIOGRAPH_TRY(workspace.providers.recordVerified(provider.id));
  } else {
    HELIOGRAPH_TRY(workspace.providers.recordProblem(provider.id, verdict->words));
  }
  return verdict;
}

}  // namespace heliograph::cli
