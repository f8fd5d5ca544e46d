// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/campaign_history.h"

#include <QtTest>

#include "campaign/campaign_presence.h"
#include "campaign/campaign_repository.h"
#include "storage/statement.h"
#include "support/manual_clock.h"
#include "support/workspace_fixture.h"

using namespace heliograph;
using namespace heliograph::campaign;

class CampaignHistoryTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void whatAnotherWindowReplacedIsAlwaysKept();
  void aWindowsStaleVersionIsKeptOnce();
  void versionsAreForgottenAfterThirtyDays();
  void theNewestKeptVersionIsNeverForgotten();
  void theWholeHistoryHoldsWhatStandsAndWhatWasPublished();
  void theStampTellsHowTheFileStands();
  void otherWindowsAreSeenUntilTheyLeave();
  void aKilledWindowCountsNoMore();
};

namespace {

constexpr int kDay = 24 * 3600;

struct Fixture {
  test::WorkspaceFixture workspace;
  test::ManualClock clock;
  CampaignRepository campaigns{workspace.database(), clock};
  CampaignPresence presence{workspace.database(), clock};
  Campaign draft = campaigns.create({}).value();

  void save(const char* name, const QString& writer = QStringLiteral("here")) {
    draft.name = QString::fromLatin1(name);
    draft.revision = campaigns.save(draft, draft.revision, writer).value();
  }
  [[nodiscard]] QStringList kept() const {
    QStringList names;
    const auto found = campaigns.revisions(draft.id);
    for (const SavedRevision& one : *found) names << one.campaign.name;
    return names;
  }
};

}  // namespace

void CampaignHistoryTest::whatAnotherWindowReplacedIsAlwaysKept() {
  Fixture fixture;
  fixture.save("one");
  fixture.clock.advance(1);
  fixture.save("two");
  fixture.clock.advance(1);
  fixture.save("theirs", QStringLiteral("there"));
  fixture.clock.advance(1);
  fixture.save("mine");
  QCOMPARE(fixture.kept(), (QStringList{QStringLiteral("theirs"), QStringLiteral("two"), QString()}));
}

void CampaignHistoryTest::aWindowsStaleVersionIsKeptOnce() {
  Fixture fixture;
  Campaign stale = fixture.draft;
  fixture.save("theirs", QStringLiteral("there"));
  for (const char* name : {"a", "ab", "abc"}) {
    stale.name = QString::fromLatin1(name);
    QVERIFY(!fixture.campaigns.save(stale, 1, QStringLiteral("here")));
  }
  QVERIFY(!fixture.campaigns.save(stale, 1, QStringLiteral("a third")));
  int count = 0;
  const auto found = fixture.campaigns.revisions(fixture.draft.id);
  for (const SavedRevision& one : *found) {
    if (one.kind != SavedRevision::Kind::Stale) continue;
    ++count;
    QCOMPARE(one.campaign.name, QStringLiteral("abc"));
  }
  QCOMPARE(count, 2);
}

void CampaignHistoryTest::versionsAreForgottenAfterThirtyDays() {
  Fixture fixture;
  fixture.save("first");
  fixture.clock.advance(kDay);
  fixture.save("second");
  fixture.clock.advance(29 * kDay + 60);
  fixture.save("third");
  fixture.clock.advance(30);
  fixture.save("fourth");
  QCOMPARE(fixture.kept(), (QStringList{QStringLiteral("third"), QStringLiteral("second")}));
}

void CampaignHistoryTest::theNewestKeptVersionIsNeverForgotten() {
  Fixture fixture;
  fixture.save("first");
  fixture.clock.advance(90 * kDay);
  fixture.save("second");
  QCOMPARE(fixture.kept(), QStringList{QStringLiteral("first")});
}

void CampaignHistoryTest::theWholeHistoryHoldsWhatStandsAndWhatWasPublished() {
  Fixture fixture;
  fixture.clock.advance(3600);
  fixture.save("published");
  fixture.clock.advance(60);
  QVERIFY(fixture.campaigns.freeze(fixture.draft.id, fixture.draft.revision, 10, {fixture.clock.now().addDays(1)}));
  fixture.clock.advance(60);
  QVERIFY(fixture.campaigns.unschedule(fixture.draft.id));
  fixture.draft.revision = fixture.campaigns.load(fixture.draft.id)->revision;
  fixture.clock.advance(3600);
  fixture.save("now");
  QStringList names;
  QList<SavedRevision::Kind> kinds;
  const auto found = fixture.campaigns.history(fixture.draft.id);
  for (const SavedRevision& one : *found) {
    names << one.campaign.name;
    kinds << one.kind;
  }
  using Kind = SavedRevision::Kind;
  QCOMPARE(names,
           (QStringList{QStringLiteral("now"), QStringLiteral("published"), QStringLiteral("published"), QString()}));
  QCOMPARE(kinds, (QList<Kind>{Kind::Saved, Kind::Saved, Kind::Published, Kind::Saved}));
}

void CampaignHistoryTest::theStampTellsHowTheFileStands() {
  Fixture fixture;
  fixture.clock.advance(5);
  fixture.save("one");
  QCOMPARE(fixture.campaigns.stamp(fixture.draft.id).value(), (DraftStamp{2, fixture.clock.now(), true}));
  QVERIFY(fixture.campaigns.freeze(fixture.draft.id, 2, 1, {fixture.clock.now()}));
  QVERIFY(!fixture.campaigns.stamp(fixture.draft.id)->isDraft);
  QCOMPARE(fixture.campaigns.stamp(CampaignId{99}).error().code, ErrorCode::NotFound);
}

void CampaignHistoryTest::otherWindowsAreSeenUntilTheyLeave() {
  Fixture fixture;
  const QString here = QStringLiteral("here");
  const QString there = QStringLiteral("there");
  QVERIFY(fixture.presence.enter(fixture.draft.id, here));
  QVERIFY(fixture.presence.others(fixture.draft.id, here)->empty());
  fixture.clock.advance(60);
  QVERIFY(fixture.presence.enter(fixture.draft.id, there));
  QCOMPARE(fixture.presence.others(fixture.draft.id, here).value(), std::vector<QDateTime>{fixture.clock.now()});
  QVERIFY(fixture.presence.leave(fixture.draft.id, there));
  QVERIFY(fixture.presence.others(fixture.draft.id, here)->empty());
}

void CampaignHistoryTest::aKilledWindowCountsNoMore() {
  Fixture fixture;
  QVERIFY(fixture.presence.enter(fixture.draft.id, QStringLiteral("gone")));
  // The same number, but of a process that began at another time.
  QVERIFY(fixture.workspace.database().execute(
      QStringLiteral("UPDATE campaign_presence SET process_start = process_start + 1")));
  QVERIFY(fixture.presence.others(fixture.draft.id, QStringLiteral("here"))->empty());
  QVERIFY(fixture.presence.enter(fixture.draft.id, QStringLiteral("here")));
  storage::Statement count(fixture.workspace.database(), QStringLiteral("SELECT count(*) FROM campaign_presence"));
  QVERIFY(count.next().value());
  QCOMPARE(count.integer(0), 1);
}

QTEST_GUILESS_MAIN(CampaignHistoryTest)
#include "campaign_history_test.moc"
