// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/test_messages/test_send.h"

#include <QCoreApplication>
#include <QPromise>
#include <memory>

#include "audience/profile_repository.h"
#include "audience/suppression_repository.h"
#include "delivery/courier/failover.h"
#include "delivery/outbox/client_id.h"
#include "delivery/test_messages/test_number_repository.h"
#include "delivery/test_messages/test_preparation.h"
#include "providers/answer/answer_reader.h"
#include "providers/request/request_builder.h"

namespace heliograph::delivery {
namespace {

using Promise = QPromise<Result<TestSendResult>>;
using providers::SendVerdict;

/// The one of a test's members that is asked.
struct TestTry {
  PreparedTest test;
  std::size_t member = 0;
  std::vector<TestPassed> before;

  [[nodiscard]] providers::ReadyProvider& by() { return test.members[member].ready; }
  [[nodiscard]] const providers::ReadyProvider& by() const { return test.members[member].ready; }
  [[nodiscard]] bool hasNext() const { return member + 1 < test.members.size(); }
  void next(TestPassed passed) {
    before.push_back(std::move(passed));
    ++member;
    test.message.clientId = newClientId();
  }
};

TestSendResult testResult(const SendVerdict& verdict, const TestTry& now, const net::HttpOutcome& outcome) {
  const PreparedTest& test = now.test;
  TestSendResult result;
  result.before = now.before;
  result.accepted = verdict.outcome == SendVerdict::Outcome::Accepted;
  result.unclear = verdict.outcome == SendVerdict::Outcome::InDoubt;
  result.provider = now.by().provider.name;
  result.messageId = verdict.messageId;
  result.words = verdict.words;
  result.hint = verdict.hint;
  result.text = test.message.body;
  result.encoding = test.message.encoding;
  result.parts = test.message.parts;
  result.price = test.members[now.member].price;
  result.linked = test.linked;
  result.httpStatus = outcome.answer.status;
  result.answer = providers::withoutSecrets(QString::fromUtf8(outcome.answer.body), now.by().secrets);
  const auto picture = providers::pictureOfSend(now.by().definition, now.by().provider, test.message);
  if (picture) result.request = *picture;
  return result;
}

QString wordsOfAnswer(const SendVerdict& verdict) {
  return verdict.words.isEmpty() ? verdict.hint : verdict.words;
}

/// Writes down with a provider's health what a try with it brought.
Result<> rememberHealth(const DeliveryContext& context, const TestTry& now, const SendVerdict& verdict) {
  const providers::ProviderRepository providers(context.database, context.catalog, context.clock);
  const ProviderId provider = now.by().provider.id;
  if (verdict.outcome == SendVerdict::Outcome::Accepted) return providers.recordAccepted(provider);
  if (providers::rejectsAccount(verdict.outcome)) return providers.recordProblem(provider, wordsOfAnswer(verdict));
  if (verdict.outcome != SendVerdict::Outcome::OptedOut) return {};
  return audience::SuppressionRepository(context.database, context.clock)
      .add(now.test.message.to, QStringLiteral("provider"), verdict.code);
}

/// Writes down what came of a test with its campaign.
Result<> remember(const DeliveryContext& context, const TestSendRequest& request, const TestTry& now,
                  const SendVerdict& verdict) {
  const PreparedTest& test = now.test;
  const ProviderId provider = now.by().provider.id;
  TestRecord record;
  record.provider = provider;
  record.accepted = verdict.outcome == SendVerdict::Outcome::Accepted;
  record.unclear = verdict.outcome == SendVerdict::Outcome::InDoubt;
  record.answer = wordsOfAnswer(verdict);
  record.asIdentity = test.asIdentity;
  record.encoding = test.message.encoding;
  record.parts = test.message.parts;
  record.price = test.members[now.member].price;
  record.eventValues = test.eventValues;
  const auto contact = audience::ProfileRepository(context.database, context.clock).find(test.asIdentity);
  const bool isTheirs = contact && contact->phone == test.message.to;
  if (!isTheirs) record.asIdentity.clear();
  if (request.rememberNumber && !isTheirs) {
    const auto number = TestNumberRepository(context.database, context.clock).remember(test.message.to);
    if (!number) return fail(number.error());
    record.testNumber = *number;
  }
  return TestSendRepository(context.database, context.clock).add(request.campaign, record);
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
      return ask(client, {std::move(*test), 0, {}});
    }
    m_promise.finish();
  }

