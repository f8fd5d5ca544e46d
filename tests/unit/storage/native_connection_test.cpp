// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <string>

#include "storage/native_connection.h"
#include "storage/statement.h"
#include "support/workspace_fixture.h"

using namespace heliograph;
using namespace heliograph::storage;

class NativeConnectionTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_workspace = std::make_unique<test::WorkspaceFixture>();
    QVERIFY(db().execute(QStringLiteral("CREATE TABLE t (a, b, c)")));
  }

  void valuesComeBackAsTheyWereBound() {
    auto connection = NativeConnection::open(db(), NativeConnection::Mode::Write);
    QVERIFY(connection);
    auto insert = connection->prepare(QStringLiteral("INSERT INTO t VALUES (?, ?, ?)"));
    QVERIFY(insert);
    const std::string text("a\0b", 3);
    insert->bindText(1, text);
    insert->bind(2, std::int64_t{1} << 60);
    insert->bind(3, 0.25);
    QVERIFY(insert->run());
    insert->bindText(1, {});
    insert->bindNull(2);
    insert->bindBytes(3, text);
    QVERIFY(insert->run());
    QCOMPARE(connection->changes(), 1);
    QCOMPARE(connection->insertedId(), 2);

    auto select = connection->prepare(QStringLiteral("SELECT a, b, c FROM t ORDER BY rowid"));
    QVERIFY(select);
    QVERIFY(select->step().value());
    QCOMPARE(select->text(0), std::string_view(text));
    QVERIFY(select->isInteger(1));
    QCOMPARE(select->integer(1), std::int64_t{1} << 60);
    QCOMPARE(select->real(2), 0.25);
    QVERIFY(select->step().value());
    QVERIFY(!select->isNull(0) && select->text(0).empty());
    QVERIFY(select->isNull(1));
    QCOMPARE(select->bytes(2), std::string_view(text));
    QVERIFY(!select->step().value());
  }

  void aReadingConnectionRefusesToWrite() {
    auto connection = NativeConnection::open(db(), NativeConnection::Mode::Read);
    QVERIFY(connection);
    const auto written = connection->execute(QStringLiteral("INSERT INTO t VALUES (1, 2, 3)"));
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::ReadOnly);
  }

  void whatIsRolledBackIsGone() {
    auto connection = NativeConnection::open(db(), NativeConnection::Mode::Write);
    QVERIFY(connection);
    QVERIFY(connection->execute(QStringLiteral("BEGIN IMMEDIATE")));
    QVERIFY(connection->execute(QStringLiteral("INSERT INTO t VALUES (1, 2, 3)")));
    connection->rollback();
    connection->rollback();
    Statement count(db(), QStringLiteral("SELECT count(*) FROM t"));
    QVERIFY(count.next().value());
    QCOMPARE(count.integer(0), 0);
  }

  void theSamePragmasHold_data() {
    QTest::addColumn<QString>("pragma");
    QTest::addColumn<qint64>("value");
    QTest::newRow("synchronous") << QStringLiteral("PRAGMA synchronous") << qint64{2};
    QTest::newRow("foreign keys") << QStringLiteral("PRAGMA foreign_keys") << qint64{1};
    QTest::newRow("secure delete") << QStringLiteral("PRAGMA secure_delete") << qint64{1};
  }
  void theSamePragmasHold() {
    QFETCH(QString, pragma);
    QFETCH(qint64, value);
    auto connection = NativeConnection::open(db(), NativeConnection::Mode::Write);
    QVERIFY(connection);
    auto native = connection->prepare(pragma);
    QVERIFY(native && native->step().value());
    QCOMPARE(native->integer(0), value);
    Statement statement(db(), pragma);
    QVERIFY(statement.next().value());
    QCOMPARE(statement.integer(0), value);
  }

  void aStatementThatDoesNotCompileIsAnError() {
    auto connection = NativeConnection::open(db(), NativeConnection::Mode::Read);
    QVERIFY(connection);
    QVERIFY(!connection->prepare(QStringLiteral("SELEKT")));
  }

 private:
  Database& db() { return m_workspace->database(); }
  std::unique_ptr<test::WorkspaceFixture> m_workspace;
};

QTEST_GUILESS_MAIN(NativeConnectionTest)
#include "native_connection_test.moc"
