// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "audience/lists/custom_list_import.h"
#include "audience/lists/custom_list_repository.h"
#include "storage/statement.h"
#include "unit/audience/people.h"

using namespace heliograph;
using namespace heliograph::audience;

class CustomListTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_people = std::make_unique<test::People>();
    QVERIFY(m_people->import("identity,city\na,Pune\nb,Goa\nc,Agra\n"));
  }

  void identitiesOfAFileMakeAList_data() {
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("column");
    QTest::newRow("type and identity") << QByteArray("Type,Identity\ni,a\ni,b\ni,nobody\ni,a\n") << QString();
    QTest::newRow("any column") << QByteArray("name,member\nx,a\ny,b\nz,nobody\nx,a\n") << QStringLiteral("member");
    QTest::newRow("nothing but identities") << QByteArray("a\nb\nnobody\na\n") << QString();
    QTest::newRow("one column with a name") << QByteArray("identity\na\nb\nnobody\na\n") << QString();
  }
  void identitiesOfAFileMakeAList() {
    QFETCH(QByteArray, file);
    QFETCH(QString, column);
    const auto report = import(file, column);
    QVERIFY2(report, qPrintable(report ? QString() : report.error().message));
    QCOMPARE(report->read, 4);
    QCOMPARE(report->members, 2);
    QCOMPARE(report->duplicates, 1);
    QCOMPARE(report->unknown, 1);
    QCOMPARE(membersOf("Friends"), (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    QFile unknown(report->unknownFile);
    QVERIFY(unknown.open(QIODevice::ReadOnly));
    QVERIFY(unknown.readAll().contains("nobody"));
  }

  void nobodyIsMade() {
    QVERIFY(import("a\nnew\n"));
    storage::Statement count(m_people->database(), QStringLiteral("SELECT count(*) FROM profile"));
    QVERIFY(count.next().value_or(false));
    QCOMPARE(count.integer(0), 3);
  }

  void aNewFileReplacesTheList() {
    QVERIFY(import("a\nb\n"));
    const auto report = import("c\n");
    QVERIFY(report);
    QVERIFY(report->replaced);
    QCOMPARE(membersOf("Friends"), QStringList{QStringLiteral("c")});
  }

  void aFailedReplacementKeepsTheList_data() {
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("nobody is known") << QByteArray("x\ny\n");
    QTest::newRow("no column of identities") << QByteArray("shoe,size\nleft,1\n");
    QTest::newRow("empty") << QByteArray("\n");
  }
  void aFailedReplacementKeepsTheList() {
    QFETCH(QByteArray, file);
    QVERIFY(import("a\nb\n"));
    QVERIFY(!import(file));
    QCOMPARE(membersOf("Friends"), (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
  }

  void typeGIsADevice() {
    storage::Statement device(
        m_people->database(),
        QStringLiteral("INSERT INTO device (profile_id, key, updated_at) SELECT id, 'dev', 0 FROM "
                       "profile WHERE identity = 'b'"));
    QVERIFY(device.run());
    const auto report = import("Type,Identity\ng,dev\nx,a\n");
    QVERIFY(report);
    QCOMPARE(report->rejected, 1);
    QCOMPARE(membersOf("Friends"), QStringList{QStringLiteral("b")});
  }

  void aRemovedListIsGone() {
    QVERIFY(import("a\n"));
    const CustomListRepository lists(m_people->database(), m_people->clock());
    QVERIFY(lists.remove(QStringLiteral("Friends")));
    QVERIFY(lists.list()->empty());
    QCOMPARE(lists.remove(QStringLiteral("Friends")).error().code, ErrorCode::NotFound);
  }

 private:
  Result<ListImportReport> import(const QByteArray& file, const QString& column = {}) {
    ListImportOptions options;
    options.column = column;
    return CustomListImport(m_people->database(), m_people->clock())
        .run(QStringLiteral("Friends"), m_people->file(file, QStringLiteral("list.csv")), options);
  }
  QStringList membersOf(const char* name) {
    const CustomListRepository lists(m_people->database(), m_people->clock());
    const auto list = lists.find(QString::fromUtf8(name));
    if (!list) return {};
    QStringList identities;
    const auto members = lists.members(list->id, {}, 100);
    for (const ListMember& member : *members) identities << member.identity;
    return list->size == identities.size() ? identities : QStringList{QStringLiteral("another size")};
  }

  std::unique_ptr<test::People> m_people;
};

QTEST_GUILESS_MAIN(CustomListTest)
#include "custom_list_test.moc"
