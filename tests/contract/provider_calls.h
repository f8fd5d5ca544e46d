// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>
#include <QUrlQuery>
#include <algorithm>
#include <optional>

#include "net/http_client.h"
#include "providers/answer/answer_reader.h"
#include "providers/request/request_builder.h"
#include "providers/routes/definition_catalog.h"

/// The whole way of one message to a provider's server and of its answer back.
namespace heliograph::test {

inline const providers::DefinitionCatalog& builtInCatalog() {
  static const auto catalog = providers::DefinitionCatalog::builtIn();
  if (!catalog) qFatal("%s", qPrintable(catalog.error().message + catalog.error().detail));
  return *catalog;
}

/// One provider with what it takes to send by it.
struct Line {
  providers::Provider provider;
  providers::SecretValues secrets;

  [[nodiscard]] providers::ProviderDefinition definition() const {
    const auto found = builtInCatalog().definitionOf(provider);
    if (!found) qFatal("%s", qPrintable(found.error().message));
    return *found;
  }
};

/// How long an answer may take; those who wait for slow programs set it higher.
inline std::chrono::milliseconds answerDeadline{4000};

inline net::HttpOutcome exchange(net::HttpClient& client, net::HttpRequest request, bool send) {
  request.deadline = answerDeadline;
  request.transferTimeout = std::max(request.transferTimeout, answerDeadline);
  std::optional<net::HttpOutcome> outcome;
  const auto keep = [&](net::HttpOutcome end) { outcome = std::move(end); };
  send ? client.send(request, &client, keep) : client.fetch(request, &client, keep);
  if (!QTest::qWaitFor([&] { return outcome.has_value(); }, 120000)) qFatal("no outcome");
  return *outcome;
}

inline providers::SendVerdict sendOver(net::HttpClient& client, const Line& line,
                                       const providers::OutgoingMessage& message) {
  const auto request = providers::buildSend(line.definition(), line.provider, line.secrets, message);
  if (!request) qFatal("%s", qPrintable(request.error().message));
  return providers::readSend(line.definition(), exchange(client, *request, true), message, line.secrets);
}

inline providers::LookUpVerdict lookUpOver(net::HttpClient& client, const Line& line, const providers::LookUpKey& key) {
  const auto request = providers::buildLookUp(line.definition(), line.provider, line.secrets, key);
  if (!request) qFatal("%s", qPrintable(request.error().message));
  return providers::readLookUp(line.definition(), exchange(client, *request, false), key, line.secrets);
}

}  // namespace heliograph::test