  void ask(net::HttpClient& client, TestTry now) {
    const providers::ReadyProvider by = now.by();
    providers::AccessTokens::withToken(m_context.tokens, client, by, m_context.clock,
                                       [self = shared_from_this(), &client,
                                        now = std::move(now)](const Result<providers::SecretValues>& secrets) mutable {
                                         if (!secrets) return self->passOver(client, std::move(now), secrets.error());
                                         now.by().secrets = *secrets;
                                         self->leave(client, std::move(now));
                                       });
  }

  void leave(net::HttpClient& client, TestTry now) {
    const providers::ReadyProvider& by = now.by();
    auto request = providers::buildSend(by.definition, by.provider, by.secrets, now.test.message);
    if (!request) return passOver(client, std::move(now), request.error());
    client.send(std::move(*request), &client,
                [self = shared_from_this(), &client, now = std::move(now)](const net::HttpOutcome& outcome) mutable {
                  self->take(client, std::move(now), outcome);
                });
  }

  /// Nothing left for this provider, and that is certain.
  void passOver(net::HttpClient& client, TestTry now, const Error& error) {
    if (!now.hasNext()) {
      m_promise.addResult(heliograph::fail(error));
      return goOn(client);
    }
    const QString name = now.by().provider.name;
    now.next({name, error.message, 0});
    ask(client, std::move(now));
  }

  void take(net::HttpClient& client, TestTry now, const net::HttpOutcome& outcome) {
    const providers::ReadyProvider& by = now.by();
    const SendVerdict verdict =
        providers::readSend(by.definition, outcome, now.test.message, by.secrets, m_context.clock.now());
    // The next test asks for another token then.
    const QString token = by.secrets.value(providers::oauthTokenName);
    if (verdict.httpStatus == 401 && !token.isEmpty()) (void)m_context.tokens->rejected(by, token);
    // The message is out whether or not it can be written down.
    auto written = rememberHealth(m_context, now, verdict);
    // As in a real sending: whoever surely hasn't it, for now or for good, is followed by the next.
    const bool goesOn = resultOf(verdict, {1, now.hasNext()}).fate == TryResult::Fate::Again;
    if (goesOn && now.hasNext()) {
      const QString name = by.provider.name;
      now.next({name, wordsOfAnswer(verdict), verdict.httpStatus});
      return ask(client, std::move(now));
    }
    TestSendResult result = testResult(verdict, now, outcome);
    if (written) written = remember(m_context, m_request, now, verdict);
    if (!written && result.hint.isEmpty()) result.hint = written.error().message;
    m_promise.addResult(Result<TestSendResult>(std::move(result)));
    goOn(client);
  }

  const DeliveryContext m_context;
  const TestSendRequest m_request;
  const std::vector<TestRecipient> m_recipients;
  std::optional<TestPreparation> m_preparation;
  std::size_t m_next = 0;
  Promise m_promise;
};

}  // namespace

QString passedText(const TestSendResult& result) {
  QStringList sentences;
  for (const TestPassed& one : result.before) {
    sentences << QCoreApplication::translate("TestSend", "“%1” didn't take it: %2").arg(one.provider, one.words);
  }
  return sentences.join(QLatin1Char(' '));
}

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

Result<TestEventForm> TestSend::eventForm(const campaign::Campaign& campaign) const {
  return TestPreparation::eventForm(m_context, campaign);
}

Result<std::optional<LastTest>> TestSend::last(const campaign::Campaign& campaign) const {
  return TestSendRepository(m_context.database, m_context.clock).last(campaign);
}

Result<std::vector<TestEntry>> TestSend::history(const campaign::Campaign& campaign, int most) const {
  return TestSendRepository(m_context.database, m_context.clock).history(campaign, most);
}

}  // namespace heliograph::delivery
