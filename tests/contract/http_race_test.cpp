// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QRandomGenerator>
#include <QTimer>

#include "contract/http_sending.h"

using heliograph::net::HttpClient;
using heliograph::net::HttpOutcome;
using heliograph::net::HttpRequest;
using heliograph::test::HostileAct;
using heliograph::test::HostilePlan;
using heliograph::test::HostileServer;
using heliograph::test::optionsFor;
using heliograph::test::requestTo;

/// Sends that race with a server closing its idle connections. HELIOGRAPH_TEST_SEED repeats a race.
class HttpRaceTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void sendsThatRaceWithClosesArriveAsTheyWereTold_data();
  void sendsThatRaceWithClosesArriveAsTheyWereTold();
};

namespace {

constexpr int sends = 600;
constexpr int together = 4;

struct Tally {
  QHash<QByteArray, HttpOutcome::Kind> ends;
  QHash<QByteArray, QString> details;
  int next = 0;
};

/// Sends the next body as soon as one has ended, after a pause like the server's before it closes.
void sendNext(HttpClient& client, const QUrl& url, QRandomGenerator& random, Tally& tally) {
  if (tally.next >= sends) {
    return;
  }
  const QByteArray body = "client_ref=" + QByteArray::number(tally.next++);
  HttpRequest request = requestTo(url, body);
  request.deadline = std::chrono::seconds(9);
  client.send(request, &client, [&, body, url](const HttpOutcome& end) {
    Q_ASSERT(!tally.ends.contains(body));
    tally.ends.insert(body, end.kind);
    tally.details.insert(body, end.error.detail);
    QTimer::singleShot(static_cast<int>(random.bounded(3)), Qt::PreciseTimer, &client,
                       [&, url] { sendNext(client, url, random, tally); });
  });
}

}  // namespace

void HttpRaceTest::sendsThatRaceWithClosesArriveAsTheyWereTold_data() {
  QTest::addColumn<HostileServer::Transport>("transport");
  QTest::newRow("http") << HostileServer::Transport::Plain;
  QTest::newRow("https") << HostileServer::Transport::Tls;
}

void HttpRaceTest::sendsThatRaceWithClosesArriveAsTheyWereTold() {
  QFETCH(HostileServer::Transport, transport);
  bool isGiven = false;
  const uint given = qEnvironmentVariable("HELIOGRAPH_TEST_SEED").toUInt(&isGiven);
  const uint seed = isGiven ? given : QRandomGenerator::global()->generate();
  qInfo("HELIOGRAPH_TEST_SEED=%u", seed);
  QRandomGenerator serverRandom(seed);
  QRandomGenerator random(seed + 1);

  HostilePlan plan;
  plan.onRequest = [&](int, const QByteArray&) {
    HostileAct act;
    act.closeAfterMs = static_cast<int>(serverRandom.bounded(4));
    if (serverRandom.bounded(40) == 0) {
      act.kind = serverRandom.bounded(2) == 0 ? HostileAct::Kind::Close : HostileAct::Kind::Reset;
    }
    return act;
  };
  HostileServer server(plan, transport);
  HttpClient client(optionsFor(transport));
  Tally tally;
  for (int i = 0; i < together; ++i) {
    sendNext(client, server.url(), random, tally);
  }
  QTRY_COMPARE_WITH_TIMEOUT(tally.ends.size(), sends, 30000);

  QHash<QByteArray, int> arrived;
  for (const auto& request : server.received()) {
    ++arrived[request.body];
  }
  QHash<int, int> counts;
  int unclearThatArrived = 0;
  for (auto end = tally.ends.cbegin(); end != tally.ends.cend(); ++end) {
    const int times = arrived.value(end.key());
    QVERIFY2(times <= 1, end.key());
    QVERIFY2(end.value() != HttpOutcome::Answered || times == 1, end.key());
    QVERIFY2(end.value() != HttpOutcome::NotSent || times == 0, qPrintable(tally.details.value(end.key())));
    ++counts[end.value()];
    unclearThatArrived += end.value() == HttpOutcome::Unclear ? times : 0;
  }
  qInfo("%d answered, %d not sent, %d unclear (%d of them arrived), %d connections", counts[HttpOutcome::Answered],
        counts[HttpOutcome::NotSent], counts[HttpOutcome::Unclear], unclearThatArrived, server.connections());
}

QTEST_GUILESS_MAIN(HttpRaceTest)
#include "http_race_test.moc"
