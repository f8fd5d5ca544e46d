// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>
#include <mutex>

#include "delivery/courier/delivery_service.h"
#include "net/http_server.h"
#include "support/manual_clock.h"
#include "support/sending_workspace.h"
#include "support/workspace_fixture.h"

using namespace heliograph;
using namespace heliograph::delivery;
using test::must;
using test::SendingWorkspace;

namespace {

constexpr int kBatchPatience = 120000;

/// A provider of batches that also gives tokens, and writes down what it was asked.
class BatchProvider {
 public:
  /// What becomes of the messages of one request.
  using Answer = std::function<net::ServerAnswer(const QJsonArray& messages, const QByteArray& token)>;

  explicit BatchProvider(Answer answer) : m_answer(std::move(answer)) {
    (void)must(m_server.start([this](const net::ServerRequest& request) { return handle(request); }));
  }

  [[nodiscard]] QString url(const QString& path) const { return m_server.url().toString() + path; }
  [[nodiscard]] static net::ServerAnswer json(const QJsonObject& body, int status = 200) {
    return {status, {{"Content-Type", "application/json"}}, QJsonDocument(body).toJson()};
  }
  /// All are taken but those for whom `refused` holds.
  [[nodiscard]] static net::ServerAnswer each(const QJsonArray& messages,
                                              const std::function<bool(const QString&)>& refused) {
    QJsonArray results;
    for (const auto& one : messages) {
      const QString to = one.toObject().value(u"to").toString();
      results.append(refused(to) ? QJsonObject{{QStringLiteral("code"), QStringLiteral("7")}}
                                 : QJsonObject{{QStringLiteral("id"), QStringLiteral("m") + to}});
    }
    return json({{QStringLiteral("results"), results}});
  }

  /// The numbers of each request.
  [[nodiscard]] std::vector<QStringList> asked() const {
    const std::scoped_lock lock(m_mutex);
    return m_asked;
  }
  [[nodiscard]] int tokens() const {
    const std::scoped_lock lock(m_mutex);
    return m_tokens;
  }
  int tokenStatus = 200;

 private:
  net::ServerAnswer handle(const net::ServerRequest& request) {
    const std::scoped_lock lock(m_mutex);
    if (request.path == "/token") {
      ++m_tokens;
      return json({{QStringLiteral("access_token"), QStringLiteral("token-%1").arg(m_tokens)},
                   {QStringLiteral("token_type"), QStringLiteral("Bearer")},
                   {QStringLiteral("expires_in"), 3600}},
                  tokenStatus);
    }
    const QJsonArray messages = QJsonDocument::fromJson(request.body).object().value(u"msgs").toArray();
    QStringList numbers;
    for (const auto& one : messages) numbers << one.toObject().value(u"to").toString();
    m_asked.push_back(numbers);
    return m_answer(messages, net::headerValue(request.headers, "Authorization"));
  }

  Answer m_answer;
  mutable std::mutex m_mutex;
  std::vector<QStringList> m_asked;
  int m_tokens = 0;
  net::HttpServer m_server;
};

struct BatchWorld {
  explicit BatchWorld(int people) : count(people) {
    workspace.addPeople(people);
    options.tick = std::chrono::milliseconds(30);
    options.idleBeat = std::chrono::milliseconds(20);
    options.askUnclear = false;
  }

  ProviderId add(const QString& name, const BatchProvider& server, bool oauth = false) {
    providers::Provider provider;
    provider.name = name;
    provider.type = QStringLiteral("http");
    provider.settings = {
        {QStringLiteral("endpoint"), server.url(QStringLiteral("send"))},
        {QStringLiteral("body"), QStringLiteral("json")},
        {QStringLiteral("json"), QStringLiteral("{\"msgs\":[{\"to\":\"$$To\",\"text\":\"$$Body\"}]}")},
        {QStringLiteral("batch_key"), QStringLiteral("msgs")},
        {QStringLiteral("max_batch"), 10},
        {QStringLiteral("batch_match"), QStringLiteral("index")},
        {QStringLiteral("batch_results_selector"), QStringLiteral("results")},
        {QStringLiteral("message_id_selector"), QStringLiteral("id")},
        {QStringLiteral("success_selector"), QStringLiteral("id")},
        {QStringLiteral("code_selector"), QStringLiteral("code")},
        {QStringLiteral("outcomes"), QJsonArray{QJsonObject{{QStringLiteral("name"), QStringLiteral("7")},
                                                            {QStringLiteral("value"), QStringLiteral("bad_number")}}}},
        {QStringLiteral("max_per_second"), 100000},
        {QStringLiteral("max_in_flight"), 4}};
    if (oauth) {
      provider.settings.insert(QStringLiteral("auth"), QStringLiteral("oauth2"));
      provider.settings.insert(QStringLiteral("oauth_url"), server.url(QStringLiteral("token")));
      provider.settings.insert(QStringLiteral("oauth_client_id"), QStringLiteral("client"));
    }
    const ProviderId id = must(workspace.providers().create(provider));
    if (oauth) must(workspace.secrets().write(name, QStringLiteral("oauth_client_secret"), QStringLiteral("s3cret")));
    return id;
  }
  template <class Route>
  void sendAll(Route route) {
    (void)workspace.publish(workspace.addCampaign(SendingWorkspace::through(route), "Hello {{ Profile.identity }}"),
                            count);
    DeliveryService service(workspace.context(), options);
    QSignalSpy idle(&service, &DeliveryService::idle);
    service.start(1);
    QVERIFY(idle.count() > 0 || idle.wait(kBatchPatience));
    service.stop();
  }
  [[nodiscard]] qint64 rows(const QString& condition) const {
    return workspace.figure(QStringLiteral("SELECT COUNT(*) FROM outbox WHERE ") + condition);
  }

