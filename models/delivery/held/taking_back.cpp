// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/held/taking_back.h"

#include "providers/answer/answer_reader.h"
#include "providers/request/request_builder.h"

namespace heliograph::delivery {
namespace {

using providers::CancelVerdict;
using providers::LookUpVerdict;

/// What is known of a message that can't be taken back any more, as its provider says.
CancelVerdict::Outcome outcomeAfterLookUp(LookUpVerdict::Outcome said) {
  switch (said) {
    case LookUpVerdict::Outcome::TakenBack:
      return CancelVerdict::Outcome::TakenBack;
    case LookUpVerdict::Outcome::Found:
      return CancelVerdict::Outcome::TooLate;
    case LookUpVerdict::Outcome::NotFound:
    case LookUpVerdict::Outcome::Unclear:
      break;
  }
  return CancelVerdict::Outcome::Unclear;
}

}  // namespace

void TakingBack::start(const DeliveryContext& context, net::HttpClient& client, std::vector<HeldMessage> messages,
                       Done done) {
  const auto taking = std::make_shared<TakingBack>(context, client, std::move(messages), std::move(done));
  taking->walk(taking->m_messages.size());
}

TakingBack::TakingBack(const DeliveryContext& context, net::HttpClient& client, std::vector<HeldMessage> messages,
                       Done done)
    : ProviderWalk(context, client),
      m_held(context.database, context.clock),
      m_messages(std::move(messages)),
      m_done(std::move(done)) {}

Result<> TakingBack::ask(std::size_t row) {
  const HeldMessage& message = m_messages[row];
  const std::optional<providers::ReadyProvider>& desk = deskOf(message.provider);
  // A provider whose secret isn't there now may be asked later; one that is gone, or can't, never.
  if (!desk || !desk->definition.cancel || message.messageId.isEmpty()) {
    const bool isGone =
        !message.provider.isValid() || message.messageId.isEmpty() || (desk && !desk->definition.cancel);
    return isGone ? m_held.leaveUnclear(message) : askLater(message);
  }
  put(*desk, {[&message](const providers::ReadyProvider& by) {
                return providers::buildCancel(by.definition, by.provider, by.secrets, message.messageId,
                                              message.clientId);
              },
              [this, &message](const providers::ReadyProvider& by, const net::HttpOutcome& outcome) {
                return heard(message, by, outcome);
              },
              [this, &message](bool) { return askLater(message); }});
  return {};
}

Result<> TakingBack::heard(const HeldMessage& message, const providers::ReadyProvider& by,
                           const net::HttpOutcome& outcome) {
  const CancelVerdict verdict =
      providers::readCancel(by.definition, outcome, message.messageId, by.secrets, context().clock.now());
  if (verdict.outcome != CancelVerdict::Outcome::TooLate) return m_held.settle(message, verdict);
  if (by.definition.lookUpById) {
    askWhatBecameOf(message, by, verdict);
    return {};
  }
  // It may be too late because an earlier request, whose answer nobody heard, took it back: then nobody knows.
  return message.wasAskedBefore ? Result<>() : m_held.settle(message, verdict);
}

void TakingBack::askWhatBecameOf(const HeldMessage& message, const providers::ReadyProvider& by,
                                 const CancelVerdict& tooLate) {
  const providers::LookUpKey key{message.messageId, {}};
  put(by, {[key](const providers::ReadyProvider& one) {
             return providers::buildLookUp(one.definition, one.provider, one.secrets, key);
           },
           [this, &message, key, tooLate](const providers::ReadyProvider& one, const net::HttpOutcome& outcome) {
             if (outcome.kind == net::HttpOutcome::NotSent) return askLater(message);
             CancelVerdict verdict = tooLate;
             verdict.outcome =
                 outcomeAfterLookUp(providers::readLookUp(one.definition, outcome, key, one.secrets).outcome);
             return m_held.settle(message, verdict);
           },
           [this, &message](bool) { return askLater(message); }, true});
}

Result<> TakingBack::askLater(const HeldMessage& message) const {
  return m_held.settle(message, {CancelVerdict::Outcome::Later, {}, {}, {}});
}

void TakingBack::ended(const Result<>& result) {
  m_done(result);
}

}  // namespace heliograph::delivery
