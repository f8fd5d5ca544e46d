// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/account_check.h"

#include "net/http_client.h"

namespace heliograph::providers {

void AccountCheck::run(const ProviderDefinition& definition, const Provider& provider, const SecretValues& secrets,
                       QObject* context, std::function<void(Result<AccountVerdict>)> done) {
  auto request = buildAccountCheck(definition, provider, secrets);
  if (!request) {
    // Later, as every other answer comes.
    QMetaObject::invokeMethod(
        context, [done = std::move(done), error = request.error()] { done(fail(error)); }, Qt::QueuedConnection);
    return;
  }
  m_client.fetch(std::move(*request), context,
                 [definition, secrets, done = std::move(done)](const net::HttpOutcome& outcome) {
                   done(readAccountCheck(definition, outcome, secrets));
                 });
}

}  // namespace heliograph::providers
