// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/segment_renaming.h"

#include <QtTest>

#include "audience/segment_repository.h"
#include "campaign/campaign_repository.h"
#include "support/manual_clock.h"
#include "support/workspace_fixture.h"

using namespace heliograph;
using namespace heliograph::campaign;
using audience::MemberRule;

namespace {

const QString kOldName = QStringLiteral("VIPs");
const QString kNewName = QStringLiteral("Best customers");

audience::Segment outside(const QString& name) {
  const audience::SegmentPart rule{MemberRule{MemberRule::Of::Segment, name, false}};
  return {{audience::SegmentGroup::Join::All, {{audience::SegmentGroup{audience::SegmentGroup::Join::Any, {rule}}}}}};
}

}  // namespace

class SegmentRenamingTest final : public QObject {
  Q_OBJECT

 private:
  struct World {
    test::WorkspaceFixture workspace;
    test::ManualClock clock;
    audience::SegmentRepository segments{workspace.database(), clock};
    CampaignRepository campaigns{workspace.database(), clock};
    SegmentId vips = segments.save(kOldName, audience::Segment::everybody()).value();

    Campaign draft(const Audience& audience) {
      Campaign campaign;
      campaign.name = QStringLiteral("Diwali");
      campaign.audience = audience;
      return campaigns.create(campaign)
          .and_then([this](const Campaign& made) { return campaigns.load(made.id); })
          .value();
    }
    Result<SegmentRenaming> rename(CampaignId except = {}) {
      return renameSegment(workspace.database(), clock, vips, kNewName, except);
    }
  };

 private Q_SLOTS:
  void draftsHaveTheNewName_data() {
    QTest::addColumn<int>("kind");
    QTest::newRow("the segment itself") << int(Audience::Kind::Saved);
    QTest::newRow("rules, in a group") << int(Audience::Kind::Rules);
    QTest::newRow("the filter of people as they act") << int(Audience::Kind::Live);
  }
  void draftsHaveTheNewName() {
    QFETCH(int, kind);
    World world;
    const auto audience = [&](const QString& name) {
      if (Audience::Kind(kind) == Audience::Kind::Saved) return Audience::saved(world.vips, name);
      if (Audience::Kind(kind) == Audience::Kind::Rules) return Audience::rules(outside(name));
      return Audience::asTheyAct({audience::SingleAction{{QStringLiteral("Charged"), {}}, false}, outside(name)});
    };
    const Campaign draft = world.draft(audience(kOldName));
    const auto renamed = world.rename();
    QVERIFY2(renamed, renamed ? "" : qPrintable(renamed.error().message));
    QCOMPARE(renamed->from, kOldName);
    QCOMPARE(renamed->drafts, 1);
    const auto after = world.campaigns.load(draft.id);
    QVERIFY(after);
    QVERIFY(after->audience == audience(kNewName));
    QCOMPARE(after->revision, draft.revision + 1);
    QVERIFY(world.campaigns.revisions(draft.id)->front().campaign.audience == draft.audience);
  }

  void anOpenDraftThatSavesTheOldOneIsTold() {
    World world;
    const Campaign draft = world.draft(Audience::rules(outside(kOldName)));
    QVERIFY(world.rename());
    const auto saved = world.campaigns.save(draft, draft.revision);
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, ErrorCode::Conflict);
  }

  void otherSegmentsAndDraftsThatDoNotSpeakOfIt() {
    World world;
    QVERIFY(world.segments.save(QStringLiteral("Others"), outside(kOldName)));
    const Campaign other = world.draft(Audience::rules(outside(QStringLiteral("Others"))));
    const Campaign written = world.draft(Audience::rules(outside(kOldName)));
    const auto renamed = world.rename(written.id);
    QVERIFY(renamed);
    QCOMPARE(renamed->drafts, 0);
    QVERIFY(world.segments.find(QStringLiteral("Others"))->segment == outside(kNewName));
    for (const Campaign& same : {other, written}) {
      QCOMPARE(world.campaigns.load(same.id)->revision, same.revision);
      QVERIFY(world.campaigns.load(same.id)->audience == same.audience);
    }
  }

  void whatIsPublishedStaysAndItsDraftHasTheName() {
    World world;
    const Campaign draft = world.draft(Audience::saved(world.vips, kOldName));
    const auto published = world.campaigns.freeze(draft.id, draft.revision, 1, {world.clock.now().addDays(1)});
    QVERIFY2(published, published ? "" : qPrintable(published.error().message));
    QVERIFY(world.rename());
    QCOMPARE(world.campaigns.version(published->version)->campaign.audience.segmentName, kOldName);
    QCOMPARE(world.campaigns.load(draft.id)->revision, draft.revision);
    QVERIFY(world.campaigns.unschedule(draft.id));
    QCOMPARE(world.campaigns.load(draft.id)->audience.segmentName, kNewName);
  }

  void aNameThatIsTakenChangesNothing() {
    World world;
    QVERIFY(world.segments.save(kNewName, outside(QStringLiteral("x"))));
    const Campaign draft = world.draft(Audience::rules(outside(kOldName)));
    const auto renamed = world.rename();
    QVERIFY(!renamed);
    QCOMPARE(renamed.error().code, ErrorCode::Conflict);
    QVERIFY(world.campaigns.load(draft.id)->audience == draft.audience);
    QCOMPARE(world.segments.byId(world.vips)->name, kOldName);
  }
};

QTEST_GUILESS_MAIN(SegmentRenamingTest)
#include "segment_renaming_test.moc"
