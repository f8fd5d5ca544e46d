// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/settling/unclear_asking.h"

#include "providers/request/request_builder.h"

namespace heliograph::delivery {

using providers::LookUpVerdict;

void UnclearAsking::start(const DeliveryContext& context, net::HttpClient& client, std::vector<UnclearRow> rows,
                          Done done) {
  const auto asking = std::make_shared<UnclearAsking>(context, client, std::move(rows), std::move(done));
  asking->walk(asking->m_rows.size());
}

UnclearAsking::UnclearAsking(const DeliveryContext& context, net::HttpClient& client, std::vector<UnclearRow> rows,
                             Done done)
    : ProviderWalk(context, client), m_repository(context.database), m_rows(std::move(rows)), m_done(std::move(done)) {}

Result<> UnclearAsking::ask(std::size_t index) {
  const UnclearRow& row = m_rows[index];
  const std::optional<providers::ReadyProvider>& desk = deskOf(row.provider);
  const providers::LookUpKey key{row.messageId, row.clientId, row.address, row.text, row.startedAt};
  if (!desk || !providers::canLookUp(desk->definition, key)) return leave(row);
  put(*desk, {[key](const providers::ReadyProvider& by) {
                return providers::buildLookUp(by.definition, by.provider, by.secrets, key);
              },
              [this, &row, key](const providers::ReadyProvider& by, const net::HttpOutcome& outcome) {
                ++m_report.asked;
                return settle(row, outcome, providers::readLookUp(by.definition, outcome, key, by.secrets));
              },
              [this, &row](bool lacksToken) { return unasked(row, lacksToken); }, true});
  return {};
}

/// Without an access token nobody was asked: its server may be there again soon.
Result<> UnclearAsking::unasked(const UnclearRow& row, bool lacksToken) {
  if (!lacksToken) return leave(row);
  ++m_report.asked;
  ++m_report.unclear;
  noteUnreachable(row);
  return {};
}

void UnclearAsking::noteUnreachable(const UnclearRow& row) {
  ++m_report.unreachable;
  m_report.silent.insert(row.provider);
}

Result<> UnclearAsking::leave(const UnclearRow& row) {
  ++m_report.unable;
  return m_repository.markAsked(row);
}

Result<> UnclearAsking::settle(const UnclearRow& row, const net::HttpOutcome& outcome, const LookUpVerdict& verdict) {
  using Outcome = LookUpVerdict::Outcome;
  auto isOfAnother = verdict.isByRecipient ? m_repository.isOfAnother(row, verdict.messageId) : Result<bool>(false);
  if (!isOfAnother) return fail(isOfAnother.error());
  if (verdict.outcome == Outcome::Found && !*isOfAnother) {
    ++m_report.found;
    return m_repository.settleFound(row, verdict.messageId).map([](bool) {});
  }
  const bool isntSent = verdict.outcome == Outcome::NotFound || verdict.outcome == Outcome::TakenBack;
  ++(isntSent ? m_report.notFound : m_report.unclear);
  if (outcome.kind == net::HttpOutcome::NotSent) {
    noteUnreachable(row);
    return {};
  }
  return m_repository.markAsked(row);
}

void UnclearAsking::ended(const Result<>& result) {
  m_done(result ? Result<AskReport>(m_report) : Result<AskReport>(fail(result.error())));
}

}  // namespace heliograph::delivery
