// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/test_send.h"

#include <QPromise>
#include <memory>

#include "audience/profile_repository.h"
#include "audience/suppression_repository.h"
#include "delivery/test_number_repository.h"
#include "delivery/test_preparation.h"
#include "providers/answer_reader.h"

namespace heliograph::delivery {
namespace {

using Promise = QPromise<Result<TestSendResult>>;
using providers::SendVerdict;

TestSendResult testResult(const SendVerdict& verdict, const PreparedTest& test, const net::HttpOutcome& outcome) {
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
  result.price = test.price;
  result.linked = test.linked;
  result.httpStatus = outcome.answer.status;
  result.answer = providers::withoutSecrets(QString::fromUtf8(outcome.answer.body), test.provider.secrets);
  const auto picture = providers::pictureOfSend(test.provider.definition, test.provider.provider, test.message);
  if (picture) result.request = *picture;
  return result;
}

/// Writes down what came of a test: with the campaign, and with the provider's health.
Result<> remember(const DeliveryContext& context, const TestSendRequest& request, const PreparedTest& test,
                  const SendVerdict& verdict) {
  const ProviderId provider = test.provider.provider.id;
  const providers::ProviderRepository providers(context.database, context.catalog, context.clock);
  TestRecord record;
  record.provider = provider;
  record.accepted = verdict.outcome == SendVerdict::Outcome::Accepted;
  record.unclear = verdict.outcome == SendVerdict::Outcome::InDoubt;
  record.answer = verdict.words.isEmpty() ? verdict.hint : verdict.words;
  record.asIdentity = test.asIdentity;
  record.encoding = test.message.encoding;
  record.parts = test.message.parts;
  record.price = test.price;
  const auto contact = audience::ProfileRepository(context.database, context.clock).find(test.asIdentity);
  const bool isTheirs = contact && contact->phone == test.message.to;
  if (!isTheirs) record.asIdentity.clear();
  if (request.rememberNumber && !isTheirs) {
    const auto number = TestNumberRepository(context.database, context.clock).remember(test.message.to);
    if (!number) return fail(number.error());
    record.testNumber = *number;
  }
  HELIOGRAPH_TRY(TestSendRepository(context.database, context.clock).add(request.campaign, record));
  if (record.accepted) return providers.recordAccepted(provider);
  if (verdict.outcome == SendVerdict::Outcome::Credentials) return providers.recordProblem(provider, record.answer);
  if (verdict.outcome != SendVerdict::Outcome::OptedOut) return {};
  return audience::SuppressionRepository(context.database, context.clock)
      .add(test.message.to, QStringLiteral("provider"), verdict.code);
}

/// Sends one test after the other, on the HTTP thread. Whoever is asked for an answer keeps it.
class TestRound final : public std::enable_shared_from_this<TestRound> {
 public:
  TestRound(const DeliveryContext& context, TestSendRequest request, std::vector<TestRecipient> recipients)
      : m_context(context), m_request(std::move(request)), m_recipients(std::move(recipients)) {
    m_promise.start();
  }

  [[nodiscard]] QFuture<Result<TestSendResult>> future() const { return m_promise.future(); }
  [[nodiscard]] const TestSendRequest& request() const { return m_request; }

  void begin(net::HttpClient& client) {
    auto preparation = TestPreparation::of(m_context, m_request);
    if (!preparation) return refuseAll(preparation.error());
    m_preparation.emplace(std::move(*preparation));
    goOn(client);
  }

  void refuseAll(const Error& error) {
    for (; m_next < m_recipients.size(); ++m_next) m_promise.addResult(heliograph::fail(error));
    m_promise.finish();
  }

