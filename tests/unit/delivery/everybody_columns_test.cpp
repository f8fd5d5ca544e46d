// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QTest>

#include "audience/suppression_repository.h"
#include "everybody_world.h"

using namespace heliograph;
using namespace heliograph::delivery;
using test::EverybodyWorld;
using test::must;
using test::RandomWorld;

namespace {

constexpr int kPeople = 3000;
/// Reads a value of every type.
const QByteArray kWholeMessage =
    "{{ Profile.first_name }} {{ Profile.city | upcase }} {{ Profile.points | plus: 1 }} {{ Profile.points }} "
    "{{ Profile.member }} {{ Profile.since }} {{ Profile.since | date: '%d %b %Y' }} {{ Profile.tags | join: ', ' }} "
    "{% for tag in Profile.tags %}{{ tag }};{% endfor %} {{ Profile.identity }} {{ Profile.phone }} "
    "{{ Profile.country }}";

}  // namespace

class EverybodyColumnsTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_world = std::make_unique<EverybodyWorld>();
    RandomWorld random(RandomWorld::seed());
    random.addPeople(m_world->fixture.database(), m_world->clock, kPeople);
    m_draft = m_world->campaignOf(kWholeMessage);
  }

  void withoutColumnsThePeopleComeFromTheWorkspace() {
    compare();
    QVERIFY(!m_world->fromColumns.readsColumns());
  }

  void valuesOfEveryTypeAreTheSame() {
    must(m_world->columns.bringUp());
    compare();
    QVERIFY(m_world->fromColumns.readsColumns());
    QVERIFY(m_report.sendable > kPeople / 4);
  }

  void whoChangesAfterTheColumnsWereMadeIsSeen_data() {
    QTest::addColumn<QString>("sql");
    QTest::addColumn<bool>("few");
    QTest::newRow("a name") << QStringLiteral("UPDATE profile SET p_1 = 'Zoë “Ł”' WHERE identity = 'p7'") << true;
    QTest::newRow("a number of another") << QStringLiteral(
                                                "UPDATE profile SET phone_state = 'valid', phone = (SELECT phone FROM "
                                                "profile WHERE identity = 'p9') WHERE identity = 'p2900'")
                                         << true;
    QTest::newRow("an opt-out") << QStringLiteral("UPDATE profile SET opted_out = 1 WHERE identity = 'p8'") << true;
    QTest::newRow("a list") << QStringLiteral("UPDATE profile SET p_6 = '[1,\"x\"]' WHERE identity = 'p9'") << true;
    QTest::newRow("somebody new") << QStringLiteral(
                                         "INSERT INTO profile (identity, phone, phone_state, created_at, updated_at) "
                                         "VALUES ('new', '+919810099999', 'possible', 0, 0)")
                                  << true;
    QTest::newRow("everybody") << QStringLiteral("UPDATE profile SET p_2 = 'Goa'") << false;
    QTest::newRow("somebody deleted") << QStringLiteral("DELETE FROM profile WHERE identity = 'p8'") << false;
  }
  void whoChangesAfterTheColumnsWereMadeIsSeen() {
    QFETCH(QString, sql);
    QFETCH(bool, few);
    must(m_world->columns.bringUp());
    compare();
    m_world->workspace.execute(sql);
    compare();
    QCOMPARE(m_world->fromColumns.readsColumns(), few);
    must(m_world->columns.bringUp());
    m_world->fromColumns.forget();
    compare();
    QVERIFY(m_world->fromColumns.readsColumns());
  }

  void aNumberThatNoColumnKeepsIsReadFromTheWorkspace() {
    m_world->workspace.execute(QStringLiteral("UPDATE profile SET p_3 = 'many' WHERE identity = 'p7'"));
    must(m_world->columns.bringUp());
    compare();
    QVERIFY(!m_world->fromColumns.readsColumns());
    // Whoever doesn't read it is served.
    m_draft.message = "Hi {{ Profile.first_name }}";
    m_world->fromColumns.forget();
    compare();
    QVERIFY(m_world->fromColumns.readsColumns());
  }

  void damagedColumnsAreNeverBelieved() {
    const QDir folder(m_world->fixture.database().path() + QStringLiteral(".columns"));
    QRandomGenerator dice(17);
    for (int turn = 0; turn < 12; ++turn) {
      must(m_world->columns.bringUp());
      const QStringList names = folder.entryList({QStringLiteral("people-*")}, QDir::Files, QDir::Name);
      QVERIFY(!names.isEmpty());
      const QString path = folder.filePath(names[dice.bounded(static_cast<int>(names.size()))]);
      QFile file(path);
      QVERIFY(file.open(QIODevice::ReadOnly));
      QByteArray bytes = file.readAll();
      file.close();
      for (int i = 0; i < 40; ++i) {
        const qsizetype at = dice.bounded(static_cast<int>(bytes.size()));
        bytes[at] = static_cast<char>(bytes[at] ^ (1 << dice.bounded(8)));
      }
      // Under another name, as files in use are never written to.
      QVERIFY(QFile::remove(path));
      QVERIFY(file.open(QIODevice::WriteOnly));
      QCOMPARE(file.write(bytes), bytes.size());
      file.close();
      audience::SegmentEngine engine(m_world->fixture.database());
      EverybodyCheck check(m_world->fixture.database(), m_world->publisher, &engine);
      compare(check);
      must(m_world->columns.bringUp());
      must(engine.bringUp());
    }
  }

  void peopleInColumnsTakeLittleMemory() {
    must(m_world->columns.bringUp());
    compare();
    TextLedger ledger;
    must(m_world->check.check(m_draft, ledger, {}));
    QVERIFY(m_world->fromColumns.bytes() * 4 < m_world->check.bytes());
  }

 private:
  void compare() { compare(m_world->fromColumns); }
  void compare(EverybodyCheck& check) {
    TextLedger ledger;
    TextLedger plainLedger;
    m_report = must(check.check(m_draft, ledger, {}));
    test::compareReports(m_report, must(m_world->publisher.check(m_draft, plainLedger, CancelToken())));
    QVERIFY(test::sameLedgers(ledger, plainLedger));
  }

  std::unique_ptr<EverybodyWorld> m_world;
  campaign::Campaign m_draft;
  CheckReport m_report;
};

QTEST_GUILESS_MAIN(EverybodyColumnsTest)
#include "everybody_columns_test.moc"
