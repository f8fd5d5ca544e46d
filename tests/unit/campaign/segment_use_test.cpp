// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/segment_use.h"

#include <QtTest>

#include "audience/segment_repository.h"
#include "campaign/campaign_repository.h"
#include "support/manual_clock.h"
#include "support/workspace_fixture.h"

using namespace heliograph;
using namespace heliograph::campaign;
using audience::MemberRule;

namespace {

audience::Segment memberOf(MemberRule::Of of, const QString& name) {
  return {{audience::SegmentGroup::Join::All, {{MemberRule{of, name}}}}};
}

}  // namespace

class SegmentUseTest final : public QObject {
  Q_OBJECT

 private:
  struct World {
    test::WorkspaceFixture workspace;
    test::ManualClock clock;
    audience::SegmentRepository segments{workspace.database(), clock};
    CampaignRepository campaigns{workspace.database(), clock};
    SegmentId vips =
        segments.save(QStringLiteral("VIPs"), memberOf(MemberRule::Of::List, QStringLiteral("Staff"))).value();

    void draft(const QString& name, const Audience& audience) {
      Campaign campaign;
      campaign.name = name;
      campaign.audience = audience;
      QVERIFY(campaigns.create(campaign));
    }
    AudienceUse uses(MemberRule::Of of, const QString& name) {
      return audienceUses(workspace.database(), clock, of)->value(name);
    }
  };

 private Q_SLOTS:
  void aCampaignToASegmentUsesIt() {
    World world;
    world.draft(QStringLiteral("Diwali"), Audience::saved(world.vips, QStringLiteral("VIPs")));
    const AudienceUse use = world.uses(MemberRule::Of::Segment, QStringLiteral("VIPs"));
    QCOMPARE(use.campaigns, QStringList{QStringLiteral("Diwali")});
    QCOMPARE(useWords(use), QStringLiteral("the campaign “Diwali”"));
  }

  void rulesUseWhatTheyNameInsideGroupsToo() {
    World world;
    audience::Segment nested;
    nested.rules.parts = {{memberOf(MemberRule::Of::Segment, QStringLiteral("VIPs")).rules}};
    QVERIFY(world.segments.save(QStringLiteral("Not VIPs"), nested));
    world.draft(QStringLiteral("Holi"), Audience::rules(nested));
    const AudienceUse use = world.uses(MemberRule::Of::Segment, QStringLiteral("VIPs"));
    QCOMPARE(useWords(use), QStringLiteral("the campaign “Holi” and the segment “Not VIPs”"));
  }

  void listsHaveUsesOfTheirOwn() {
    World world;
    QCOMPARE(world.uses(MemberRule::Of::List, QStringLiteral("Staff")).segments, QStringList{QStringLiteral("VIPs")});
    QVERIFY(!world.uses(MemberRule::Of::Segment, QStringLiteral("VIPs")).isUsed());
  }
};

QTEST_GUILESS_MAIN(SegmentUseTest)
#include "segment_use_test.moc"
