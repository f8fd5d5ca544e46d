// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/settling/provider_walk.h"

#include <utility>

#include "delivery/settling/ready_desk.h"

namespace heliograph::delivery {
namespace {

/// So many questions at a time.
constexpr int kAtATime = 12;

}  // namespace

ProviderWalk::ProviderWalk(const DeliveryContext& context, net::HttpClient& client)
    : m_context(context), m_client(client), m_providers(context.database, context.catalog, context.clock) {}

void ProviderWalk::walk(std::size_t rows) {
  m_rows = rows;
  goOn();
}

void ProviderWalk::goOn() {
  while (m_asking < kAtATime && m_next < m_rows && !m_ended) {
    if (auto asked = ask(m_next++); !asked) end(asked);
  }
  if (m_asking == 0 && m_next >= m_rows) end({});
}

void ProviderWalk::put(const providers::ReadyProvider& by, Question question) {
  ++m_asking;
  providers::AccessTokens::withToken(m_context.tokens, m_client, by, m_context.clock,
                                     [self = shared_from_this(), with = by, question = std::move(question)](
                                         const Result<providers::SecretValues>& secrets) mutable {
                                       if (secrets) with.secrets = *secrets;
                                       auto request = secrets ? question.build(with)
                                                              : Result<net::HttpRequest>(fail(secrets.error()));
                                       if (!request) return self->answered(question.unasked(!secrets));
                                       self->send(std::move(with), std::move(*request), std::move(question));
                                     });
}

void ProviderWalk::send(providers::ReadyProvider by, net::HttpRequest request, Question question) {
  const bool onlyReads = question.onlyReads;
  auto heard = [self = shared_from_this(), by = std::move(by), question = std::move(question)](
                   const net::HttpOutcome& outcome) { self->answered(question.read(by, outcome)); };
  if (onlyReads) {
    m_client.fetch(std::move(request), &m_client, std::move(heard));
  } else {
    m_client.send(std::move(request), &m_client, std::move(heard));
  }
}

void ProviderWalk::answered(const Result<>& written) {
  --m_asking;
  if (!written) end(written);
  goOn();
}

const std::optional<providers::ReadyProvider>& ProviderWalk::deskOf(ProviderId id) {
  const auto [it, isNew] = m_desks.try_emplace(id);
  if (isNew && id.isValid()) it->second = readyDesk(m_context, m_providers, id);
  return it->second;
}

void ProviderWalk::end(const Result<>& result) {
  if (std::exchange(m_ended, true)) return;
  ended(result);
}

}  // namespace heliograph::delivery
