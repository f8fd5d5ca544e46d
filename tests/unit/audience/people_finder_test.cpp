// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "audience/people/people_acts.h"
#include "audience/people/people_finder.h"
#include "audience/people/people_removal.h"
#include "audience/profile_repository.h"
#include "storage/statement.h"
#include "unit/audience/people.h"

using namespace heliograph;
using namespace heliograph::audience;

class PeopleFinderTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_people = std::make_unique<test::People>();
    QVERIFY(
        m_people->import("identity,phone,first name,last name\n"
                         "u1,+919812345678,Asha,Rao\n"
                         "u2,+4915123456789,Zoë,Ülkü\n"
                         "98,+442079460018,Asha,Bose\n"
                         "C-1042,,王,小明\n"));
    m_finder = std::make_unique<PeopleFinder>(m_people->database(), m_people->clock());
    QVERIFY(m_finder->index().refresh().value());
  }

  void peopleAreFound_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("found");
    const auto row = [](const char* text, const char* found) {
      QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(found);
    };
    row("", "u1 u2 98 C-1042");
    row("asha", "u1 98");
    row("RAO asha", "u1");
    row("  asha   bose ", "98");
    row("zoe", "u2");
    row("ülku", "u2");
    row("小", "C-1042");
    row("c-10", "C-1042");
    row("98123 45678", "u1");
    row("098123-45678", "u1");
    row("+91 98", "u1");
    row("0091 98123", "u1");
    row("5678", "u1 u2");
    row("0151 234", "u2");
    row("+44 (0)20 7946", "98");
    row("(020) 7946 0018", "98");
    row("asha 98123", "u1");
    row("1042", "C-1042");
    row("98", "98 u1");
    row("nobody", "");
    row("%", "");
  }
  void peopleAreFound() {
    QFETCH(QString, text);
    QTEST(identities(m_finder->page(text, {}, 10)->people), "found");
  }

  void pagesFollowOneAnother() {
    const auto first = m_finder->page(QStringLiteral("asha"), {}, 1);
    QCOMPARE(identities(first->people), QStringLiteral("u1"));
    QVERIFY(!first->end);
    const auto second = m_finder->page(QStringLiteral("asha"), first->last, 5);
    QCOMPARE(identities(second->people), QStringLiteral("98"));
    QVERIFY(second->end);
    QCOMPARE(m_finder->count(QStringLiteral("asha")).value(), 2);
    QCOMPARE(m_finder->count(QString()).value(), 4);
  }

  void whoComesOrChangesIsFoundAfterARefresh() {
    QVERIFY(!m_finder->index().refresh().value());
    QVERIFY(m_people->import("identity,phone,first name,last name\nu9,,Asha,Neu\nu1,,Uma,\n"));
    QVERIFY(m_finder->index().refresh().value());
    QCOMPARE(identities(m_finder->page(QStringLiteral("neu"), {}, 5)->people), QStringLiteral("u9"));
    QCOMPARE(identities(m_finder->page(QStringLiteral("uma"), {}, 5)->people), QStringLiteral("u1"));
    QCOMPARE(identities(m_finder->page(QStringLiteral("asha"), {}, 5)->people), QStringLiteral("98 u9"));
  }

  void whoWasDeletedIsNotListedEvenBefore() {
    QVERIFY(ProfileRepository(m_people->database(), m_people->clock()).remove(QStringLiteral("u1")));
    QCOMPARE(identities(m_finder->page(QStringLiteral("asha"), {}, 5)->people), QStringLiteral("98"));
    QVERIFY(m_finder->index().refresh().value());
    QCOMPARE(m_finder->count(QStringLiteral("asha")).value(), 1);
  }

  void aCancelledReadingLeavesNothingHalf() {
    PeopleFinder finder(m_people->database(), m_people->clock());
    CancelToken cancel;
    cancel.cancel();
    QCOMPARE(finder.index().refresh(cancel).error().code, ErrorCode::Cancelled);
    QVERIFY(!finder.index().isComplete());
    QVERIFY(finder.index().refresh().value());
    QCOMPARE(finder.index().size(), 4);
    QCOMPARE(finder.page(QStringLiteral("asha"), {}, 5, cancel).error().code, ErrorCode::Cancelled);
  }

  void people65536ApartAreFoundInOrder() {
    storage::Statement late(
        m_people->database(),
        QStringLiteral("INSERT INTO profile (id, identity, created_at, updated_at) VALUES (?, ?, 0, 0)"));
    QVERIFY(late.bind(70000).bind(QStringLiteral("late-1")).run());
    QVERIFY(m_finder->index().refresh().value());
    QCOMPARE(m_finder->index().size(), 5);
    QCOMPARE(identities(m_finder->page(QStringLiteral("1"), {}, 9)->people), QStringLiteral("u1 u2 98 C-1042 late-1"));
  }

  void aMarkForTestsIsGivenAndTaken() {
    const ProfileRepository profiles(m_people->database(), m_people->clock());
    const PeopleActs acts(m_people->database(), m_people->clock());
    const ProfileId one = profiles.find(QStringLiteral("u1"))->id;
    const ProfileId two = profiles.find(QStringLiteral("u2"))->id;
    QVERIFY(acts.setTest({one, two}, true));
    QVERIFY(profiles.byId(one)->isTest);
    QCOMPARE(identities(*m_finder->testPeople(9)), QStringLiteral("u1 u2"));
    QVERIFY(acts.setTest({one}, false));
    QCOMPARE(identities(*m_finder->testPeople(9)), QStringLiteral("u2"));
  }

  void severalAreUnsubscribedAndComeBack() {
    const ProfileRepository profiles(m_people->database(), m_people->clock());
    const PeopleActs acts(m_people->database(), m_people->clock());
    std::vector<ProfileId> ids;
    for (const char* identity : {"u1", "u2", "C-1042"}) {
      ids.push_back(profiles.find(QString::fromLatin1(identity))->id);
    }
    QVERIFY(acts.unsubscribe(ids, QStringLiteral("person")));
    for (const ProfileId id : ids) QVERIFY(profiles.byId(id)->unsubscribed);
    QVERIFY(!profiles.find(QStringLiteral("98"))->unsubscribed);
    QVERIFY(acts.resubscribe(ids));
    for (const ProfileId id : ids) QVERIFY(!profiles.byId(id)->unsubscribed);
  }

 private:
  static QString identities(const std::vector<Profile>& people) {
    QStringList all;
    for (const Profile& person : people) all << person.identity;
    return all.join(u' ');
  }

  std::unique_ptr<test::People> m_people;
  std::unique_ptr<PeopleFinder> m_finder;
};

QTEST_GUILESS_MAIN(PeopleFinderTest)
#include "people_finder_test.moc"
