// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/test_send.h"

#include <QPromise>
#include <memory>

#include "audience/suppression_repository.h"
#include "delivery/test_preparation.h"
#include "providers/answer_reader.h"

namespace heliograph::delivery {
namespace {

using Promise = QPromise<Result<TestSendResult>>;
using providers::SendVerdict;

void end(Promise& promise, Result<TestSendResult> result) {
  promise.addResult(std::move(result));
  promise.finish();
}

TestSendResult testResult(const SendVerdict& verdict, const PreparedTest& test) {
  TestSendResult result;
  result.accepted = verdict.outcome == SendVerdict::Outcome::Accepted;
  result.unclear = verdict.outcome == SendVerdict::Outcome::InDoubt;
  result.provider = test.provider.provider.name;
  result.messageId = verdict.messageId;
  result.words = verdict.words;
  result.hint = verdict.hint;
  result.text = test.message.body;
  result.encoding = test.message.encoding;
  result.parts = test.message.parts;
  return result;
}

/// Writes down what came of a test: with the campaign, and with the provider's health.
Result<> remember(const DeliveryContext& context, const PreparedTest& test, const SendVerdict& verdict) {
  const bool accepted = verdict.outcome == SendVerdict::Outcome::Accepted;
  const ProviderId provider = test.provider.provider.id;
  const providers::ProviderRepository providers(context.database, context.catalog, context.clock);
  const QString answer = verdict.words.isEmpty() ? verdict.hint : verdict.words;
  HELIOGRAPH_TRY(TestSendRepository(context.database, context.clock).add(test.campaign, provider, accepted, answer));
  if (accepted) return providers.recordAccepted(provider);
  if (verdict.outcome == SendVerdict::Outcome::Credentials) return providers.recordProblem(provider, answer);
  if (verdict.outcome != SendVerdict::Outcome::OptedOut) return {};
  return audience::SuppressionRepository(context.database, context.clock)
      .add(test.message.to, QStringLiteral("provider"), verdict.code);
}

void leave(net::HttpClient& client, const DeliveryContext& context, PreparedTest test,
           const std::shared_ptr<Promise>& promise) {
  const providers::ReadyProvider& by = test.provider;
  auto request = providers::buildSend(by.definition, by.provider, by.secrets, test.message);
  if (!request) return end(*promise, fail(request.error()));
  client.send(std::move(*request), &client,
              [context, test = std::move(test), promise](const net::HttpOutcome& outcome) {
                const providers::ReadyProvider& sender = test.provider;
                const SendVerdict verdict =
                    providers::readSend(sender.definition, outcome, test.message, sender.secrets, context.clock.now());
                // The message is out whether or not it can be written down.
                TestSendResult result = testResult(verdict, test);
                if (auto written = remember(context, test, verdict); !written && result.hint.isEmpty()) {
                  result.hint = written.error().message;
                }
                end(*promise, std::move(result));
              });
}

}  // namespace

QFuture<Result<TestSendResult>> TestSend::send(const TestSendRequest& request) const {
  auto promise = std::make_shared<Promise>();
  promise->start();
  m_http.post([context = m_context, request, promise,
               shortening = m_shortening ? std::optional(*m_shortening) : std::nullopt](net::HttpClient& client) {
    const auto leaveNow = [context, request, promise, &client] {
      auto test = TestPreparation(context, request).run();
      if (!test) return end(*promise, fail(test.error()));
      leave(client, context, std::move(*test), promise);
    };
    if (!shortening) return leaveNow();
    shortening->makeOn(client, request.campaign, [promise, leaveNow](const Result<MadeShortLinks>& made) {
      if (!made) return end(*promise, fail(made.error()));
      leaveNow();
    });
  });
  return promise->future();
}

Result<std::optional<LastTest>> TestSend::last(const campaign::Campaign& campaign) const {
  return TestSendRepository(m_context.database, m_context.clock).last(campaign);
}

}  // namespace heliograph::delivery
