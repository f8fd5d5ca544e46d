// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/answer/account_check.h"

#include <QPointer>

#include "net/http_client.h"

namespace heliograph::providers {
namespace {

const SystemClock kCheckClock;

}  // namespace

AccountCheck::AccountCheck(net::HttpClient& client, std::shared_ptr<AccessTokens> tokens)
    : m_client(client), m_tokens(tokens ? std::move(tokens) : std::make_shared<AccessTokens>()) {}

void AccountCheck::run(const ProviderDefinition& definition, const Provider& provider, const SecretValues& secrets,
                       QObject* context, Done done) {
  ask({&buildAccountCheck, &readAccountCheck}, definition, provider, secrets, context, std::move(done));
}

void AccountCheck::runOfSender(const ProviderDefinition& definition, const Provider& provider,
                               const SecretValues& secrets, QObject* context, Done done) {
  ask({&buildSenderCheck, &readSenderCheck}, definition, provider, secrets, context, std::move(done));
}

void AccountCheck::ask(Question question, const ProviderDefinition& definition, const Provider& provider,
                       const SecretValues& secrets, QObject* context, Done done) {
  ReadyProvider ready;
  ready.provider = provider;
  ready.definition = definition;
  ready.secrets = secrets;
  AccessTokens::withToken(m_tokens, m_client, ready, kCheckClock,
                          [&client = m_client, question, ready, context = QPointer<QObject>(context),
                           done = std::move(done)](const Result<SecretValues>& with) {
                            if (!context) return;
                            if (!with) return done(fail(with.error()));
                            auto request = question.build(ready.definition, ready.provider, *with);
                            if (!request) return done(fail(request.error()));
                            client.fetch(std::move(*request), context,
                                         [question, ready, with, done](const net::HttpOutcome& outcome) {
                                           done(question.read(ready.definition, outcome, *with));
                                         });
                          });
}

}  // namespace heliograph::providers
