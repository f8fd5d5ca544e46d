// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLoggingCategory>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>
#include <map>
#include <mutex>
#include <set>

#include "delivery/courier/delivery_service.h"
#include "support/hostile_server.h"
#include "support/sandbox_talk.h"
#include "support/sending_workspace.h"
#include "support/workspace_fixture.h"

using namespace heliograph;
using test::HostileAct;
using test::HostilePlan;
using test::must;
using test::SandboxTalk;
using test::SendingWorkspace;

namespace {

constexpr int kLongestRunMs = 240000;

int fromEnvironment(const char* name, int otherwise) {
  bool ok = false;
  const int value = qEnvironmentVariableIntValue(name, &ok);
  return ok ? value : otherwise;
}

/// What the provider did with one message that arrived whole.
struct Deed {
  QString to;
  bool taken = false;    ///< somebody may have got a text
  bool refused = false;  ///< said no for good
};

/// A provider that closes, resets, stalls, trickles, throttles, refuses, answers nonsense and lies, and keeps book.
class HostileProvider final {
 public:
  explicit HostileProvider(quint32 seed) : m_random(seed), m_server(plan()) {}

  [[nodiscard]] QUrl url() const { return m_server.url().adjusted(QUrl::RemovePath); }
  [[nodiscard]] std::size_t arrived() const { return m_server.received().size(); }
  /// By client id. A client id that arrived twice would be in `repeated`.
  [[nodiscard]] std::map<QString, Deed> deeds() const {
    const std::scoped_lock lock(m_mutex);
    return m_deeds;
  }
  [[nodiscard]] int repeated() const {
    const std::scoped_lock lock(m_mutex);
    return m_repeated;
  }

 private:
  HostilePlan plan() {
    HostilePlan plan;
    plan.onRequest = [this](int, const QByteArray& body) { return act(SandboxTalk::read(body)); };
    plan.breakOnConnect = [](int connection) { return connection % 61 == 0; };
    plan.breakOnHeader = [](int number) { return number % 97 == 0; };
    return plan;
  }

  HostileAct act(const SandboxTalk& message) {
    const std::scoped_lock lock(m_mutex);
    const int dice = m_random.bounded(1000);
    Deed deed{message.to, true, false};
    HostileAct act = misdeed(message, dice, deed);
    if (!m_deeds.emplace(message.clientRef, deed).second) ++m_repeated;
    return act;
  }

  /// One thousand faces; over half of them are fair.
  static HostileAct misdeed(const SandboxTalk& message, int dice, Deed& deed) {
    using Kind = HostileAct::Kind;
    HostileAct act = message.accepted();
    const auto as = [&](Kind kind) {
      act.kind = kind;
      return act;
    };
    const auto says = [&](int status, const QByteArray& body) {
      act.status = status;
      act.body = body;
      return act;
    };
    if (dice < 30) return as(Kind::Close);
    if (dice < 60) return as(Kind::Reset);
    if (dice < 70) return as(Kind::Stall);
    if (dice < 85) return as(Kind::Trickle);
    if (dice < 115) return as(Kind::HalfHeader);
    if (dice < 145) return as(Kind::HalfBody);
    if (dice < 175) return as(Kind::HalfChunk);
    if (dice < 200) return as(Kind::Twice);
    if (dice < 220) return says(500, "{}");
    if (dice < 240) return says(200, "<html>Welcome</html>");
    if (dice < 260) return says(201, R"({"id":"SB1","to":"+15550001111","client_ref":"of-another"})");
    if (dice < 270) return says(201, QByteArray(3 * 1024 * 1024, ' '));
    if (dice < 280) {
      act.headers.append(qMakePair(QByteArray("Location"), QByteArray("/messages")));
      return says(307, "");
    }
    if (dice < 284) {
      deed.taken = false;
      return message.refused(429, 20429);
    }
    if (dice < 340) {
      deed.taken = false;
      deed.refused = true;
      return message.refused(400, 30007);
    }
    if (dice < 400) act.closeAfterMs = 0;
    return act;
  }

  mutable std::mutex m_mutex;
  QRandomGenerator m_random;
  std::map<QString, Deed> m_deeds;
  int m_repeated = 0;
  test::HostileServer m_server;
};

}  // namespace

class HostileSendingTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  // Thousands of broken connections are what is asked for here.
  void initTestCase() { QLoggingCategory::setFilterRules(QStringLiteral("heliograph.net.info=false")); }

  void bothSidesCountTheSame() {
    const int people = fromEnvironment("HELIOGRAPH_HOSTILE_MESSAGES", 2000);
    const auto seed = static_cast<quint32>(
        fromEnvironment("HELIOGRAPH_HOSTILE_SEED", static_cast<int>(QRandomGenerator::global()->bounded(1 << 30))));
    qInfo() << "HELIOGRAPH_HOSTILE_SEED =" << seed;
    HostileProvider provider(seed);
    test::WorkspaceFixture fixture;
    const SystemClock clock;
    const SendingWorkspace workspace(fixture.database(), clock);
    workspace.addPeople(people);
    const ProviderId id = workspace.addSandbox(QStringLiteral("Hostile"), provider.url());
    (void)workspace.publish(workspace.addCampaign(SendingWorkspace::through(id), "Hi {{ Profile.identity }}"), people);
    sendAll(workspace);

    const auto figure = [&](const char* condition) {
      return workspace.figure(QStringLiteral("SELECT COUNT(*) FROM outbox WHERE ") + QLatin1String(condition));
    };
    const qint64 accepted = figure("state = 'accepted'");
    const qint64 refused = figure("state = 'refused'");
    const qint64 unclear = figure("state = 'in_doubt'");
    const auto deeds = provider.deeds();
    qInfo() << people << "people:" << accepted << "accepted," << refused << "refused," << unclear << "unclear;"
            << provider.arrived() << "messages arrived in"
            << workspace.figure(QStringLiteral("SELECT COUNT(*) FROM attempt")) << "tries";
    // Nothing lost: everybody is in a final state.
    QCOMPARE(accepted + refused + unclear, people);
    QCOMPARE(workspace.word(QStringLiteral("SELECT state FROM run")), QStringLiteral("done"));
    // Nothing twice: no try arrived twice, and nobody was taken twice.
    QCOMPARE(provider.repeated(), 0);
    std::set<QString> texted;
    for (const auto& [clientId, deed] : deeds) {
      if (deed.taken) QVERIFY2(texted.insert(deed.to).second, "a person was texted twice");
    }
    compare(fixture.database(), deeds, accepted, refused);
  }

 private:
  static void sendAll(const SendingWorkspace& workspace) {
    delivery::DeliveryOptions options;
    options.askUnclear = false;
    options.mostRefusedPercent = 100;
    options.deadline = std::chrono::milliseconds(1000);
    options.tick = std::chrono::milliseconds(100);
    delivery::DeliveryService service(workspace.context(), options);
    QSignalSpy idle(&service, &delivery::DeliveryService::idle);
    service.start(2);
    QVERIFY(idle.count() > 0 || idle.wait(kLongestRunMs));
    service.stop();
  }

  /// Each row against what the provider did with its last try.
  static void compare(const storage::Database& database, const std::map<QString, Deed>& deeds, qint64 accepted,
                      qint64 refused) {
    storage::Statement find(database, QStringLiteral("SELECT o.state, a.client_id FROM outbox o JOIN attempt a ON "
                                                     "a.outbox_id = o.id AND a.number = o.tries"));
    qint64 taken = 0;
    qint64 unclearThatArrived = 0;
    while (must(find.next())) {
      const QString state = find.text(0);
      const auto deed = deeds.find(find.text(1));
      const bool wasTaken = deed != deeds.end() && deed->second.taken;
      taken += wasTaken ? 1 : 0;
      if (state == u"accepted") QVERIFY2(wasTaken, "accepted, but the provider knows nothing of it");
      if (state == u"refused")
        QVERIFY2(deed != deeds.end() && deed->second.refused, "refused, but not by the provider");
      if (state == u"in_doubt" && wasTaken) ++unclearThatArrived;
    }
    QCOMPARE(taken, accepted + unclearThatArrived);
    const auto refusals = std::count_if(deeds.begin(), deeds.end(), [](const auto& one) { return one.second.refused; });
    QVERIFY(refused <= refusals);
    qint64 allTaken = 0;
    for (const auto& [clientId, deed] : deeds) allTaken += deed.taken ? 1 : 0;
    QCOMPARE(allTaken, taken);
  }
};

QTEST_GUILESS_MAIN(HostileSendingTest)
#include "hostile_sending_test.moc"
