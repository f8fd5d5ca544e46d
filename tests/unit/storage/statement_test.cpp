// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "storage/statement.h"
#include "support/workspace_fixture.h"

using namespace heliograph;
using namespace heliograph::storage;

class StatementTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_workspace = std::make_unique<test::WorkspaceFixture>();
    QVERIFY(db().execute(QStringLiteral("CREATE TABLE t (a, b)")));
  }

  void everyKindOfValueComesBackAsItWasBound() {
    const QDateTime instant(QDate(2026, 2, 3), QTime(4, 5, 6, 789), Qt::UTC);
    Statement select(db(), QStringLiteral("SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?"));
    select.bind(QStringLiteral("naïve ☀")).bind(QByteArray("\0x", 2)).bind(qint64{1} << 60).bind(0.5).bind(true);
    select.bind(instant).bindNull().bind(SegmentId{7}).bind(std::optional<int>());
    const auto row = select.next();
    QVERIFY(row && *row);
    QCOMPARE(select.text(0), QStringLiteral("naïve ☀"));
    QCOMPARE(select.bytes(1), QByteArray("\0x", 2));
    QCOMPARE(select.integer(2), qint64{1} << 60);
    QCOMPARE(select.real(3), 0.5);
    QVERIFY(select.boolean(4));
    QCOMPARE(select.instant(5), instant);
    QVERIFY(select.isNull(6) && !select.instant(6).isValid());
    QCOMPARE(select.id<SegmentId>(7), SegmentId{7});
    QVERIFY(select.isNull(8));
  }

  void emptyTextsAreNotNull() {
    Statement select(db(), QStringLiteral("SELECT ?, ?"));
    select.bind(QString()).bind(QByteArray());
    QVERIFY(select.next().value());
    QVERIFY(!select.isNull(0));
    QVERIFY(!select.isNull(1));
  }

  void anInvalidIdOrInstantIsNull() {
    Statement select(db(), QStringLiteral("SELECT ?, ?"));
    select.bind(SegmentId{}).bind(QDateTime());
    QVERIFY(select.next().value());
    QVERIFY(select.isNull(0) && select.isNull(1));
  }

  void aStatementIsUsedAgain() {
    Statement insert(db(), QStringLiteral("INSERT INTO t VALUES (?, ?)"));
    for (int i = 1; i <= 3; ++i) {
      insert.bind(i).bind(QString::number(i));
      QVERIFY(insert.run());
      QCOMPARE(insert.affected(), 1);
      QCOMPARE(insert.insertedId(), i);
    }
    Statement find(db(), QStringLiteral("SELECT b FROM t WHERE a = ?"));
    for (int i = 3; i >= 1; --i) {
      find.reset();
      find.bind(i);
      QVERIFY(find.next().value());
      QCOMPARE(find.text(0), QString::number(i));
    }
    Statement all(db(), QStringLiteral("UPDATE t SET b = ''"));
    QVERIFY(all.run());
    QCOMPARE(all.affected(), 3);
  }

  void theEndOfRowsIsFalseAndStaysSo() {
    Statement none(db(), QStringLiteral("SELECT 1 WHERE 0"));
    QVERIFY(!none.next().value());
    QVERIFY(!none.next().value());
  }

  void aStatementThatDoesNotCompileIsReportedWhenItRuns() {
    Statement broken(db(), QStringLiteral("SELEKT 1"));
    broken.bind(1);
    const auto ran = broken.run();
    QVERIFY(!ran);
    QCOMPARE(ran.error().code, ErrorCode::Internal);
    QVERIFY(!broken.next());
  }

  void aBrokenRuleIsAConflictThatDoesNotQuoteTheRow() {
    QVERIFY(db().execute(QStringLiteral("CREATE UNIQUE INDEX one ON t (a)")));
    Statement insert(db(), QStringLiteral("INSERT INTO t VALUES (?, '')"));
    QVERIFY(insert.bind(QStringLiteral("+919812345678")).run());
    const auto again = insert.bind(QStringLiteral("+919812345678")).run();
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::Conflict);
    QVERIFY(!again.error().detail.contains(QStringLiteral("9812")));
  }

 private:
  Database& db() { return m_workspace->database(); }
  std::unique_ptr<test::WorkspaceFixture> m_workspace;
};

QTEST_GUILESS_MAIN(StatementTest)
#include "statement_test.moc"
