// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "audience/segment_repository.h"
#include "campaign/campaign_repository.h"
#include "campaign/campaign_snippets.h"
#include "campaign/message_plan_of.h"
#include "library/text_repository.h"
#include "storage/statement.h"
#include "support/manual_clock.h"
#include "support/workspace_fixture.h"

using namespace heliograph;
using namespace heliograph::campaign;

class CampaignPublishingTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void publishingFreezesTheContent();
  void publishingTwiceMakesOneRun();
  void aChangedDraftIsNotPublished();
  void aPublishedCampaignCannotBeSaved();
  void aStoppedCampaignCannotBePublishedAgain();
  void everyDueTimeGetsARun();
  void noDueTimeIsAnError();
  void theSavedSegmentIsFrozenToo();
  void segmentsThatRulesNameAreFrozenToo();
  void peopleAsTheyActAreNotPublished();
  void aDeletedSegmentStopsPublishing();
  void theSnippetsAreFrozenToo();
  void whatAsksForASnippetIsKnown();
  void unschedulingGivesTheDraftBack();
  void whatHasBegunCannotBeUnscheduled();
};

namespace {

struct Fixture {
  test::WorkspaceFixture workspace;
  test::ManualClock clock;
  CampaignRepository campaigns{workspace.database(), clock};
  audience::SegmentRepository segments{workspace.database(), clock};

  Campaign draft(const Audience& audience = Audience::everybody()) {
    Campaign campaign;
    campaign.name = QStringLiteral("Spring");
    campaign.message = "Hello";
    campaign.audience = audience;
    campaign.when = schedule::OnPublish{};
    return campaigns.create(campaign).value();
  }
  Result<PublishedVersion> publish(const Campaign& campaign) {
    return campaigns.freeze(campaign.id, campaign.revision, 10, {clock.now()});
  }
  qint64 count(const QString& table) {
    storage::Statement find(workspace.database(), QStringLiteral("SELECT COUNT(*) FROM ") + table);
    return find.next().value_or(false) ? find.integer(0) : -1;
  }
};

audience::Segment ruleOn(const QString& property) {
  audience::SegmentRule rule;
  rule.property = property;
  rule.values = QJsonArray{QStringLiteral("x")};
  audience::Segment segment;
  segment.rules.parts.push_back({rule});
  return segment;
}

}  // namespace

void CampaignPublishingTest::publishingFreezesTheContent() {
  Fixture fixture;
  const Campaign draft = fixture.draft();
  const auto published = fixture.publish(draft);
  QVERIFY(published);
  QVERIFY(!published->wasThere);
  const auto frozen = fixture.campaigns.version(published->version);
  QVERIFY(frozen);
  QVERIFY(frozen->campaign == draft);
  QCOMPARE(frozen->approvedReach, 10);
  QCOMPARE(frozen->publishedAt, fixture.clock.now());
  QCOMPARE(fixture.campaigns.latestVersion(draft.id)->id, published->version);
}

void CampaignPublishingTest::publishingTwiceMakesOneRun() {
  Fixture fixture;
  const Campaign draft = fixture.draft();
  const auto first = fixture.publish(draft);
  fixture.clock.advance(5);
  const auto second = fixture.publish(draft);
  QVERIFY(second);
  QVERIFY(second->wasThere);
  QCOMPARE(second->version, first->version);
  QCOMPARE(second->runs, first->runs);
  QCOMPARE(fixture.count(QStringLiteral("campaign_version")), 1);
  QCOMPARE(fixture.count(QStringLiteral("run")), 1);
}

void CampaignPublishingTest::aChangedDraftIsNotPublished() {
  Fixture fixture;
  const Campaign draft = fixture.draft();
  QVERIFY(fixture.campaigns.save(draft, 1));
  const auto published = fixture.publish(draft);
  QVERIFY(!published);
  QCOMPARE(published.error().code, ErrorCode::Conflict);
  QCOMPARE(fixture.count(QStringLiteral("run")), 0);
}

void CampaignPublishingTest::aPublishedCampaignCannotBeSaved() {
  Fixture fixture;
  Campaign draft = fixture.draft();
  QVERIFY(fixture.publish(draft));
  draft.message = "Changed";
  const auto saved = fixture.campaigns.save(draft, 1);
  QVERIFY(!saved);
  QCOMPARE(saved.error().code, ErrorCode::Unsupported);
  QCOMPARE(fixture.campaigns.load(draft.id)->message, QByteArray("Hello"));
  QCOMPARE(fixture.campaigns.revisions(draft.id)->front().campaign.message, QByteArray("Changed"));
}

