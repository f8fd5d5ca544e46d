// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <thread>

#include "storage/statement.h"
#include "storage/transaction.h"
#include "support/workspace_fixture.h"

using namespace heliograph;
using namespace heliograph::storage;

class TransactionTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_workspace = std::make_unique<test::WorkspaceFixture>();
    QVERIFY(db().execute(QStringLiteral("CREATE TABLE t (a)")));
  }

  void whatIsCommittedStays() {
    {
      auto transaction = Transaction::begin(db());
      QVERIFY(transaction);
      QVERIFY(db().execute(QStringLiteral("INSERT INTO t VALUES (1)")));
      QVERIFY(transaction->commit());
    }
    QCOMPARE(rows(), 1);
  }

  void whatIsNotCommittedIsUndone() {
    {
      auto transaction = Transaction::begin(db());
      QVERIFY(transaction);
      QVERIFY(db().execute(QStringLiteral("INSERT INTO t VALUES (1)")));
      QCOMPARE(rows(), 1);
    }
    QCOMPARE(rows(), 0);
  }

  void aMovedTransactionIsUndoneOnce() {
    auto outer = Transaction::begin(db());
    QVERIFY(outer);
    {
      const Transaction inner = std::move(*outer);
      QVERIFY(db().execute(QStringLiteral("INSERT INTO t VALUES (1)")));
    }
    QCOMPARE(rows(), 0);
    QVERIFY(db().execute(QStringLiteral("INSERT INTO t VALUES (2)")));
    QCOMPARE(rows(), 1);
  }

  void aSecondTransactionOfAThreadIsRefused() {
    auto first = Transaction::begin(db());
    QVERIFY(first);
    QVERIFY(!Transaction::begin(db()));
  }

  void anotherThreadSeesOnlyWhatIsCommitted() {
    auto transaction = Transaction::begin(db());
    QVERIFY(transaction);
    QVERIFY(db().execute(QStringLiteral("INSERT INTO t VALUES (1)")));
    qint64 seen = -1;
    std::thread([&] { seen = rows(); }).join();
    QCOMPARE(seen, 0);
    QVERIFY(transaction->commit());
    std::thread([&] { seen = rows(); }).join();
    QCOMPARE(seen, 1);
  }

 private:
  Database& db() { return m_workspace->database(); }
  qint64 rows() {
    Statement count(db(), QStringLiteral("SELECT count(*) FROM t"));
    return count.next() ? count.integer(0) : -1;
  }
  std::unique_ptr<test::WorkspaceFixture> m_workspace;
};

QTEST_GUILESS_MAIN(TransactionTest)
#include "transaction_test.moc"
