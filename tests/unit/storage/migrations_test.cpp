// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "storage/migrations.h"
#include "storage/statement.h"
#include "support/workspace_fixture.h"

using namespace heliograph;
using namespace heliograph::storage;

class MigrationsTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void anEmptyFileBecomesAWorkspaceOfTheNewestVersion() {
    test::WorkspaceFixture workspace;
    Statement version(workspace.database(), QStringLiteral("SELECT max(version) FROM schema_version"));
    auto row = version.next();
    QVERIFY(row && *row);
    QCOMPARE(version.integer(0), newestSchemaVersion());
  }
};

QTEST_GUILESS_MAIN(MigrationsTest)
#include "migrations_test.moc"
