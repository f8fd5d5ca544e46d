// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>
#include <atomic>

#include "delivery/courier/delivery_service.h"
#include "delivery/settling/ask_pauses.h"
#include "delivery/settling/settle.h"
#include "net/http_server.h"
#include "providers/sandbox/sandbox_server.h"
#include "support/manual_clock.h"
#include "support/sending_workspace.h"
#include "support/workspace_fixture.h"

using namespace heliograph;
using namespace heliograph::delivery;
using namespace std::chrono_literals;
using test::must;
using test::SendingWorkspace;

namespace {

/// Fewer than the faults in a row after which a provider is left alone for a while.
constexpr int kTokenPeople = 2;
constexpr int kTokenAskPatience = 120000;

/// The sandbox behind OAuth 2.0, whose tokens come from a server that may fail.
struct GuardedWorld {
  GuardedWorld() {
    clock.set(QDateTime::currentDateTimeUtc());
    must(sandbox.start(0, fixture.filePath(QStringLiteral("record.jsonl"))));
    (void)must(tokens.start([this](const net::ServerRequest&) {
      return net::ServerAnswer{status, {}, R"({"access_token":"t-1","token_type":"bearer","expires_in":86400})"};
    }));
    must(catalog.add(guarded()));
    options.tick = 20ms;
    options.idleBeat = 20ms;
    options.askUnclear = false;
    workspace.addPeople(kTokenPeople);
    provider = workspace.addSandbox(QStringLiteral("Main"), sandbox.url());
    draft = workspace.addCampaign(SendingWorkspace::through(provider));
    (void)workspace.publish(draft, kTokenPeople);
    workspace.execute(QStringLiteral("UPDATE provider SET type = 'guarded'"));
  }

  [[nodiscard]] providers::ProviderDefinition guarded() const {
    QFile file(QStringLiteral(":/providers/sandbox.json"));
    if (!file.open(QIODevice::ReadOnly)) qFatal("no sandbox definition");
    QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    json.insert(QStringLiteral("id"), QStringLiteral("guarded"));
    json.insert(QStringLiteral("authentication"),
                QJsonObject{{QStringLiteral("strategy"), QStringLiteral("oauth2")},
                            {QStringLiteral("user"), QStringLiteral("me")},
                            {QStringLiteral("secret"), QStringLiteral("mine")},
                            {QStringLiteral("token_url"), tokens.url().toString() + QStringLiteral("token")}});
    return must(providers::ProviderDefinition::parse(QJsonDocument(json).toJson()));
  }
  void sendAll() {
    DeliveryService service(context, options);
    QSignalSpy idle(&service, &DeliveryService::idle);
    service.start(1);
    if (idle.isEmpty() && !idle.wait(kTokenAskPatience)) qFatal("the run found no end");
    service.stop();
  }
  [[nodiscard]] qint64 rows(const QString& condition) const {
    return workspace.figure(QStringLiteral("SELECT COUNT(*) FROM outbox WHERE ") + condition);
  }

  test::WorkspaceFixture fixture;
  test::ManualClock clock;
  SendingWorkspace workspace{fixture.database(), clock};
  providers::SandboxServer sandbox;
  std::atomic<int> status = 200;
  net::HttpServer tokens;
  providers::DefinitionCatalog catalog{must(providers::DefinitionCatalog::builtIn())};
  DeliveryContext context{fixture.database(), clock, catalog, workspace.secrets()};
  DeliveryOptions options;
  ProviderId provider;
  campaign::Campaign draft;
};

}  // namespace

class TokenAskingTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void withoutATokenUnclearMessagesAreAskedAboutLater() {
    GuardedWorld world;
    providers::SandboxBehaviour failing;
    failing.mode = providers::SandboxBehaviour::Mode::Fail;
    failing.recorded = true;
    world.sandbox.setBehaviour(failing);
    world.sendAll();
    QCOMPARE(world.rows(QStringLiteral("state = 'in_doubt'")), kTokenPeople);

    // Another program, which has no token yet.
    const DeliveryContext other{world.fixture.database(), world.clock, world.catalog, world.workspace.secrets()};
    world.status = 503;
    HttpThread http;
    const Settle settle(other, http);
    auto first = settle.ask({world.draft.id, {}, {}});
    first.waitForFinished();
    QCOMPARE(must(first.result()).unreachable, kTokenPeople);
    QCOMPARE(must(first.result()).unable, 0);
    QCOMPARE(world.rows(QStringLiteral("state = 'in_doubt' AND asked_at IS NULL")), kTokenPeople);

    world.status = 200;
    world.clock.advance(providers::AccessTokens::secondsBetweenFailures + 1);
    auto second = settle.ask({world.draft.id, {}, {}});
    second.waitForFinished();
    QCOMPARE(must(second.result()).found, kTokenPeople);
    QCOMPARE(world.rows(QStringLiteral("state = 'accepted'")), kTokenPeople);
  }

  void receiptsAreAskedForWithAToken() {
    GuardedWorld world;
    providers::SandboxBehaviour behaviour;
    behaviour.delivery = QStringLiteral("delivered");
    world.sandbox.setBehaviour(behaviour);
    world.sendAll();
    QCOMPARE(world.rows(QStringLiteral("state = 'accepted'")), kTokenPeople);
    world.clock.set(QDateTime::currentDateTimeUtc().addSecs(200));
    DeliveryService service(world.context, world.options);
    service.start(1);
    QTRY_COMPARE_WITH_TIMEOUT(world.rows(QStringLiteral("delivery_state = 'delivered'")), kTokenPeople,
                              kTokenAskPatience);
    service.stop();
  }

  void whoIsSilentIsAskedMoreAndMoreSeldom() {
    AskPauses pauses;
    const AskPauses::Moment begin{1h};
    const ProviderId silent{1};
    const ProviderId other{2};
    AskPauses::Moment now = begin;
    std::chrono::nanoseconds last{0};
    for (int i = 0; i < 20; ++i) {
      pauses.note({silent, other}, {silent}, now);
      QCOMPARE(pauses.pausing(now), std::vector<ProviderId>{silent});
      const AskPauses::Moment asked = now;
      while (!pauses.pausing(now).empty()) now += 1s;
      QVERIFY(now - asked >= last);
      last = now - asked;
    }
    QCOMPARE(last, std::chrono::nanoseconds(1h));
    pauses.note({silent}, {}, now);
    pauses.note({silent}, {silent}, now);
    QVERIFY(pauses.pausing(now + 30s).empty());
  }
};

QTEST_GUILESS_MAIN(TokenAskingTest)
#include "token_asking_test.moc"
