// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <functional>
#include <memory>

#include "core/result.h"
#include "providers/answer/answer_reader.h"
#include "providers/provider.h"
#include "providers/request/access_tokens.h"
#include "providers/request/request_builder.h"

namespace heliograph::net {
class HttpClient;
}

namespace heliograph::providers {

/// Asks a provider whether the account, or what messages come from, is good. Lives in the client's thread.
class AccountCheck final {
 public:
  using Done = std::function<void(Result<AccountVerdict>)>;

  /// With the tokens of others, or its own.
  explicit AccountCheck(net::HttpClient& client, std::shared_ptr<AccessTokens> tokens = nullptr);

  /// Calls `done` once, on the client's thread, unless `context` is gone by then. Errors: Unsupported (nothing can be
  /// asked without sending), Credentials (a secret is missing), InvalidInput, Network (no access token).
  void run(const ProviderDefinition& definition, const Provider& provider, const SecretValues& secrets,
           QObject* context, Done done);
  /// The same about the number or name that messages come from.
  void runOfSender(const ProviderDefinition& definition, const Provider& provider, const SecretValues& secrets,
                   QObject* context, Done done);

 private:
  /// One of the two.
  struct Question {
    Result<net::HttpRequest> (*build)(const ProviderDefinition&, const Provider&, const SecretValues&);
    AccountVerdict (*read)(const ProviderDefinition&, const net::HttpOutcome&, const SecretValues&);
  };
  void ask(Question question, const ProviderDefinition& definition, const Provider& provider,
           const SecretValues& secrets, QObject* context, Done done);

  net::HttpClient& m_client;
  std::shared_ptr<AccessTokens> m_tokens;
};

}  // namespace heliograph::providers
