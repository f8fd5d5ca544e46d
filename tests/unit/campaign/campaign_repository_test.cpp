// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/campaign_repository.h"

#include <QtTest>

#include "storage/statement.h"
#include "support/manual_clock.h"
#include "support/workspace_fixture.h"

using namespace heliograph;
using namespace heliograph::campaign;

class CampaignRepositoryTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aNewDraftIsThereAgain();
  void savingGrowsTheRevision();
  void aStaleSaveIsRefusedAndKept();
  void theHistoryKeepsOneBodyAMinute();
  void theLastBodyBeforeAPauseIsKept();
  void aCloneIsANewDraft();
  void aDraftCanBeDeletedWithItsHistory();
  void whatWasPublishedCannotBeDeleted();
  void anArchivedCampaignLeavesTheList();
  void whatIsStillToBeSentCannotBeArchived();
  void anUnknownCampaignIsNotFound();
  void aBrokenBodyIsSaidAndStillListed();
  void theListSumsUpTheRuns();
};

namespace {

struct Fixture {
  test::WorkspaceFixture workspace;
  test::ManualClock clock;
  CampaignRepository campaigns{workspace.database(), clock};

  Campaign draft(const QString& name = QStringLiteral("Spring")) {
    Campaign campaign;
    campaign.name = name;
    campaign.message = "Hello";
    campaign.audience = Audience::everybody();
    return campaigns.create(campaign).value();
  }
  void run(const QString& sql) {
    const auto done = workspace.database().execute(sql);
    if (!done) qFatal("%s", qPrintable(done.error().detail));
  }
};

}  // namespace

void CampaignRepositoryTest::aNewDraftIsThereAgain() {
  Fixture fixture;
  const Campaign draft = fixture.draft();
  QVERIFY(draft.id.isValid());
  QCOMPARE(draft.revision, 1);
  QVERIFY(fixture.campaigns.load(draft.id).value() == draft);
}

void CampaignRepositoryTest::savingGrowsTheRevision() {
  Fixture fixture;
  Campaign draft = fixture.draft();
  draft.name = QStringLiteral("Summer");
  QCOMPARE(fixture.campaigns.save(draft, 1).value(), 2);
  const Campaign stored = fixture.campaigns.load(draft.id).value();
  QCOMPARE(stored.revision, 2);
  QCOMPARE(stored.name, QStringLiteral("Summer"));
}

void CampaignRepositoryTest::aStaleSaveIsRefusedAndKept() {
  Fixture fixture;
  Campaign mine = fixture.draft();
  Campaign theirs = mine;
  theirs.name = QStringLiteral("Theirs");
  mine.name = QStringLiteral("Mine");
  QVERIFY(fixture.campaigns.save(theirs, 1));
  const auto refused = fixture.campaigns.save(mine, 1);
  QVERIFY(!refused);
  QCOMPARE(refused.error().code, ErrorCode::Conflict);
  QCOMPARE(fixture.campaigns.load(mine.id)->name, QStringLiteral("Theirs"));
  const auto revisions = fixture.campaigns.revisions(mine.id).value();
  const auto stale = std::find_if(revisions.begin(), revisions.end(),
                                  [](const SavedRevision& one) { return one.kind == SavedRevision::Kind::Stale; });
  QVERIFY(stale != revisions.end());
  QCOMPARE(stale->campaign.name, QStringLiteral("Mine"));
}

void CampaignRepositoryTest::theHistoryKeepsOneBodyAMinute() {
  Fixture fixture;
  Campaign draft = fixture.draft();
  for (int second = 1; second <= 150; ++second) {
    fixture.clock.advance(1);
    draft.name = QString::number(second);
    draft.revision = fixture.campaigns.save(draft, draft.revision).value();
  }
  QCOMPARE(fixture.campaigns.revisions(draft.id)->size(), size_t(3));
}

void CampaignRepositoryTest::theLastBodyBeforeAPauseIsKept() {
  Fixture fixture;
  Campaign draft = fixture.draft();
  for (const auto* name : {"first", "last before lunch"}) {
    fixture.clock.advance(5);
    draft.name = QString::fromLatin1(name);
    draft.revision = fixture.campaigns.save(draft, draft.revision).value();
  }
  fixture.clock.advance(3600);
  draft.name = QStringLiteral("after lunch");
  QVERIFY(fixture.campaigns.save(draft, draft.revision));
  QCOMPARE(fixture.campaigns.revisions(draft.id)->front().campaign.name, QStringLiteral("last before lunch"));
}

void CampaignRepositoryTest::aCloneIsANewDraft() {
  Fixture fixture;
  const Campaign draft = fixture.draft();
  const Campaign copy = fixture.campaigns.clone(draft.id).value();
  QVERIFY(copy.id != draft.id);
  QCOMPARE(copy.name, QStringLiteral("Spring (copy)"));
  QCOMPARE(copy.message, draft.message);
  QCOMPARE(fixture.campaigns.list()->size(), size_t(2));
}

