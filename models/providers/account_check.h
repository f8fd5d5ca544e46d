// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <functional>

#include "core/result.h"
#include "providers/answer_reader.h"
#include "providers/provider.h"
#include "providers/request_builder.h"

namespace heliograph::net {
class HttpClient;
}

namespace heliograph::providers {

/// Asks a provider whether the account is good. Lives in the client's thread.
class AccountCheck final {
 public:
  explicit AccountCheck(net::HttpClient& client) : m_client(client) {}

  /// Calls `done` once, on the client's thread, unless `context` is gone by then. Errors: Unsupported (nothing can be
  /// asked without sending), Credentials (a secret is missing), InvalidInput.
  void run(const ProviderDefinition& definition, const Provider& provider, const SecretValues& secrets,
           QObject* context, std::function<void(Result<AccountVerdict>)> done);

 private:
  net::HttpClient& m_client;
};

}  // namespace heliograph::providers
