// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "audience/profile_repository.h"
#include "audience/property_repository.h"
#include "audience/property_statistics.h"
#include "audience/suppression_repository.h"
#include "storage/statement.h"
#include "unit/audience/people.h"

using namespace heliograph;
using namespace heliograph::audience;
using storage::Statement;

class ProfileRepositoryTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_people = std::make_unique<test::People>();
    QVERIFY(
        m_people->import("identity,phone,first name,Last_Name,city\n"
                         "u1,9812345678,Asha,Rao,Pune\n"
                         "u2,9812345679,Zoë,Ülkü,Goa\n"
                         "u3,,,,Pune\n"));
    m_profiles = std::make_unique<ProfileRepository>(m_people->database(), m_people->clock());
  }

  void aPersonIsFoundByIdentityAndById() {
    const auto person = m_profiles->find(QStringLiteral("u1"));
    QVERIFY(person);
    QCOMPARE(*m_profiles->byId(person->id), *person);
    QCOMPARE(person->displayName(), QStringLiteral("Asha Rao"));
    QCOMPARE(m_profiles->find(QStringLiteral("u3"))->displayName(), QStringLiteral("u3"));
    QCOMPARE(m_profiles->count().value(), 3);
  }

  void nobodyIsNotFound() {
    QCOMPARE(m_profiles->find(QStringLiteral("u9")).error().code, ErrorCode::NotFound);
    QCOMPARE(m_profiles->byId(ProfileId{99}).error().code, ErrorCode::NotFound);
    QCOMPARE(m_profiles->unsubscribe(QStringLiteral("u9"), QStringLiteral("person")).error().code, ErrorCode::NotFound);
    QCOMPARE(m_profiles->resubscribe(QStringLiteral("u9")).error().code, ErrorCode::NotFound);
    QCOMPARE(m_profiles->remove(QStringLiteral("u9")).error().code, ErrorCode::NotFound);
  }

  void peopleAreSearched_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("found");
    const auto row = [](const char* text, const char* found) {
      QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(found);
    };
    row("", "u1 u2 u3");
    row("asha", "u1");
    row("sha", "u1");
    row("ÜLK", "u2");
    row("r", "u1");
    row("U", "u1 u2 u3");
    row("45679", "u2");
    row("+9198", "u1 u2");
    row("nobody", "");
    row("%", "");
  }
  void peopleAreSearched() {
    QFETCH(QString, text);
    const auto names = m_profiles->search(text, 10);
    QVERIFY(names);
    QStringList identities;
    for (const ProfileName& name : *names) identities << name.identity;
    QTEST(identities.join(QLatin1Char(' ')), "found");
  }

  void aSearchGivesNoMoreThanAsked() { QCOMPARE(m_profiles->search(QString(), 2)->size(), 2U); }

  void pagesAndNeighboursFollowTheSegment() {
    const Segment pune{SegmentGroup{
        SegmentGroup::Join::All,
        {SegmentPart{SegmentRule{QStringLiteral("city"), SegmentOperator::Equals, {QStringLiteral("Pune")}}}}}};
    const auto page = m_profiles->page(pune, {}, 1);
    QVERIFY(page);
    QCOMPARE(page->size(), 1U);
    const ProfileId first = page->front().id;
    QCOMPARE(m_profiles->page(pune, first, 10)->front().identity, QStringLiteral("u3"));
    QCOMPARE(m_profiles->nextOf(pune, first)->identity, QStringLiteral("u3"));
    QCOMPARE(m_profiles->previousOf(pune, m_profiles->nextOf(pune, first)->id)->id, first);
    QCOMPARE(m_profiles->previousOf(pune, first).error().code, ErrorCode::NotFound);
  }

  void anOptOutHoldsForTheAddress() {
    QVERIFY(m_people->import("identity,phone\nu4,9812345678\n"));
    QVERIFY(m_profiles->unsubscribe(QStringLiteral("u1"), QStringLiteral("person")));
    QVERIFY(m_profiles->find(QStringLiteral("u1"))->unsubscribed);
    QVERIFY(m_profiles->find(QStringLiteral("u4"))->unsubscribed);
    QVERIFY(!m_profiles->find(QStringLiteral("u2"))->unsubscribed);
    QVERIFY(m_profiles->resubscribe(QStringLiteral("u1")));
    QVERIFY(!m_profiles->find(QStringLiteral("u1"))->unsubscribed);
  }

  void aSuppressionKeepsItsFirmestSource() {
    const SuppressionRepository suppressions(m_people->database(), m_people->clock());
    const QString address = QStringLiteral("+919812345678");
    QVERIFY(suppressions.add(address, QStringLiteral("provider"), QStringLiteral("21610")));
    QVERIFY(suppressions.add(address, QStringLiteral("person"), QStringLiteral("unsubscribed")));
    QVERIFY(suppressions.add(address, QStringLiteral("reply"), QStringLiteral("STOP")));
    QVERIFY(suppressions.isSuppressed(address).value());
    QCOMPARE(suppressions.count().value(), 1);
    Statement source(m_people->database(), QStringLiteral("SELECT source, hex(address_hash) FROM suppression"));
    QVERIFY(source.next().value());
    QCOMPARE(source.text(0), QStringLiteral("person"));
    QCOMPARE(source.text(1).size(), 64);
    QVERIFY(suppressions.lift(address));
    QVERIFY(!suppressions.isSuppressed(address).value());
  }

  void aDeletedPersonLeavesAnonymousRowsAndTheOptOut() {
    addRun("pending", "accepted");
    QVERIFY(m_profiles->unsubscribe(QStringLiteral("u1"), QStringLiteral("person")));
    QVERIFY(m_profiles->remove(QStringLiteral("u1")));
    QCOMPARE(m_profiles->find(QStringLiteral("u1")).error().code, ErrorCode::NotFound);
    QCOMPARE(outboxRows(), QStringLiteral("||skipped|person_deleted;||accepted|;"));
    QVERIFY(SuppressionRepository(m_people->database(), m_people->clock())
                .isSuppressed(QStringLiteral("+919812345678"))
                .value());
  }

  void somebodyWhoOptedOutStaysSoWhenDeletedAndImportedAgain() {
    QVERIFY(m_profiles->unsubscribe(QStringLiteral("u3"), QStringLiteral("person")));
    QVERIFY(m_profiles->remove(QStringLiteral("u3")));
    QVERIFY(m_people->import("identity,phone\nu3,9812345670\nu5,9812345671\n"));
    QVERIFY(m_profiles->find(QStringLiteral("u3"))->unsubscribed);
    QVERIFY(!m_profiles->find(QStringLiteral("u5"))->unsubscribed);
    QVERIFY(m_profiles->resubscribe(QStringLiteral("u3")));
    QVERIFY(!m_profiles->find(QStringLiteral("u3"))->unsubscribed);
    QVERIFY(m_profiles->remove(QStringLiteral("u3")));
    QVERIFY(m_people->import("identity,phone\nu3,9812345670\n"));
    QVERIFY(!m_profiles->find(QStringLiteral("u3"))->unsubscribed);
  }

  void nothingOfADeletedPersonStaysInTheFiles() {
    QVERIFY(m_people->import("identity,phone,city\nu7,9812345555,Timbuktu-by-the-sea\n"));
    QVERIFY(inFiles("Timbuktu-by-the-sea"));
    QVERIFY(m_profiles->remove(QStringLiteral("u7")));
    QVERIFY(!inFiles("Timbuktu-by-the-sea"));
    QVERIFY(!inFiles("9812345555"));
  }

  void nobodyIsDeletedInTheMiddleOfASending() {
    addRun("sending", "accepted");
    const auto removed = m_profiles->remove(QStringLiteral("u1"));
    QVERIFY(!removed);
    QCOMPARE(removed.error().code, ErrorCode::Conflict);
    QVERIFY(m_profiles->find(QStringLiteral("u1")));
  }

  void aPropertyKeepsItsTypeAndGetsOneColumn() {
    const PropertyRepository properties(m_people->database(), m_people->clock());
    const auto made = properties.findOrCreate(QStringLiteral("score; DROP TABLE profile"), PropertyType::Number);
    QVERIFY(made);
    QCOMPARE(properties.findOrCreate(made->name, PropertyType::Text).value(), *made);
    const auto list = properties.list();
    QVERIFY(findProperty(*list, made->name) != nullptr);
    QVERIFY(std::is_sorted(list->begin(), list->end(),
                           [](const Property& a, const Property& b) { return a.name < b.name; }));
  }

  void aPropertyNeedsAName_data() {
    QTest::addColumn<QString>("name");
    QTest::newRow("none") << QString();
    QTest::newRow("reserved") << QStringLiteral("phone");
    QTest::newRow("blanks") << QStringLiteral(" a");
    QTest::newRow("too long") << QString(121, QLatin1Char('x'));
  }
  void aPropertyNeedsAName() {
    QFETCH(QString, name);
    const auto made =
        PropertyRepository(m_people->database(), m_people->clock()).findOrCreate(name, PropertyType::Text);
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::InvalidInput);
  }

  void statisticsSayHowAPropertyIsFilled() {
    const auto statistics = propertyStatistics(m_people->database());
    QVERIFY(statistics);
    QCOMPARE(statistics->size(), 3U);
    const auto find = [&](const char* name) {
      return *std::find_if(statistics->begin(), statistics->end(),
                           [name](const PropertyStatistic& s) { return s.property.name == QLatin1String(name); });
    };
    QCOMPARE(find("city").share, 1.0);
    QCOMPARE(find("city").sample.toString(), QStringLiteral("Pune"));
    QCOMPARE(find("first name").share, 2.0 / 3.0);
    QCOMPARE(propertyStatistics(m_people->database(), 1)->size(), 3U);
  }

  void statisticsOfNobodyAreEmpty() {
    test::WorkspaceFixture empty;
    QVERIFY(propertyStatistics(empty.database())->empty());
  }

 private:
  /// Two runs with a row for the first person in each.
  void addRun(const char* firstState, const char* secondState) {
    const auto& database = m_people->database();
    QVERIFY(
        database.execute(QStringLiteral("INSERT INTO campaign (id, name, state, body, revision, created_at, "
                                        "updated_at) VALUES (1, 'c', 'published', '{}', 1, 0, 0)")));
    QVERIFY(
        database.execute(QStringLiteral("INSERT INTO campaign_version (id, campaign_id, number, body, approved_reach, "
                                        "published_at) VALUES (1, 1, 1, '{}', 1, 0)")));
    int id = 0;
    for (const char* state : {firstState, secondState}) {
      ++id;
      Statement run(database,
                    QStringLiteral("INSERT INTO run (id, campaign_id, version_id, due_at, state, approved_reach) "
                                   "VALUES (?, 1, 1, ?, 'running', 1)"));
      QVERIFY(run.bind(id).bind(id).run());
      Statement row(database,
                    QStringLiteral("INSERT INTO outbox (run_id, profile_id, address, text, state, updated_at) "
                                   "VALUES (?, 1, '+919812345678', 'Hello Asha', ?, 0)"));
      QVERIFY(row.bind(id).bind(QString::fromLatin1(state)).run());
    }
  }
  QString outboxRows() {
    Statement rows(m_people->database(),
                   QStringLiteral("SELECT address, profile_id, state, reason, text FROM outbox ORDER BY id"));
    QString all;
    while (rows.next().value_or(false)) {
      all += rows.text(0) + QLatin1Char('|') + rows.text(1) + QLatin1Char('|') + rows.text(2) + QLatin1Char('|') +
             rows.text(3) + rows.text(4) + QLatin1Char(';');
    }
    return all;
  }
  bool inFiles(const QByteArray& text) {
    bool found = false;
    for (const QString& path : {m_people->database().path(), m_people->database().path() + QStringLiteral("-wal")}) {
      QFile file(path);
      if (file.open(QIODevice::ReadOnly)) found = found || file.readAll().contains(text);
    }
    return found;
  }

  std::unique_ptr<test::People> m_people;
  std::unique_ptr<ProfileRepository> m_profiles;
};

QTEST_GUILESS_MAIN(ProfileRepositoryTest)
#include "profile_repository_test.moc"
