// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "storage/sql_script.h"

using heliograph::storage::splitSqlScript;

class SqlScriptTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void statementsAreSplit_data() {
    QTest::addColumn<QString>("script");
    QTest::addColumn<int>("count");
    QTest::newRow("nothing") << QStringLiteral("-- only a remark\n\n") << 0;
    QTest::newRow("two") << QStringLiteral("CREATE TABLE a (b);\nCREATE TABLE c (d);\n") << 2;
    QTest::newRow("without the last semicolon") << QStringLiteral("CREATE TABLE a (b);\nDROP TABLE a") << 2;
    QTest::newRow("a semicolon in quotes") << QStringLiteral("INSERT INTO a VALUES (';');\n") << 1;
    QTest::newRow("a semicolon in a remark") << QStringLiteral("CREATE TABLE a ( -- x; y\n  b\n);\n") << 1;
    QTest::newRow("a trigger") << QStringLiteral(
                                      "CREATE TRIGGER t AFTER INSERT ON a BEGIN\n  DELETE FROM c;\n"
                                      "  DELETE FROM e;\nEND;\nDROP TABLE a;\n")
                               << 2;
  }
  void statementsAreSplit() {
    QFETCH(QString, script);
    QTEST(static_cast<int>(splitSqlScript(script).size()), "count");
  }
};

QTEST_GUILESS_MAIN(SqlScriptTest)
#include "sql_script_test.moc"
