// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>
#include <QThread>
#include <set>

#include "library/coupon_repository.h"
#include "providers/sandbox/sandbox_server.h"
#include "support/sending_workspace.h"
#include "support/workspace_fixture.h"

using namespace heliograph;
using test::must;
using test::SendingWorkspace;

namespace {

constexpr int kCouponPeople = 400;
constexpr int kPoolCodes = 10'000;
constexpr int kFewKills = 30;
constexpr int kLongestStartMs = 2500;
constexpr int kLongestCouponRunMs = 120'000;

int couponKills() {
  bool ok = false;
  const int wanted = qEnvironmentVariableIntValue("HELIOGRAPH_CRASH_KILLS", &ok);
  return ok ? wanted : kFewKills;
}

/// A workspace with a pool of codes, a sandbox that refuses some numbers, and workers that come and go.
class CouponField final {
 public:
  explicit CouponField(quint32 seed) : random(seed) {
    must(sandbox.start(0, fixture.filePath(QStringLiteral("record.jsonl"))));
    providers::SandboxBehaviour behaviour;
    behaviour.delayMs = 15;
    for (int n = 5; n <= kCouponPeople; n += 20) behaviour.refuseNumbers.insert(SendingWorkspace::number(n), 30007);
    sandbox.setBehaviour(behaviour);
    workspace.addPeople(kCouponPeople);
    provider = workspace.addSandbox(QStringLiteral("Main"), sandbox.url());
    int made = 0;
    QByteArray code;
    (void)must(coupons.add(QStringLiteral("Spring"), [&]() -> Result<std::optional<std::string_view>> {
      if (made == kPoolCodes) return std::optional<std::string_view>();
      code = "SPR-" + QByteArray::number(++made);
      return std::optional<std::string_view>(std::string_view(code.constData(), static_cast<std::size_t>(code.size())));
    }));
  }

  void publishNext() {
    ++campaigns;
    (void)workspace.publish(workspace.addCampaign(SendingWorkspace::through(provider), "{{ Coupon.Spring }}"),
                            kCouponPeople);
  }
  [[nodiscard]] bool hasWork() const {
    return workspace.figure(QStringLiteral("SELECT COUNT(*) FROM outbox WHERE state = 'pending'")) > 0 ||
           workspace.figure(QStringLiteral("SELECT COUNT(*) FROM run WHERE state IN ('due', 'filling')")) > 0;
  }
  [[nodiscard]] std::unique_ptr<QProcess> startWorker() const {
    auto worker = std::make_unique<QProcess>();
    worker->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    worker->start(QStringLiteral(CRASH_WORKER), {fixture.path()});
    if (!worker->waitForStarted()) qFatal("no worker");
    return worker;
  }
  /// Two workers at once, killed at a random instant.
  void kill() {
    std::vector<std::unique_ptr<QProcess>> workers;
    const qint64 before = sandbox.record().count();
    for (int i = 0; i < 2; ++i) workers.push_back(startWorker());
    // Not before they send, if there is something to be sent yet.
    QElapsedTimer timer;
    timer.start();
    while (sandbox.record().count() == before && timer.elapsed() < kLongestStartMs) QThread::msleep(1);
    QThread::msleep(random.bounded(150));
    for (const auto& worker : workers) worker->kill();
    for (const auto& worker : workers) worker->waitForFinished();
  }
  void finishAll() const {
    const auto worker = startWorker();
    QVERIFY2(worker->waitForFinished(kLongestCouponRunMs), "the last worker found no end");
    QCOMPARE(worker->exitCode(), 0);
  }

  test::WorkspaceFixture fixture;
  SystemClock clock;
  SendingWorkspace workspace{fixture.database(), clock};
  library::CouponRepository coupons{fixture.database(), clock};
  providers::SandboxServer sandbox;
  ProviderId provider;
  QRandomGenerator random;
  int campaigns = 0;
};

/// Compares the codes that arrived with what the workspace says of them.
void compareCodes(CouponField& field) {
  std::set<QString> arrived;
  for (const auto& message :
       must(providers::SandboxRecord::load(field.fixture.filePath(QStringLiteral("record.jsonl"))))) {
    // What the provider refused reached nobody; its code may be given to another.
    if (message.code != 0) continue;
    QVERIFY2(arrived.insert(message.body).second, "a code arrived twice");
    storage::Statement find(field.fixture.database(), QStringLiteral("SELECT state FROM coupon WHERE code = ?"));
    QVERIFY2(must(find.bind(message.body).next()), "a code arrived that is in no pool");
    QVERIFY2(find.text(0) != u"free", "a code arrived that may be given away again");
  }
  const library::CouponPool pool = must(field.coupons.find(QStringLiteral("Spring")));
  QCOMPARE(pool.codes(), kPoolCodes);
  const auto figure = [&](const char* sql) { return field.workspace.figure(QString::fromLatin1(sql)); };
  QCOMPARE(pool.used, figure("SELECT COUNT(*) FROM outbox WHERE state = 'accepted'"));
  // Reserved is what may have arrived, and nothing else: unclear rows, and refused ones with an unclear try before.
  QCOMPARE(pool.reserved, figure("SELECT COUNT(*) FROM outbox o WHERE state IN ('in_doubt', 'refused', 'skipped') AND "
                                 "EXISTS (SELECT 1 FROM attempt a WHERE a.outbox_id = o.id AND a.outcome IN ('', "
                                 "'in_doubt'))"));
  QCOMPARE(figure("SELECT COUNT(*) FROM outbox WHERE state = 'skipped'"), 0);
  QCOMPARE(figure("SELECT COUNT(*) FROM (SELECT text FROM outbox WHERE state IN ('accepted', 'in_doubt') GROUP BY text "
                  "HAVING COUNT(*) > 1)"),
           0);
}

}  // namespace

class KilledCouponsTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void noCodeIsLostOrGivenTwiceWhenKilledAtRandomInstants() {
    const quint32 seed = QRandomGenerator::global()->bounded(1U << 30);
    qInfo() << "seed" << seed;
    CouponField field(seed);
    for (int kills = 0; kills < couponKills(); ++kills) {
      if (!field.hasWork()) field.publishNext();
      field.kill();
    }
    field.finishAll();
    compareCodes(field);
    const library::CouponPool pool = must(field.coupons.find(QStringLiteral("Spring")));
    qInfo() << field.campaigns << "runs," << pool.used << "codes sent," << pool.reserved << "in doubt," << pool.free
            << "left";
  }
};

QTEST_GUILESS_MAIN(KilledCouponsTest)
#include "killed_coupons_test.moc"
