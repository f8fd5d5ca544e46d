// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/settling/unclear_asking.h"

#include "delivery/settling/ready_desk.h"
#include "providers/request/request_builder.h"

namespace heliograph::delivery {
namespace {

using providers::LookUpVerdict;

/// So many questions at a time.
constexpr int kAtATime = 12;

}  // namespace

void UnclearAsking::start(const DeliveryContext& context, net::HttpClient& client, const std::vector<UnclearRow>& rows,
                          Done done) {
  const auto asking = std::make_shared<UnclearAsking>(context, client, std::move(done));
  asking->m_left.assign(rows.begin(), rows.end());
  asking->askMore();
}

UnclearAsking::UnclearAsking(const DeliveryContext& context, net::HttpClient& client, Done done)
    : m_context(context),
      m_client(client),
      m_done(std::move(done)),
      m_providers(context.database, context.catalog, context.clock),
      m_rows(context.database) {}

void UnclearAsking::askMore() {
  while (m_asking < kAtATime && !m_left.empty() && !m_ended) {
    const UnclearRow row = m_left.front();
    m_left.pop_front();
    ask(row);
  }
  if (m_asking == 0 && m_left.empty()) end(m_report);
}

void UnclearAsking::ask(const UnclearRow& row) {
  const std::optional<providers::ReadyProvider>& desk = deskOf(row.provider);
  const providers::LookUpKey key{row.messageId, row.clientId, row.address, row.text, row.startedAt};
  if (!desk || !providers::canLookUp(desk->definition, key)) return leave(row);
  ++m_asking;
  providers::AccessTokens::withToken(
      m_context.tokens, m_client, *desk, m_context.clock,
      [self = shared_from_this(), row, key, with = *desk](const Result<providers::SecretValues>& secrets) mutable {
        --self->m_asking;
        if (secrets) with.secrets = *secrets;
        auto request = secrets ? providers::buildLookUp(with.definition, with.provider, with.secrets, key)
                               : Result<net::HttpRequest>(fail(secrets.error()));
        if (request) return self->send(row, key, std::move(with), std::move(*request));
        // Without an access token nobody was asked: its server may be there again soon.
        if (!secrets) {
          ++self->m_report.asked;
          ++self->m_report.unclear;
          self->noteUnreachable(row);
        } else {
          self->leave(row);
        }
        self->askMore();
      });
}

void UnclearAsking::send(const UnclearRow& row, const providers::LookUpKey& key, providers::ReadyProvider by,
                         net::HttpRequest request) {
  ++m_asking;
  ++m_report.asked;
  m_client.fetch(std::move(request), &m_client,
                 [self = shared_from_this(), row, key, by = std::move(by)](const net::HttpOutcome& outcome) {
                   self->answered(row, outcome, providers::readLookUp(by.definition, outcome, key, by.secrets));
                 });
}

void UnclearAsking::noteUnreachable(const UnclearRow& row) {
  ++m_report.unreachable;
  m_report.silent.insert(row.provider);
}

void UnclearAsking::leave(const UnclearRow& row) {
  if (auto noted = unable(row); !noted) end(fail(noted.error()));
}

Result<> UnclearAsking::unable(const UnclearRow& row) {
  ++m_report.unable;
  return m_rows.markAsked(row);
}

void UnclearAsking::answered(const UnclearRow& row, const net::HttpOutcome& outcome, const LookUpVerdict& verdict) {
  --m_asking;
  if (auto settled = settle(row, outcome, verdict); !settled) return end(fail(settled.error()));
  askMore();
}

Result<> UnclearAsking::settle(const UnclearRow& row, const net::HttpOutcome& outcome, const LookUpVerdict& verdict) {
  auto isOfAnother = verdict.isByRecipient ? m_rows.isOfAnother(row, verdict.messageId) : Result<bool>(false);
  if (!isOfAnother) return fail(isOfAnother.error());
  if (verdict.outcome == LookUpVerdict::Outcome::Found && !*isOfAnother) {
    ++m_report.found;
    return m_rows.settleFound(row, verdict.messageId).map([](bool) {});
  }
  ++(verdict.outcome == LookUpVerdict::Outcome::NotFound ? m_report.notFound : m_report.unclear);
  if (outcome.kind == net::HttpOutcome::NotSent) {
    noteUnreachable(row);
    return {};
  }
  return m_rows.markAsked(row);
}

const std::optional<providers::ReadyProvider>& UnclearAsking::deskOf(ProviderId id) {
  const auto [it, isNew] = m_desks.try_emplace(id);
  if (isNew && id.isValid()) it->second = readyDesk(m_context, m_providers, id);
  return it->second;
}

void UnclearAsking::end(Result<AskReport> result) {
  if (std::exchange(m_ended, true)) return;
  m_done(std::move(result));
}

}  // namespace heliograph::delivery
