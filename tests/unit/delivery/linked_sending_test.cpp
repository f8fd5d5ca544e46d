// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include "delivery/courier/delivery_service.h"
#include "delivery/outbox/run_repository.h"
#include "library/linked_secrets.h"
#include "library/linked_source_repository.h"
#include "providers/sandbox/sandbox_server.h"
#include "support/linked_server.h"
#include "support/manual_clock.h"
#include "support/sending_workspace.h"
#include "support/workspace_fixture.h"

Q_DECLARE_METATYPE(heliograph::test::HostileAct)

using namespace heliograph;
using namespace heliograph::delivery;
using test::HostileAct;
using test::LinkedServer;
using test::must;
using test::SendingWorkspace;

namespace {

constexpr int kPatience = 120000;

/// A workspace that sends to a sandbox what it reads from a source.
struct LinkedSending {
  explicit LinkedSending(int people) {
    must(sandbox.start(0, fixture.filePath(QStringLiteral("record.jsonl"))));
    workspace.addPeople(people);
    provider = workspace.addSandbox(QStringLiteral("Main"), sandbox.url());
    options.tick = std::chrono::milliseconds(30);
    options.idleBeat = std::chrono::milliseconds(20);
    options.linked.timeout = std::chrono::milliseconds(1000);
  }

  /// Keeps the source Shop.
  library::LinkedSource addShop(const QString& url, bool allowPrivate = true) {
    library::LinkedSource shop;
    shop.name = QStringLiteral("Shop");
    shop.url = url;
    shop.labels = {{QStringLiteral("name"), QStringLiteral("name")},
                   {QStringLiteral("items"), QStringLiteral("items")}};
    shop.allowPrivate = allowPrivate;
    shop.id = must(sources.save(shop));
    return shop;
  }
  campaign::Campaign draft(const QByteArray& text, const std::vector<campaign::LinkedUse>& linked = {}) {
    campaign::Campaign draft = workspace.addCampaign(SendingWorkspace::through(provider), text);
    draft.linked = linked;
    draft.revision = must(workspace.campaigns().save(draft, draft.revision));
    return draft;
  }
  void publish(int people, const QByteArray& text, const std::vector<campaign::LinkedUse>& linked = {}) {
    (void)workspace.publish(draft(text, linked), people);
  }
  void sendAll(int workers = 2) {
    DeliveryService service(workspace.context(), options);
    QSignalSpy idle(&service, &DeliveryService::idle);
    service.start(workers);
    QVERIFY(idle.count() > 0 || idle.wait(kPatience));
    service.stop();
  }
  [[nodiscard]] qint64 rows(const QString& condition) const {
    return workspace.figure(QStringLiteral("SELECT COUNT(*) FROM outbox WHERE ") + condition);
  }
  [[nodiscard]] QString reasons() const {
    return workspace.word(QStringLiteral("SELECT group_concat(DISTINCT state || ' ' || reason) FROM outbox"));
  }

  [[nodiscard]] static campaign::LinkedUse byIdentity() {
    return {QStringLiteral("Shop"),
            {{QStringLiteral("who"), {campaign::LinkedParameter::From::Property, QStringLiteral("identity")}}}};
  }

  test::WorkspaceFixture fixture;
  test::ManualClock clock;
  SendingWorkspace workspace{fixture.database(), clock};
  library::LinkedSourceRepository sources{fixture.database(), clock};
  providers::SandboxServer sandbox;
  ProviderId provider;
  DeliveryOptions options;
};

HostileAct kindOfAct(HostileAct::Kind kind) {
  HostileAct act = LinkedServer::json("{\"name\":\"x\"}");
  act.kind = kind;
  return act;
}

}  // namespace

class LinkedSendingTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everybodyGetsTheirOwnContent() {
    LinkedSending sending(60);
    const LinkedServer server([](const QByteArray& target) {
      return LinkedServer::json("{\"name\":\"for " + target.mid(8) + "\",\"items\":[1,2,3]}");
    });
    sending.addShop(server.url() + QStringLiteral("/people/{{who}}"));
    sending.publish(60, "{{ Linked.Shop.name }}{% for i in Linked.Shop.items limit:2 %} {{ i }}{% endfor %}",
                    {LinkedSending::byIdentity()});
    sending.sendAll();
    QCOMPARE(sending.rows(QStringLiteral("state = 'accepted'")), 60);
    QCOMPARE(sending.workspace.word(QStringLiteral("SELECT text FROM outbox WHERE profile_id = 7")),
             QStringLiteral("for person-7 1 2"));
    QCOMPARE(sending.sandbox.record().count(), 60);
    QCOMPARE(server.targets().size(), 60);
  }

  void theSameQuestionIsAskedOnce() {
    LinkedSending sending(200);
    const LinkedServer server([](const QByteArray&) {
      HostileAct act = LinkedServer::json("{\"name\":\"all\"}");
      act.delayMs = 50;
      return act;
    });
    sending.addShop(server.url());
    sending.publish(200, "{{ Linked.Shop.name }}");
    sending.sendAll(2);
    QCOMPARE(sending.rows(QStringLiteral("state = 'accepted' AND text = 'all'")), 200);
    QCOMPARE(server.targets().size(), 1);
  }

  void eachFailureHasItsReason_data() {
    using Kind = HostileAct::Kind;
    QTest::addColumn<QString>("code");
    QTest::addColumn<HostileAct>("act");
    const auto status = [](int code) { return LinkedServer::json("{}", code); };
    QTest::newRow("401") << QStringLiteral("linked_unauthorised") << status(401);
    QTest::newRow("403") << QStringLiteral("linked_unauthorised") << status(403);
    QTest::newRow("304") << QStringLiteral("linked_3xx") << status(304);
    QTest::newRow("redirect to nowhere") << QStringLiteral("linked_3xx") << status(302);
    QTest::newRow("404") << QStringLiteral("linked_4xx") << status(404);
    QTest::newRow("429") << QStringLiteral("linked_4xx") << status(429);
    QTest::newRow("500") << QStringLiteral("linked_5xx") << status(500);
    QTest::newRow("503") << QStringLiteral("linked_5xx") << status(503);
    QTest::newRow("silence") << QStringLiteral("linked_timeout") << kindOfAct(Kind::Stall);
    QTest::newRow("closed") << QStringLiteral("linked_unreachable") << kindOfAct(Kind::Close);
    QTest::newRow("reset") << QStringLiteral("linked_unreachable") << kindOfAct(Kind::Reset);
    QTest::newRow("half an answer") << QStringLiteral("linked_unreachable") << kindOfAct(Kind::HalfBody);
    QTest::newRow("too long") << QStringLiteral("linked_too_large") << LinkedServer::json(QByteArray(300000, ' '));
    QTest::newRow("HTML") << QStringLiteral("linked_not_json") << LinkedServer::json("<html>");
    QTest::newRow("nothing") << QStringLiteral("linked_not_json") << status(204);
    QTest::newRow("a bare text") << QStringLiteral("linked_not_json") << LinkedServer::json("\"x\"");
  }
  void eachFailureHasItsReason() {
    QFETCH(QString, code);
    QFETCH(HostileAct, act);
    LinkedSending sending(3);
    const LinkedServer server([act](const QByteArray&) { return act; });
    sending.addShop(server.url());
    sending.publish(3, "Hi {{ Linked.Shop.name }}");
    sending.sendAll(1);
    QCOMPARE(sending.reasons(), QStringLiteral("skipped ") + code);
    QCOMPARE(sending.rows(QStringLiteral("state = 'skipped'")), 3);
    QCOMPARE(sending.sandbox.record().count(), 0);
  }

  void anAddressThatCannotBeFilledIsAReason() {
    LinkedSending sending(2);
    const LinkedServer server;
    sending.addShop(server.url() + QStringLiteral("/people/{{who}}"));
    sending.publish(
        2, "Hi {{ Linked.Shop.name }}",
        {{QStringLiteral("Shop"), {{QStringLiteral("who"), {campaign::LinkedParameter::From::Text, QString()}}}}});
    sending.sendAll(1);
    QCOMPARE(sending.reasons(), QStringLiteral("skipped linked_bad_url"));
    QCOMPARE(server.targets().size(), 0);
  }

  void aPrivateAddressIsRefusedUnlessItsSourceAllowsIt() {
    LinkedSending sending(2);
    const LinkedServer server;
    sending.addShop(server.url(), false);
    sending.publish(2, "Hi {{ Linked.Shop.name }}");
    sending.sendAll(1);
    QCOMPARE(sending.reasons(), QStringLiteral("skipped linked_refused_address"));
    QCOMPARE(server.targets().size(), 0);
  }

  void aVersionKeepsTheSourceItWasPublishedWith() {
    LinkedSending sending(2);
    const LinkedServer server(
        [](const QByteArray& target) { return LinkedServer::json("{\"name\":\"" + target + "\"}"); });
    auto shop = sending.addShop(server.url() + QStringLiteral("/old"));
    sending.publish(2, "{{ Linked.Shop.name }}");
    shop.url = server.url() + QStringLiteral("/new");
    (void)must(sending.sources.save(shop));
    sending.sendAll(1);
    QCOMPARE(sending.rows(QStringLiteral("text = '/old'")), 2);
  }

  void whoLeavesTheMessageByItsContentIsSkippedThen() {
    LinkedSending sending(4);
    const LinkedServer server([](const QByteArray& target) {
      return LinkedServer::json(target.endsWith("1") ? "{\"items\":[]}" : "{\"items\":[5]}");
    });
    sending.addShop(server.url() + QStringLiteral("/{{who}}"));
    sending.publish(4, "{% if Linked.Shop.items.size == 0 %}{% abort %}{% endif %}Yes", {LinkedSending::byIdentity()});
    sending.sendAll(1);
    QCOMPARE(sending.rows(QStringLiteral("state = 'accepted'")), 3);
    QCOMPARE(sending.rows(QStringLiteral("state = 'skipped' AND reason = 'aborted'")), 1);
  }

  void previewsNeverAskAndUseTheLastTest() {
    LinkedSending sending(3);
    const LinkedServer server;
    const auto shop = sending.addShop(server.url());
    library::LinkedAnswer answer;
    answer.status = 200;
    answer.body = "{\"name\":\"stored answer\"}";
    answer.fetchedAt = sending.clock.now();
    must(sending.sources.keepAnswer(shop.id, {}, answer));
    const auto draft = sending.draft("Hi {{ Linked.Shop.name }}");
    const auto report = must(sending.workspace.publisher().check(draft));
    QCOMPARE(report.sendable, 3);
    QCOMPARE(report.longest.units, static_cast<int>(qstrlen("Hi stored answer")));
    auto input = must(sending.workspace.publisher().qualificationOf(draft));
    auto people = must(Qualification::open(sending.fixture.database(), std::move(input)));
    const auto first = must(people.next());
    QCOMPARE(QString::fromStdString(first->text.text), QStringLiteral("Hi stored answer"));
    QCOMPARE(server.targets().size(), 0);
  }

  void theLimitOfAProviderIsKeptAfterTheContentCame() {
    LinkedSending sending(60);
    const LinkedServer server([](const QByteArray&) { return LinkedServer::json("{\"name\":\"x\"}"); });
    sending.provider = sending.workspace.addSandbox(QStringLiteral("Slow"), sending.sandbox.url(),
                                                    {{QStringLiteral("max_per_second"), 50}});
    sending.addShop(server.url() + QStringLiteral("/{{who}}"));
    sending.publish(60, "{{ Linked.Shop.name }}", {LinkedSending::byIdentity()});
    QElapsedTimer timer;
    timer.start();
    sending.sendAll(2);
    QCOMPARE(sending.rows(QStringLiteral("state = 'accepted'")), 60);
    QVERIFY2(timer.elapsed() > 900, qPrintable(QString::number(timer.elapsed())));
  }

  void twoProgramsShareOneRun() {
    LinkedSending sending(120);
    const LinkedServer server([](const QByteArray&) { return LinkedServer::json("{\"name\":\"x\"}"); });
    sending.addShop(server.url() + QStringLiteral("/{{who}}"));
    sending.publish(120, "{{ Linked.Shop.name }}", {LinkedSending::byIdentity()});
    DeliveryService first(sending.workspace.context(), sending.options);
    DeliveryService second(sending.workspace.context(), sending.options);
    first.start(1);
    second.start(1);
    QTRY_COMPARE_WITH_TIMEOUT(sending.workspace.word(QStringLiteral("SELECT state FROM run")), QStringLiteral("done"),
                              kPatience);
    first.stop();
    second.stop();
    QCOMPARE(sending.rows(QStringLiteral("state = 'accepted'")), 120);
    QCOMPARE(sending.sandbox.record().count(), 120);
    QCOMPARE(server.targets().size(), 120);
  }

  void aProgramThatEndsMeanwhileGivesItsRowsBack() {
    LinkedSending sending(30);
    const LinkedServer slow([](const QByteArray&) { return kindOfAct(HostileAct::Kind::Stall); });
    sending.addShop(slow.url());
    sending.options.linked.timeout = std::chrono::milliseconds(20000);
    sending.publish(30, "{{ Linked.Shop.name }}");
    {
      DeliveryService service(sending.workspace.context(), sending.options);
      service.start(2);
      QTRY_VERIFY_WITH_TIMEOUT(!slow.targets().isEmpty(), kPatience);
      service.stop();
    }
    QCOMPARE(sending.rows(QStringLiteral("state = 'pending'")), 30);
    QCOMPARE(sending.rows(QStringLiteral("owner IS NOT NULL")), 0);
  }

  void aClaimThatEndsMeanwhileIsGivenBackAndNothingLeaves() {
    LinkedSending sending(1);
    sending.options.claimLease = std::chrono::milliseconds(400);
    sending.options.linked.timeout = std::chrono::milliseconds(20000);
    const LinkedServer slow([](const QByteArray&) { return kindOfAct(HostileAct::Kind::Stall); });
    sending.addShop(slow.url());
    sending.publish(1, "{{ Linked.Shop.name }}");
    DeliveryService service(sending.workspace.context(), sending.options);
    service.start(1);
    QTRY_VERIFY_WITH_TIMEOUT(sending.rows(QStringLiteral("state = 'claimed'")) == 1, kPatience);
    const QString ends = QStringLiteral("SELECT expires_at FROM outbox");
    const qint64 first = sending.workspace.figure(ends);
    // Given back and picked anew.
    QTRY_VERIFY_WITH_TIMEOUT(sending.workspace.figure(ends) > first, kPatience);
    service.stop();
    QCOMPARE(sending.rows(QStringLiteral("state = 'pending'")), 1);
    QCOMPARE(slow.targets().size(), 1);
    QCOMPARE(sending.sandbox.record().count(), 0);
    QCOMPARE(sending.workspace.figure(QStringLiteral("SELECT COUNT(*) FROM attempt")), 0);
  }

  void withoutItsSecretNothingIsAskedAndNobodySkipped() {
    LinkedSending sending(2);
    const LinkedServer server([](const QByteArray&) { return LinkedServer::json("{\"name\":\"x\"}"); });
    auto shop = sending.addShop(server.url());
    shop.auth = {library::LinkedAuth::Kind::Bearer, {}};
    (void)must(sending.sources.save(shop));
    sending.publish(2, "{{ Linked.Shop.name }}");
    DeliveryService service(sending.workspace.context(), sending.options);
    service.start(1);
    QTRY_COMPARE_WITH_TIMEOUT(sending.rows(QStringLiteral("state = 'pending'")), 2, kPatience);
    QTest::qWait(300);
    QCOMPARE(sending.rows(QStringLiteral("state = 'pending'")), 2);
    QCOMPARE(server.targets().size(), 0);
    service.stop();
  }

  void secretsAreSentAndRestNowhere() {
    LinkedSending sending(2);
    const QString token = QStringLiteral("t0ken-of-the-shop");
    const QString key = QStringLiteral("k3y-in-the-address");
    const LinkedServer server([](const QByteArray&) { return LinkedServer::json("{\"name\":\"x\"}"); });
    library::LinkedSource shop;
    shop.name = QStringLiteral("Shop");
    shop.url = server.url() + QStringLiteral("/?key={{key}}");
    shop.auth = {library::LinkedAuth::Kind::Bearer, {}};
    shop.constants = {{QStringLiteral("key"), {}, true}};
    shop.labels = {{QStringLiteral("name"), QStringLiteral("name")}};
    shop.allowPrivate = true;
    (void)must(sending.sources.save(shop));
    must(library::writeLinkedSecrets(shop, {{QStringLiteral("auth"), token}, {QStringLiteral("label_key"), key}},
                                     sending.workspace.secrets()));
    sending.publish(2, "{{ Linked.Shop.name }}");
    sending.sendAll(1);
    QCOMPARE(sending.rows(QStringLiteral("state = 'accepted'")), 2);
    QVERIFY(server.heads().value(0).contains("Bearer " + token.toUtf8()));
    QVERIFY(server.targets().value(0).contains(key.toUtf8()));
    for (QDirIterator files(QFileInfo(sending.fixture.path()).path(), QDir::Files); files.hasNext();) {
      QFile file(files.next());
      QVERIFY(file.open(QIODevice::ReadOnly));
      const QByteArray bytes = file.readAll();
      QVERIFY2(!bytes.contains(token.toUtf8()) && !bytes.contains(key.toUtf8()), qPrintable(file.fileName()));
    }
  }
};

QTEST_GUILESS_MAIN(LinkedSendingTest)
#include "linked_sending_test.moc"