void CampaignPublishingTest::aStoppedCampaignCannotBePublishedAgain() {
  Fixture fixture;
  const Campaign draft = fixture.draft();
  QVERIFY(fixture.publish(draft));
  QVERIFY(fixture.campaigns.markStopped(draft.id));
  const auto again = fixture.publish(draft);
  QVERIFY(!again);
  QCOMPARE(again.error().code, ErrorCode::Unsupported);
}

void CampaignPublishingTest::everyDueTimeGetsARun() {
  Fixture fixture;
  const Campaign draft = fixture.draft();
  const auto published =
      fixture.campaigns.freeze(draft.id, 1, 10, {fixture.clock.now(), fixture.clock.now().addDays(1)});
  QVERIFY(published);
  QCOMPARE(published->runs.size(), size_t(2));
  QCOMPARE(fixture.campaigns.summary(draft.id)->nextDue, fixture.clock.now());
}

void CampaignPublishingTest::noDueTimeIsAnError() {
  Fixture fixture;
  QVERIFY(!fixture.campaigns.freeze(fixture.draft().id, 1, 10, {}));
}

void CampaignPublishingTest::theSavedSegmentIsFrozenToo() {
  Fixture fixture;
  const QString name = QStringLiteral("VIPs");
  const SegmentId segment = fixture.segments.save(name, ruleOn(QStringLiteral("city"))).value();
  const auto published = fixture.publish(fixture.draft(Audience::saved(segment, name)));
  QVERIFY(published);
  QVERIFY(fixture.segments.save(name, ruleOn(QStringLiteral("tier"))));
  const auto frozen = fixture.campaigns.version(published->version);
  QVERIFY(frozen->campaign.audience.segment == ruleOn(QStringLiteral("city")));
}

void CampaignPublishingTest::peopleAsTheyActAreNotPublished() {
  Fixture fixture;
  const audience::SingleAction charged{{QStringLiteral("Charged"), {}}, false};
  const auto published = fixture.publish(fixture.draft(Audience::asTheyAct({charged, {}})));
  QVERIFY(!published);
  QCOMPARE(published.error().code, ErrorCode::Unsupported);
  QCOMPARE(fixture.count(QStringLiteral("run")), 0);
}

void CampaignPublishingTest::segmentsThatRulesNameAreFrozenToo() {
  Fixture fixture;
  const auto in = [](const QString& name, bool member) {
    return audience::SegmentPart{audience::MemberRule{audience::MemberRule::Of::Segment, name, member}};
  };
  const QString inner = QStringLiteral("Inner");
  const QString outer = QStringLiteral("Outer");
  QVERIFY(fixture.segments.save(inner, ruleOn(QStringLiteral("city"))));
  QVERIFY(fixture.segments.save(outer, {{audience::SegmentGroup::Join::Any, {in(inner, true)}}}));
  const auto joined = audience::SegmentGroup::Join::All;
  const audience::SegmentPart list{audience::MemberRule{audience::MemberRule::Of::List, inner, true}};
  const QString all = QStringLiteral("All");
  QVERIFY(fixture.segments.save(all, audience::Segment::everybody()));
  const audience::Segment rules{{joined, {in(outer, true), in(outer, false), in(all, false), list}}};
  const auto published = fixture.publish(fixture.draft(Audience::rules(rules)));
  QVERIFY(published);
  QVERIFY(fixture.segments.save(inner, ruleOn(QStringLiteral("tier"))));
  const auto frozen = fixture.campaigns.version(published->version);
  QVERIFY(frozen);
  const audience::SegmentPart city{ruleOn(QStringLiteral("city")).rules};
  const audience::SegmentPart inlined{audience::SegmentGroup{audience::SegmentGroup::Join::Any, {city}}};
  const audience::SegmentPart others{audience::SegmentGroup{audience::SegmentGroup::Join::Any, {city}, true}};
  const audience::SegmentPart nobody{audience::SegmentGroup{
      joined, {{audience::SegmentRule{QStringLiteral("identity"), audience::SegmentOperator::Exists, {}}}}, true}};
  const audience::Segment wanted{{joined, {inlined, others, nobody, list}}};
  QCOMPARE(audience::describe(frozen->campaign.audience.segment), audience::describe(wanted));
  QVERIFY(frozen->campaign.audience.segment == wanted);
}

