// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include "audience/groups/seed_list.h"
#include "delivery/coupons/coupon_file.h"
#include "delivery/courier/delivery_service.h"
#include "delivery/settling/settle.h"
#include "support/sandbox_world.h"

using namespace heliograph;
using namespace heliograph::delivery;
using providers::SandboxBehaviour;
using test::must;
using test::SendingWorkspace;

namespace {

constexpr int kPatience = 120000;

/// A workspace with a pool "Spring" that sends to a sandbox.
struct CouponSending : test::SandboxWorld {
  CouponSending(int people, int codes) : SandboxWorld(people) {
    QByteArray lines;
    for (int n = 1; n <= codes; ++n) lines += "SPR-" + QByteArray::number(n) + '\n';
    if (codes > 0) import(lines);
  }

  library::CouponIntake import(const QByteArray& content, const QString& column = {}) {
    QFile file(fixture.filePath(QStringLiteral("codes.txt")));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) qFatal("no file");
    file.close();
    return must(importCoupons(coupons, QStringLiteral("Spring"), file.fileName(), column));
  }
  void send(int people, const QByteArray& text = "Yours: {{ Coupon.Spring }}") {
    (void)workspace.publish(workspace.addCampaign(SendingWorkspace::through(provider), text), people);
    (void)sendAll();
  }
  [[nodiscard]] library::CouponPool pool() const { return must(coupons.find(QStringLiteral("Spring"))); }

  library::CouponRepository coupons{fixture.database(), clock};
};

}  // namespace

class CouponSendingTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everybodyGetsACodeOfTheirOwn() {
    CouponSending sending(120, 150);
    sending.send(120);
    QCOMPARE(sending.rows(QStringLiteral("state = 'accepted'")), 120);
    QCOMPARE(sending.workspace.figure(QStringLiteral("SELECT COUNT(DISTINCT text) FROM outbox")), 120);
    QCOMPARE(sending.pool().used, 120);
    QCOMPARE(sending.pool().free, 30);
    QCOMPARE(sending.pool().reserved, 0);
    // The text holds the code that the books say is this person's.
    QCOMPARE(
        sending.workspace.figure(QStringLiteral("SELECT COUNT(*) FROM outbox o JOIN coupon c ON c.outbox_id = o.id "
                                                "WHERE o.text = 'Yours: ' || c.code")),
        120);
  }

  void twoCouponsOfOnePoolInATextAreTheSameCode() {
    CouponSending sending(3, 10);
    sending.send(3, "{{ Coupon.Spring }}={{ Coupon[\"Spring\"] | downcase }}");
    QCOMPARE(sending.pool().used, 3);
    QVERIFY(sending.workspace.word(QStringLiteral("SELECT text FROM outbox WHERE text LIKE 'SPR-1=spr-1'")).size() > 0);
  }

  void whoSeesNoCodeTakesNone() {
    CouponSending sending(10, 10);
    sending.send(10, "Hello{% if Profile.identity == 'person-3' %} {{ Coupon.Spring }}{% endif %}");
    QCOMPARE(sending.rows(QStringLiteral("state = 'accepted'")), 10);
    QCOMPARE(sending.pool().used, 1);
    QCOMPARE(sending.pool().free, 9);
  }

  void aColleagueSeesASampleAndTakesNoCode() {
    CouponSending sending(10, 8);
    for (const int person : {3, 7}) {
      must(audience::SeedList(sending.fixture.database(), sending.clock).add(SendingWorkspace::identity(person)));
    }
    sending.send(8);
    QCOMPARE(sending.rows(QStringLiteral("state = 'accepted' AND seed = 0")), 8);
    QCOMPARE(sending.rows(QStringLiteral("state = 'accepted' AND seed = 1")), 2);
    QCOMPARE(sending.pool().used, 8);
    QCOMPARE(
        sending.workspace.figure(QStringLiteral("SELECT COUNT(*) FROM coupon c JOIN outbox o ON o.id = c.outbox_id "
                                                "WHERE o.seed = 1")),
        0);
  }

  void withoutACodeNobodyIsTexted() {
    CouponSending sending(10, 4);
    sending.send(10);
    QCOMPARE(sending.rows(QStringLiteral("state = 'accepted'")), 4);
    QCOMPARE(sending.rows(QStringLiteral("state = 'skipped' AND reason = 'no_coupon'")), 6);
    QCOMPARE(sending.pool().used, 4);
  }

  void codesOfRefusedTextsAreGivenToOthers() {
    CouponSending sending(4, 10);
    SandboxBehaviour behaviour;
    behaviour.mode = SandboxBehaviour::Mode::Refuse;
    sending.sandbox.setBehaviour(behaviour);
    sending.send(4);
    QCOMPARE(sending.rows(QStringLiteral("state = 'refused'")), 4);
    QCOMPARE(sending.pool().free, 10);
    sending.sandbox.setBehaviour({});
    sending.send(4);
    QCOMPARE(sending.pool().used, 4);
  }

  void codesOfUnclearTextsAreNeverGivenAgain() {
    CouponSending sending(4, 10);
    SandboxBehaviour behaviour;
    behaviour.mode = SandboxBehaviour::Mode::Close;
    sending.sandbox.setBehaviour(behaviour);
    sending.send(4);
    QCOMPARE(sending.rows(QStringLiteral("state = 'in_doubt'")), 4);
    QCOMPARE(sending.pool().reserved, 4);
    // A person lets them be sent again: they keep their codes, and keep them when they are refused then.
    HttpThread http;
    const Settle settle(sending.workspace.context(), http);
    QCOMPARE(must(settle.asNotSent({CampaignId{1}, {}, {}})), 4);
    behaviour.mode = SandboxBehaviour::Mode::Refuse;
    sending.sandbox.setBehaviour(behaviour);
    DeliveryService service(sending.workspace.context(), sending.options);
    QSignalSpy idle(&service, &DeliveryService::idle);
    service.start(1);
    QVERIFY(idle.count() > 0 || idle.wait(kPatience));
    service.stop();
    QCOMPARE(sending.rows(QStringLiteral("state = 'refused'")), 4);
    QCOMPARE(sending.pool().reserved, 4);
    QCOMPARE(sending.pool().free, 6);
  }

  void tooFewCodesStopPublishing() {
    CouponSending sending(12, 8);
    const auto draft =
        sending.workspace.addCampaign(SendingWorkspace::through(sending.provider), "{{ Coupon.Spring }}");
    const auto report = must(sending.workspace.publisher().check(draft));
    QCOMPARE(report.sendable, 12);
    const auto issue = std::find_if(report.issues.begin(), report.issues.end(),
                                    [](const campaign::Issue& one) { return one.code == u"coupons_short"; });
    QVERIFY(issue != report.issues.end());
    QCOMPARE(issue->severity, campaign::Severity::Block);
    QVERIFY2(issue->text.contains(QStringLiteral("The pool “Spring” has 8 codes for 12 people.")),
             qPrintable(issue->text));
  }

  void anUnknownPoolIsMarked() {
    CouponSending sending(1, 1);
    const auto draft = sending.workspace.addCampaign(SendingWorkspace::through(sending.provider), "{{ Coupon.Sprng }}");
    const auto report = must(sending.workspace.publisher().check(draft));
    QCOMPARE(report.issues.front().code, QStringLiteral("message_unknown_coupon"));
    QVERIFY(report.issues.front().text.contains(QStringLiteral("Spring")));
  }

  void aCheckReservesNothing() {
    CouponSending sending(5, 8);
    const auto draft =
        sending.workspace.addCampaign(SendingWorkspace::through(sending.provider), "{{ Coupon.Spring }}");
    (void)must(sending.workspace.publisher().check(draft));
    QCOMPARE(sending.pool().free, 8);
  }

  void filesAreRead_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("column");
    QTest::addColumn<qint64>("added");
    QTest::newRow("a code a line") << QByteArray("A\r\nB\nC") << "" << qint64{3};
    QTest::newRow("with a header") << QByteArray("Coupon code\nA\nB\n") << "" << qint64{2};
    QTest::newRow("the column that says so") << QByteArray("id,code,note\n1,A,x\n2,B,y\n") << "" << qint64{2};
    QTest::newRow("a chosen column") << QByteArray("id;wert\n1;A\n2;A\n") << "Wert" << qint64{1};
  }
  void filesAreRead() {
    QFETCH(QByteArray, content);
    QFETCH(QString, column);
    CouponSending sending(0, 0);
    QTEST(sending.import(content, column).added, "added");
  }

  void aFileWhoseColumnIsNotKnownIsRefused() {
    CouponSending sending(0, 0);
    QFile file(sending.fixture.filePath(QStringLiteral("codes.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("a,b\n1,2\n");
    file.close();
    const auto refused = importCoupons(sending.coupons, QStringLiteral("Spring"), file.fileName());
    QVERIFY(!refused);
    QVERIFY(refused.error().message.contains(QStringLiteral("a, b")));
  }
};

QTEST_GUILESS_MAIN(CouponSendingTest)
#include "coupon_sending_test.moc"
