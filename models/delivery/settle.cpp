// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/settle.h"

#include <QPromise>
#include <deque>
#include <map>
#include <memory>
#include <optional>

#include "providers/answer_reader.h"
#include "providers/provider_repository.h"
#include "providers/provider_secrets.h"

namespace heliograph::delivery {
namespace {

using providers::LookUpVerdict;

/// So many questions at a time.
constexpr int kAtATime = 12;

/// One asking about many rows: lives on the HTTP thread until the last answer.
class Asking final : public std::enable_shared_from_this<Asking> {
 public:
  Asking(const DeliveryContext& context, net::HttpClient& client, QPromise<Result<AskReport>> promise)
      : m_context(context),
        m_client(client),
        m_promise(std::move(promise)),
        m_providers(context.database, context.catalog, context.clock),
        m_rows(context.database) {}

  void start(const UnclearSelection& selection) {
    auto rows = m_rows.list(selection);
    if (!rows) return end(fail(rows.error()));
    m_left.assign(rows->begin(), rows->end());
    askMore();
  }

 private:
  /// A provider with what is needed to ask it; nothing if it can't be asked.
  struct Desk {
    providers::Provider provider;
    providers::ProviderDefinition definition;
    providers::SecretValues secrets;
  };

  void askMore() {
    while (m_asking < kAtATime && !m_left.empty() && !m_ended) {
      const UnclearRow row = m_left.front();
      m_left.pop_front();
      ask(row);
    }
    if (m_asking == 0 && m_left.empty() && !m_ended) end(m_report);
  }

  void ask(const UnclearRow& row) {
    const std::optional<Desk>& desk = deskOf(row.provider);
    const providers::LookUpKey key{row.messageId, row.clientId};
    if (!desk || !providers::canLookUp(desk->definition, key)) {
      ++m_report.unable;
      return;
    }
    auto request = providers::buildLookUp(desk->definition, desk->provider, desk->secrets, key);
    if (!request) {
      ++m_report.unable;
      return;
    }
    ++m_asking;
    ++m_report.asked;
    m_client.fetch(std::move(*request), &m_client,
                   [self = shared_from_this(), row, key, desk](const net::HttpOutcome& outcome) {
                     self->answered(row, providers::readLookUp(desk->definition, outcome, key, desk->secrets));
                   });
  }

  void answered(const UnclearRow& row, const LookUpVerdict& verdict) {
    --m_asking;
    if (verdict.outcome == LookUpVerdict::Outcome::Found) {
      auto settled = m_rows.settleFound(row, verdict.messageId);
      if (!settled) return end(fail(settled.error()));
      ++m_report.found;
    } else if (verdict.outcome == LookUpVerdict::Outcome::NotFound) {
      ++m_report.notFound;
    } else {
      ++m_report.unclear;
    }
    askMore();
  }

  const std::optional<Desk>& deskOf(ProviderId id) {
    const auto [it, isNew] = m_desks.try_emplace(id);
    if (!isNew || !id.isValid()) return it->second;
    auto provider = m_providers.byId(id);
    if (!provider) return it->second;
    auto definition = m_context.catalog.definitionOf(*provider);
    if (!definition) return it->second;
    auto secrets = providers::readSecrets(*definition, *provider, m_context.secrets);
    if (!secrets || !secrets->isComplete()) return it->second;
    it->second = Desk{std::move(*provider), std::move(*definition), std::move(secrets->values)};
    return it->second;
  }

  void end(Result<AskReport> result) {
    if (std::exchange(m_ended, true)) return;
    m_promise.addResult(std::move(result));
    m_promise.finish();
  }

  DeliveryContext m_context;
  net::HttpClient& m_client;
  QPromise<Result<AskReport>> m_promise;
  providers::ProviderRepository m_providers;
  UnclearRepository m_rows;
  std::deque<UnclearRow> m_left;
  std::map<ProviderId, std::optional<Desk>> m_desks;
  AskReport m_report;
  int m_asking = 0;
  bool m_ended = false;
};

}  // namespace

Result<int> Settle::asSent(const UnclearSelection& selection) const {
  return UnclearRepository(m_context.database).settleSent(selection);
}

Result<int> Settle::asNotSent(const UnclearSelection& selection) const {
  return UnclearRepository(m_context.database).settleNotSent(selection);
}

QFuture<Result<AskReport>> Settle::ask(const UnclearSelection& selection) const {
  auto promise = std::make_shared<QPromise<Result<AskReport>>>();
  promise->start();
  auto future = promise->future();
  m_http.post([context = m_context, selection, promise](net::HttpClient& client) {
    std::make_shared<Asking>(context, client, std::move(*promise))->start(selection);
  });
  return future;
}

}  // namespace heliograph::delivery