void CampaignRepositoryTest::aDraftCanBeDeletedWithItsHistory() {
  Fixture fixture;
  Campaign draft = fixture.draft();
  QVERIFY(fixture.campaigns.save(draft, 1));
  QVERIFY(fixture.campaigns.remove(draft.id));
  QCOMPARE(fixture.campaigns.load(draft.id).error().code, ErrorCode::NotFound);
  QVERIFY(fixture.campaigns.revisions(draft.id)->empty());
}

void CampaignRepositoryTest::whatWasPublishedCannotBeDeleted() {
  Fixture fixture;
  const Campaign draft = fixture.draft();
  QVERIFY(fixture.campaigns.freeze(draft.id, 1, 10, {fixture.clock.now()}));
  QCOMPARE(fixture.campaigns.remove(draft.id).error().code, ErrorCode::Unsupported);
}

void CampaignRepositoryTest::anArchivedCampaignLeavesTheList() {
  Fixture fixture;
  const Campaign draft = fixture.draft();
  QVERIFY(fixture.campaigns.archive(draft.id));
  QVERIFY(fixture.campaigns.list()->empty());
  QCOMPARE(fixture.campaigns.list(true)->size(), size_t(1));
  QVERIFY(fixture.campaigns.unarchive(draft.id));
  QCOMPARE(fixture.campaigns.list()->size(), size_t(1));
}

void CampaignRepositoryTest::whatIsStillToBeSentCannotBeArchived() {
  Fixture fixture;
  const Campaign draft = fixture.draft();
  QVERIFY(fixture.campaigns.freeze(draft.id, 1, 10, {fixture.clock.now()}));
  QCOMPARE(fixture.campaigns.archive(draft.id).error().code, ErrorCode::Conflict);
}

void CampaignRepositoryTest::anUnknownCampaignIsNotFound() {
  Fixture fixture;
  const CampaignId unknown{77};
  Campaign campaign;
  campaign.id = unknown;
  QCOMPARE(fixture.campaigns.load(unknown).error().code, ErrorCode::NotFound);
  QCOMPARE(fixture.campaigns.save(campaign, 1).error().code, ErrorCode::NotFound);
  QCOMPARE(fixture.campaigns.clone(unknown).error().code, ErrorCode::NotFound);
  QCOMPARE(fixture.campaigns.remove(unknown).error().code, ErrorCode::NotFound);
  QCOMPARE(fixture.campaigns.archive(unknown).error().code, ErrorCode::NotFound);
  QCOMPARE(fixture.campaigns.summary(unknown).error().code, ErrorCode::NotFound);
  QCOMPARE(fixture.campaigns.latestVersion(unknown).error().code, ErrorCode::NotFound);
}

void CampaignRepositoryTest::aBrokenBodyIsSaidAndStillListed() {
  Fixture fixture;
  const Campaign draft = fixture.draft();
  fixture.run(QStringLiteral("UPDATE campaign SET body = 'nonsense'"));
  QCOMPARE(fixture.campaigns.load(draft.id).error().code, ErrorCode::Damaged);
  QCOMPARE(fixture.campaigns.list()->front().name, QStringLiteral("Spring"));
}

void CampaignRepositoryTest::theListSumsUpTheRuns() {
  Fixture fixture;
  const Campaign draft = fixture.draft();
  const auto published = fixture.campaigns.freeze(draft.id, 1, 4, {fixture.clock.now()}).value();
  QCOMPARE(fixture.campaigns.summary(draft.id)->standing, Standing::Scheduled);
  fixture.run(QStringLiteral("UPDATE run SET state = 'running', audience = 4, started_at = due_at"));
  int person = 0;
  for (const auto* state : {"pending", "accepted", "accepted", "in_doubt"}) {
    fixture.run(QStringLiteral("INSERT INTO profile (id, identity, created_at, updated_at) VALUES (%1, 'p%1', 0, 0)")
                    .arg(++person));
    fixture.run(QStringLiteral("INSERT INTO outbox (run_id, profile_id, state, updated_at) VALUES (%1, %2, '%3', 0)")
                    .arg(published.runs.front().value)
                    .arg(person)
                    .arg(QLatin1String(state)));
  }
  const CampaignSummary summary = fixture.campaigns.list()->front();
  QCOMPARE(summary.standing, Standing::Sending);
  QCOMPARE(summary.people, 4);
  QCOMPARE(summary.counts, (RunCounts{1, 2, 0, 1, 0}));
  QCOMPARE(summary.lastRun, fixture.clock.now());
  QVERIFY(!summary.nextDue.isValid());
}

QTEST_GUILESS_MAIN(CampaignRepositoryTest)
#include "campaign_repository_test.moc"