 private:
  void goOn(net::HttpClient& client) {
    while (m_next < m_recipients.size() && !m_promise.isCanceled()) {
      auto test = m_preparation->prepare(m_recipients[m_next++]);
      if (!test) {
        m_promise.addResult(heliograph::fail(test.error()));
        continue;
      }
      const providers::ReadyProvider by = test->provider;
      return providers::AccessTokens::withToken(m_context.tokens, client, by, m_context.clock,
                                                [self = shared_from_this(), &client, prepared = std::move(*test)](
                                                    const Result<providers::SecretValues>& secrets) mutable {
                                                  if (secrets) {
                                                    prepared.provider.secrets = *secrets;
                                                    return self->leave(client, std::move(prepared));
                                                  }
                                                  self->m_promise.addResult(heliograph::fail(secrets.error()));
                                                  self->goOn(client);
                                                });
    }
    m_promise.finish();
  }

  void leave(net::HttpClient& client, PreparedTest test) {
    const providers::ReadyProvider& by = test.provider;
    auto request = providers::buildSend(by.definition, by.provider, by.secrets, test.message);
    if (!request) {
      m_promise.addResult(heliograph::fail(request.error()));
      return goOn(client);
    }
    client.send(std::move(*request), &client,
                [self = shared_from_this(), &client, prepared = std::move(test)](const net::HttpOutcome& outcome) {
                  self->take(prepared, outcome);
                  self->goOn(client);
                });
  }

  void take(const PreparedTest& test, const net::HttpOutcome& outcome) {
    const providers::ReadyProvider& by = test.provider;
    const SendVerdict verdict =
        providers::readSend(by.definition, outcome, test.message, by.secrets, m_context.clock.now());
    // The next test asks for another token then.
    const QString token = by.secrets.value(providers::oauthTokenName);
    if (verdict.httpStatus == 401 && !token.isEmpty()) (void)m_context.tokens->rejected(by, token);
    // The message is out whether or not it can be written down.
    TestSendResult result = testResult(verdict, test, outcome);
    if (auto written = remember(m_context, m_request, test, verdict); !written && result.hint.isEmpty()) {
      result.hint = written.error().message;
    }
    m_promise.addResult(Result<TestSendResult>(std::move(result)));
  }

  const DeliveryContext m_context;
  const TestSendRequest m_request;
  const std::vector<TestRecipient> m_recipients;
  std::optional<TestPreparation> m_preparation;
  std::size_t m_next = 0;
  Promise m_promise;
};

}  // namespace

QFuture<Result<TestSendResult>> TestSend::send(const TestSendRequest& request) const {
  return sendEach(request, {{request.to, request.asIdentity}});
}

QFuture<Result<TestSendResult>> TestSend::sendEach(const TestSendRequest& request,
                                                   std::vector<TestRecipient> recipients) const {
  auto round = std::make_shared<TestRound>(m_context, request, std::move(recipients));
  auto future = round->future();
  m_http.post(
      [round, shortening = m_shortening ? std::optional(*m_shortening) : std::nullopt](net::HttpClient& client) {
        if (!shortening) return round->begin(client);
        shortening->makeOn(client, round->request().campaign, [round, &client](const Result<MadeShortLinks>& made) {
          if (!made) return round->refuseAll(made.error());
          round->begin(client);
        });
      });
  return future;
}

Result<std::vector<TestPreview>> TestSend::preview(const TestSendRequest& request,
                                                   const std::vector<TestRecipient>& recipients) const {
  const auto preparation = TestPreparation::of(m_context, request);
  if (!preparation) return fail(preparation.error());
  std::vector<TestPreview> previews;
  for (const TestRecipient& recipient : recipients) previews.push_back(preparation->preview(recipient));
  return previews;
}

Result<std::optional<LastTest>> TestSend::last(const campaign::Campaign& campaign) const {
  return TestSendRepository(m_context.database, m_context.clock).last(campaign);
}

Result<std::vector<TestEntry>> TestSend::history(const campaign::Campaign& campaign, int most) const {
  return TestSendRepository(m_context.database, m_context.clock).history(campaign, most);
}

}  // namespace heliograph::delivery