  int count;
  test::WorkspaceFixture fixture;
  test::ManualClock clock;
  SendingWorkspace workspace{fixture.database(), clock};
  DeliveryOptions options;
};

}  // namespace

class BatchSendingTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void eachOfABatchHasItsOwnTryAndResult() {
    BatchWorld world(35);
    const QString bad = SendingWorkspace::number(7);
    const BatchProvider server([&](const QJsonArray& messages, const QByteArray&) {
      return BatchProvider::each(messages, [&](const QString& to) { return to == bad; });
    });
    world.sendAll(world.add(QStringLiteral("Main"), server));
    QCOMPARE(world.rows(QStringLiteral("state = 'accepted'")), 34);
    QCOMPARE(world.rows(QStringLiteral("state = 'refused' AND address = '%1'").arg(bad)), 1);
    QCOMPARE(world.rows(QStringLiteral("tries <> 1")), 0);
    QCOMPARE(world.rows(QStringLiteral("state = 'accepted' AND message_id = 'm' || address")), 34);
    QCOMPARE(world.workspace.figure(QStringLiteral("SELECT COUNT(*) FROM provider_ref")), 34);
    QStringList all;
    qsizetype longest = 0;
    for (const QStringList& numbers : server.asked()) {
      all += numbers;
      longest = std::max(longest, numbers.size());
    }
    QCOMPARE(all.size(), 35);
    QCOMPARE(all.removeDuplicates(), 0);
    QVERIFY(longest > 1 && longest <= 10);
  }

  void aBatchThatOneSpoilsIsSentOneByOne() {
    BatchWorld world(12);
    const QString bad = SendingWorkspace::number(5);
    const BatchProvider server([&](const QJsonArray& messages, const QByteArray&) {
      for (const auto& one : messages) {
        if (one.toObject().value(u"to").toString() == bad) return BatchProvider::json({}, 400);
      }
      return BatchProvider::each(messages, [](const QString&) { return false; });
    });
    world.sendAll(world.add(QStringLiteral("Main"), server));
    QCOMPARE(world.rows(QStringLiteral("state = 'accepted'")), 11);
    QCOMPARE(world.rows(QStringLiteral("state = 'refused' AND address = '%1'").arg(bad)), 1);
  }

  void aBatchWhoseResultsAreMissingIsUnclear() {
    BatchWorld world(12);
    const BatchProvider server([&](const QJsonArray&, const QByteArray&) {
      return BatchProvider::json({{QStringLiteral("ok"), true}});
    });
    world.sendAll(world.add(QStringLiteral("Main"), server));
    QCOMPARE(world.rows(QStringLiteral("state = 'in_doubt' AND tries = 1")), 12);
  }

  void aFaultOfOneRequestCountsOnce() {
    // So many that one fault a message would open the circuit.
    BatchWorld world(10);
    const ProviderId provider = world.add(QStringLiteral("Main"), m_failing);
    // It has just answered, so that the first request is a whole one.
    world.workspace.execute(
        QStringLiteral("INSERT INTO rate_lease (provider_id, next_free_at, answered_at) VALUES (%1, "
                       "0, 9000000000000)")
            .arg(provider.value));
    world.sendAll(provider);
    QCOMPARE(world.rows(QStringLiteral("state = 'in_doubt'")), 10);
    QCOMPARE(m_failing.asked().size(), std::size_t{1});
    QCOMPARE(world.workspace.figure(QStringLiteral("SELECT faults FROM rate_lease")), 1);
    QCOMPARE(world.workspace.figure(QStringLiteral("SELECT failures FROM rate_lease")), 0);
  }

  void aTokenIsRenewedOnceAfterA401() {
    BatchWorld world(12);
    const BatchProvider server([&](const QJsonArray& messages, const QByteArray& token) {
      if (token != "Bearer token-2") return BatchProvider::json({}, 401);
      return BatchProvider::each(messages, [](const QString&) { return false; });
    });
    world.sendAll(world.add(QStringLiteral("Main"), server, true));
    QCOMPARE(world.rows(QStringLiteral("state = 'accepted'")), 12);
    QCOMPARE(server.tokens(), 2);
  }

  void whileATokenIsRefusedOthersTakeOver() {
    BatchWorld world(12);
    const auto taken = [](const QJsonArray& messages, const QByteArray&) {
      return BatchProvider::each(messages, [](const QString&) { return false; });
    };
    BatchProvider first(taken);
    first.tokenStatus = 503;
    const BatchProvider second(taken);
    const GroupId group = must(world.workspace.groups().create(
        {{},
         QStringLiteral("Group"),
         {world.add(QStringLiteral("First"), first, true), world.add(QStringLiteral("Second"), second)},
         false}));
    world.sendAll(group);
    QCOMPARE(world.rows(QStringLiteral("state = 'accepted'")), 12);
    QVERIFY(first.asked().empty());
    QCOMPARE(first.tokens(), 1);
  }

 private:
  const BatchProvider m_failing{[](const QJsonArray&, const QByteArray&) { return BatchProvider::json({}, 503); }};
};

QTEST_GUILESS_MAIN(BatchSendingTest)
#include "batch_sending_test.moc"
