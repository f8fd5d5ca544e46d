// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QRandomGenerator>
#include <QTest>

#include "storage/page_scrubber.h"
#include "storage/statement.h"
#include "storage/transaction.h"
#include "support/workspace_fixture.h"

using namespace heliograph;
using namespace heliograph::storage;

class PageScrubberTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  /// Rows in no order split pages, and what moves leaves its bytes behind: secure_delete alone doesn't clear them.
  void nothingOfDeletedRowsStays() {
    test::WorkspaceFixture workspace;
    const Database& database = workspace.database();
    QRandomGenerator random(7);
    QStringList identities;
    for (int i = 0; i < 6000; ++i)
      identities << QStringLiteral("MARK%1").arg(random.generate64(), 16, 16, QLatin1Char('0'));
    {
      auto transaction = Transaction::begin(database);
      QVERIFY(transaction);
      Statement insert(database,
                       QStringLiteral("INSERT INTO profile (identity, created_at, updated_at) VALUES (?, 0, 0)"));
      for (const QString& identity : identities) QVERIFY(insert.bind(identity).run());
      QVERIFY(database.execute(QStringLiteral("UPDATE profile SET phone = hex(zeroblob(id % 90)) WHERE id % 3 = 0")));
      QVERIFY(transaction->commit());
    }
    QVERIFY(database.execute(QStringLiteral("DELETE FROM profile WHERE id % 5 = 0")));
    QVERIFY(PageScrubber(database).run());
    QFile file(database.path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    int left = 0;
    for (qsizetype i = 4; i < identities.size(); i += 5) {
      if (bytes.contains(identities[i].toUtf8())) ++left;
    }
    QVERIFY(bytes.contains(identities[0].toUtf8()));
    QCOMPARE(left, 0);
    Statement check(database, QStringLiteral("PRAGMA integrity_check"));
    QVERIFY(check.next().value());
    QCOMPARE(check.text(0), QStringLiteral("ok"));
    Statement count(database, QStringLiteral("SELECT count(*) FROM profile"));
    QVERIFY(count.next().value());
    QCOMPARE(count.integer(0), 4800);
  }

  void aPageThatIsNoTreeIsLeftAlone_data() {
    QTest::addColumn<QByteArray>("head");
    QTest::newRow("overflow") << QByteArray("\0\0\1\2", 4);
    QTest::newRow("unknown kind") << QByteArray("\7\0\0\0\1", 5);
    QTest::newRow("more cells than fit") << QByteArray("\x0d\0\0\x7f\xff\x01\x00\0", 8);
    QTest::newRow("cell before the cells") << QByteArray("\x0d\0\0\0\1\x01\x00\0\0\x20", 10);
    QTest::newRow("free part before the cells") << QByteArray("\x0d\0\x30\0\0\x01\x00\0", 8);
  }
  void aPageThatIsNoTreeIsLeftAlone() {
    QFETCH(QByteArray, head);
    QByteArray page(512, 'x');
    page.replace(0, head.size(), head);
    const QByteArray before = page;
    QVERIFY(!clearUnusedPart(reinterpret_cast<unsigned char*>(page.data()), page.size(), false));
    QCOMPARE(page, before);
  }

  void onlyTheUnusedPartIsCleared() {
    QByteArray page(512, 'x');
    page.replace(0, 10, QByteArray("\x0d\0\0\0\1\x01\x00\0\x01\x00", 10));
    QByteArray cleared = page;
    QVERIFY(clearUnusedPart(reinterpret_cast<unsigned char*>(cleared.data()), cleared.size(), false));
    QCOMPARE(cleared.left(10), page.left(10));
    QCOMPARE(cleared.mid(10, 246), QByteArray(246, '\0'));
    QCOMPARE(cleared.mid(256), page.mid(256));
    QVERIFY(!clearUnusedPart(reinterpret_cast<unsigned char*>(cleared.data()), cleared.size(), false));
  }
};

QTEST_GUILESS_MAIN(PageScrubberTest)
#include "page_scrubber_test.moc"
