// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "library/coupon_repository.h"
#include "storage/transaction.h"
#include "support/manual_clock.h"
#include "support/workspace_fixture.h"

using namespace heliograph;
using namespace heliograph::library;

namespace {

/// Gives these codes one after the other.
CouponRepository::Codes from(const std::vector<std::string>& codes) {
  return [codes, at = std::size_t{0}]() mutable -> Result<std::optional<std::string_view>> {
    if (at == codes.size()) return std::optional<std::string_view>();
    return std::optional<std::string_view>(codes[at++]);
  };
}

}  // namespace

class CouponRepositoryTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_fixture = std::make_unique<test::WorkspaceFixture>();
    m_coupons = std::make_unique<CouponRepository>(m_fixture->database(), m_clock);
    // Rows that codes can belong to.
    QVERIFY(db().execute(QStringLiteral(
        "INSERT INTO campaign (id, name, state, body, revision, created_at, updated_at) VALUES (1, '', 'published', "
        "'{}', 1, 0, 0)")));
    QVERIFY(
        db().execute(QStringLiteral("INSERT INTO campaign_version (id, campaign_id, number, body, approved_reach, "
                                    "published_at) VALUES (1, 1, 1, '{}', 1, 0)")));
    QVERIFY(
        db().execute(QStringLiteral("INSERT INTO run (id, campaign_id, version_id, due_at, state, approved_reach) "
                                    "VALUES (1, 1, 1, 0, 'running', 1)")));
    for (int row = 1; row <= 3; ++row) {
      QVERIFY(db().execute(QStringLiteral("INSERT INTO outbox (id, run_id, state, updated_at) VALUES (%1, 1, "
                                          "'claimed', 0)")
                               .arg(row)));
    }
  }

  void codesAreTakenInOnce() {
    const auto taken = m_coupons->add(QStringLiteral(" Spring "), from({"A1", " A2 ", "", "A1", "  ", "Longest-9"}));
    QVERIFY2(taken, taken ? "" : qPrintable(taken.error().detail));
    QCOMPARE(taken->read, 6);
    QCOMPARE(taken->added, 3);
    QCOMPARE(taken->duplicates, 1);
    QCOMPARE(taken->blank, 2);
    const auto again = m_coupons->add(QStringLiteral("Spring"), from({"A2", "A3", std::string(101, 'x'), "\xFF"}));
    QCOMPARE(again->added, 1);
    QCOMPARE(again->duplicates, 1);
    QCOMPARE(again->unusable, 2);
    const CouponPool pool = m_coupons->find(QStringLiteral("Spring")).value();
    QCOMPARE(pool.free, 4);
    QCOMPARE(pool.longest, QStringLiteral("Longest-9"));
    QCOMPARE(m_coupons->list()->size(), std::size_t(1));
  }

  void theSameCodeMayStandInTwoPools() {
    QVERIFY(m_coupons->add(QStringLiteral("One"), from({"A"})));
    QCOMPARE(m_coupons->add(QStringLiteral("Two"), from({"A"}))->added, 1);
  }

  void aRowKeepsItsCodeAndNoOtherGetsIt() {
    QVERIFY(m_coupons->add(QStringLiteral("Spring"), from({"A", "B"})));
    const auto first = reserved(1);
    QVERIFY(first);
    QCOMPARE(reserved(1), first);
    const auto second = reserved(2);
    QVERIFY(second && *second != *first);
    QVERIFY(!reserved(3));
    const CouponPool pool = m_coupons->find(QStringLiteral("Spring")).value();
    QCOMPARE(pool.free, 0);
    QCOMPARE(pool.reserved, 2);
  }

  void whatIsNotCommittedIsNotReserved() {
    QVERIFY(m_coupons->add(QStringLiteral("Spring"), from({"A"})));
    {
      auto transaction = storage::Transaction::begin(db());
      QVERIFY(m_coupons->reserve(QStringLiteral("Spring"), OutboxId{1})->has_value());
    }
    QCOMPARE(m_coupons->find(QStringLiteral("Spring"))->free, 1);
  }

  void howARowEndsDecidesAboutItsCode_data() {
    QTest::addColumn<QString>("attempts");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("code");
    QTest::newRow("accepted") << "accepted"
                              << "accepted"
                              << "used";
    QTest::newRow("refused") << "permanent"
                             << "refused"
                             << "free";
    QTest::newRow("refused after a sure no") << "next_provider,permanent"
                                             << "refused"
                                             << "free";
    QTest::newRow("skipped") << ""
                             << "skipped"
                             << "free";
    QTest::newRow("unclear") << "in_doubt"
                             << "in_doubt"
                             << "reserved";
    QTest::newRow("refused after an unclear try") << "in_doubt,permanent"
                                                  << "refused"
                                                  << "reserved";
    QTest::newRow("skipped after a try that was cut off") << "-"
                                                          << "skipped"
                                                          << "reserved";
    QTest::newRow("waits for another try") << "retry_after"
                                           << "pending"
                                           << "reserved";
  }
  void howARowEndsDecidesAboutItsCode() {
    QFETCH(QString, attempts);
    QFETCH(QString, state);
    QVERIFY(m_coupons->add(QStringLiteral("Spring"), from({"A"})));
    QVERIFY(reserved(1));
    int number = 0;
    for (const QString& outcome : attempts.split(u',', Qt::SkipEmptyParts)) {
      QVERIFY(db().execute(QStringLiteral("INSERT INTO attempt (outbox_id, number, client_id, started_at, outcome) "
                                          "VALUES (1, %1, 'x', 0, '%2')")
                               .arg(++number)
                               .arg(outcome == u"-" ? QString() : outcome)));
    }
    QVERIFY(db().execute(QStringLiteral("UPDATE outbox SET state = '%1' WHERE id = 1").arg(state)));
    const CouponPool pool = m_coupons->find(QStringLiteral("Spring")).value();
    QTEST(pool.free == 1   ? QStringLiteral("free")
          : pool.used == 1 ? QStringLiteral("used")
                           : QStringLiteral("reserved"),
          "code");
  }

  void aPoolWithReservedCodesStays() {
    QVERIFY(m_coupons->add(QStringLiteral("Spring"), from({"A"})));
    const CouponPoolId id = m_coupons->find(QStringLiteral("Spring"))->id;
    QVERIFY(reserved(1));
    QCOMPARE(m_coupons->remove(id).error().code, ErrorCode::Conflict);
    QVERIFY(db().execute(QStringLiteral("UPDATE outbox SET state = 'accepted' WHERE id = 1")));
    QVERIFY(m_coupons->remove(id));
    QCOMPARE(m_coupons->find(QStringLiteral("Spring")).error().code, ErrorCode::NotFound);
  }

  void namesThatNoOutputCanHoldAreRefused() {
    for (const auto* name : {" ", "a\"b", "a]b", "{x"}) {
      QCOMPARE(m_coupons->add(QLatin1String(name), from({"A"})).error().code, ErrorCode::InvalidInput);
    }
  }

 private:
  [[nodiscard]] const storage::Database& db() const { return m_fixture->database(); }
  std::optional<QString> reserved(int row) {
    auto transaction = storage::Transaction::begin(db());
    const auto code = m_coupons->reserve(QStringLiteral("Spring"), OutboxId{row});
    if (!code || !transaction->commit()) return std::nullopt;
    return *code;
  }

  test::ManualClock m_clock;
  std::unique_ptr<test::WorkspaceFixture> m_fixture;
  std::unique_ptr<CouponRepository> m_coupons;
};

QTEST_GUILESS_MAIN(CouponRepositoryTest)
#include "coupon_repository_test.moc"
