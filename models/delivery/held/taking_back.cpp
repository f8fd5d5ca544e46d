// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/held/taking_back.h"

#include "delivery/settling/ready_desk.h"
#include "providers/answer/answer_reader.h"
#include "providers/request/request_builder.h"

namespace heliograph::delivery {
namespace {

/// So many requests at a time.
constexpr int kTakeBackAtATime = 12;

}  // namespace

void TakingBack::start(const DeliveryContext& context, net::HttpClient& client,
                       const std::vector<HeldMessage>& messages, Done done) {
  const auto taking = std::make_shared<TakingBack>(context, client, std::move(done));
  taking->m_left.assign(messages.begin(), messages.end());
  taking->askMore();
}

TakingBack::TakingBack(const DeliveryContext& context, net::HttpClient& client, Done done)
    : m_context(context),
      m_client(client),
      m_done(std::move(done)),
      m_providers(context.database, context.catalog, context.clock),
      m_messages(context.database, context.clock) {}

void TakingBack::askMore() {
  while (m_asking < kTakeBackAtATime && !m_left.empty() && !m_ended) {
    const HeldMessage message = m_left.front();
    m_left.pop_front();
    ask(message);
  }
  if (m_asking == 0 && m_left.empty()) end({});
}

void TakingBack::ask(const HeldMessage& message) {
  const std::optional<providers::ReadyProvider>& desk = deskOf(message.provider);
  // A provider whose secret isn't there now may be asked later; one that is gone, or can't, never.
  if (!desk || !desk->definition.cancel || message.messageId.isEmpty()) {
    const bool isGone =
        !message.provider.isValid() || message.messageId.isEmpty() || (desk && !desk->definition.cancel);
    return settle(isGone ? m_messages.leaveUnclear(message)
                         : m_messages.settle(message, {providers::CancelVerdict::Outcome::Later, {}, {}, {}}));
  }
  ++m_asking;
  providers::AccessTokens::withToken(
      m_context.tokens, m_client, *desk, m_context.clock,
      [self = shared_from_this(), message, with = *desk](const Result<providers::SecretValues>& secrets) mutable {
        --self->m_asking;
        if (secrets) with.secrets = *secrets;
        auto request = secrets ? providers::buildCancel(with.definition, with.provider, with.secrets, message.messageId,
                                                        message.clientId)
                               : Result<net::HttpRequest>(fail(secrets.error()));
        if (request) return self->send(message, std::move(with), std::move(*request));
        self->settle(self->m_messages.settle(message, {providers::CancelVerdict::Outcome::Later, {}, {}, {}}));
        self->askMore();
      });
}

void TakingBack::send(const HeldMessage& message, providers::ReadyProvider by, net::HttpRequest request) {
  ++m_asking;
  m_client.send(
      std::move(request), &m_client,
      [self = shared_from_this(), message, by = std::move(by)](const net::HttpOutcome& outcome) {
        --self->m_asking;
        self->settle(self->m_messages.settle(message, providers::readCancel(by.definition, outcome, message.messageId,
                                                                            by.secrets, self->m_context.clock.now())));
        self->askMore();
      });
}

void TakingBack::settle(const Result<>& written) {
  if (!written) end(fail(written.error()));
}

const std::optional<providers::ReadyProvider>& TakingBack::deskOf(ProviderId id) {
  const auto [it, isNew] = m_desks.try_emplace(id);
  if (isNew && id.isValid()) it->second = readyDesk(m_context, m_providers, id);
  return it->second;
}

void TakingBack::end(Result<> result) {
  if (std::exchange(m_ended, true)) return;
  m_done(std::move(result));
}

}  // namespace heliograph::delivery