void CampaignPublishingTest::aDeletedSegmentStopsPublishing() {
  Fixture fixture;
  const auto published = fixture.publish(fixture.draft(Audience::saved(SegmentId{5}, QStringLiteral("Gone"))));
  QVERIFY(!published);
  QCOMPARE(published.error().code, ErrorCode::NotFound);
  QCOMPARE(fixture.count(QStringLiteral("campaign_version")), 0);
}

void CampaignPublishingTest::theSnippetsAreFrozenToo() {
  Fixture fixture;
  const library::SnippetRepository snippets(fixture.workspace.database(), fixture.clock);
  QVERIFY(snippets.save(QStringLiteral("footer"), "first {% render 'inner' %}"));
  QVERIFY(snippets.save(QStringLiteral("inner"), "inner"));
  QVERIFY(snippets.save(QStringLiteral("other"), "not asked for"));
  Campaign draft = fixture.draft();
  draft.message = "Hi {% render \"footer\" %}";
  draft.revision = fixture.campaigns.save(draft, draft.revision).value();
  const auto published = fixture.publish(draft);
  QVERIFY(published);
  QVERIFY(snippets.save(QStringLiteral("footer"), "second"));
  QVERIFY(snippets.remove(snippets.find(QStringLiteral("inner"))->id));
  const auto frozen = fixture.campaigns.version(published->version);
  QVERIFY(frozen);
  QCOMPARE(frozen->campaign.snippets, (message::Snippets{{QStringLiteral("footer"), "first {% render 'inner' %}"},
                                                         {QStringLiteral("inner"), "inner"}}));
  QVERIFY(messagePlanOf(frozen->campaign));
  // The draft itself keeps none: it is made of what the library holds when it is published again.
  QVERIFY(fixture.campaigns.load(draft.id)->snippets.empty());
}

void CampaignPublishingTest::whatAsksForASnippetIsKnown() {
  Fixture fixture;
  const auto& database = fixture.workspace.database();
  const library::SnippetRepository snippets(database, fixture.clock);
  QVERIFY(snippets.save(QStringLiteral("footer"), "{% render 'inner' %}"));
  QVERIFY(snippets.save(QStringLiteral("inner"), "inner"));
  fixture.draft();
  Campaign draft = fixture.draft();
  draft.name = QStringLiteral("Asks");
  draft.message = "Hi {% render \"footer\" %}";
  QVERIFY(fixture.campaigns.save(draft, draft.revision));
  const std::vector<SnippetDependant> expected{{{}, QStringLiteral("footer"), true},
                                               {draft.id, QStringLiteral("Asks"), true}};
  QCOMPARE(dependantsOf(database, fixture.clock, QStringLiteral("inner")).value(), expected);
  QVERIFY(dependantsOf(database, fixture.clock, QStringLiteral("nothing"))->empty());
}

void CampaignPublishingTest::unschedulingGivesTheDraftBack() {
  Fixture fixture;
  const Campaign draft = fixture.draft();
  const auto first = fixture.publish(draft);
  QVERIFY(fixture.campaigns.unschedule(draft.id));
  QCOMPARE(fixture.campaigns.summary(draft.id)->standing, Standing::Draft);
  const auto second = fixture.publish(fixture.campaigns.load(draft.id).value());
  QVERIFY(second);
  QVERIFY(second->version != first->version);
  QVERIFY(second->runs != first->runs);
}

void CampaignPublishingTest::whatHasBegunCannotBeUnscheduled() {
  Fixture fixture;
  const Campaign draft = fixture.draft();
  QVERIFY(fixture.publish(draft));
  QVERIFY(fixture.workspace.database().execute(QStringLiteral("UPDATE run SET state = 'running', started_at = 1")));
  QCOMPARE(fixture.campaigns.unschedule(draft.id).error().code, ErrorCode::Conflict);
  // Nor once it was stopped: somebody may have been sent to.
  QVERIFY(fixture.workspace.database().execute(QStringLiteral("UPDATE run SET state = 'stopped'")));
  QCOMPARE(fixture.campaigns.unschedule(draft.id).error().code, ErrorCode::Conflict);
}

QTEST_GUILESS_MAIN(CampaignPublishingTest)
#include "campaign_publishing_test.moc"
