// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/campaign_labels.h"

#include <QtTest>

#include "campaign/campaign_repository.h"
#include "support/manual_clock.h"
#include "support/workspace_fixture.h"

using namespace heliograph;
using namespace heliograph::campaign;

namespace {

struct Fixture {
  test::WorkspaceFixture workspace;
  test::ManualClock clock;
  CampaignRepository campaigns{workspace.database(), clock};
  CampaignLabels labels{workspace.database(), clock};

  CampaignId draft(const QStringList& with) {
    Campaign campaign;
    campaign.name = QStringLiteral("Spring");
    campaign.labels = with;
    return campaigns.create(campaign).value().id;
  }
  QStringList of(CampaignId id) { return campaigns.load(id).value().labels; }
};

QStringList numbered(int count) {
  QStringList labels;
  for (int i = 0; i < count; ++i) labels << QStringLiteral("L%1").arg(i);
  return labels;
}

}  // namespace

class CampaignLabelsTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void severalCampaignsAreLabelledAtOnce() {
    Fixture fixture;
    const CampaignId one = fixture.draft({QStringLiteral("Sale")});
    const CampaignId two = fixture.draft({QStringLiteral("VIP")});
    QVERIFY(
        fixture.labels.change({one, two}, {QStringLiteral("VIP"), QStringLiteral("May")}, {QStringLiteral("Sale")}));
    QCOMPARE(fixture.of(one), (QStringList{QStringLiteral("VIP"), QStringLiteral("May")}));
    QCOMPARE(fixture.of(two), (QStringList{QStringLiteral("VIP"), QStringLiteral("May")}));
  }

  void oneThatWouldHaveTooManyLeavesAllAsTheyWere() {
    Fixture fixture;
    const CampaignId few = fixture.draft({});
    const CampaignId full = fixture.draft(numbered(kMostLabels));
    const auto refused = fixture.labels.change({few, full}, {QStringLiteral("More")}, {});
    QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
    QVERIFY(fixture.of(few).isEmpty());
    QVERIFY(fixture.labels.change({few, full}, {QStringLiteral("More")}, {QStringLiteral("L3")}));
    QCOMPARE(fixture.of(full).size(), qsizetype{kMostLabels});
  }

  void aDraftThatIsOpenElsewhereNoticesIt() {
    Fixture fixture;
    const CampaignId id = fixture.draft({});
    Campaign open = fixture.campaigns.load(id).value();
    QVERIFY(fixture.labels.change({id}, {QStringLiteral("VIP")}, {}));
    QCOMPARE(fixture.campaigns.save(open, open.revision).error().code, ErrorCode::Conflict);
  }

  void whatWasPublishedKeepsItsRevision() {
    Fixture fixture;
    const CampaignId id = fixture.draft({});
    const auto published = fixture.campaigns.freeze(id, 1, 5, {fixture.clock.now()}).value();
    QVERIFY(fixture.labels.change({id}, {QStringLiteral("VIP")}, {}));
    QCOMPARE(fixture.of(id), QStringList{QStringLiteral("VIP")});
    const auto again = fixture.campaigns.freeze(id, 1, 5, {fixture.clock.now()}).value();
    QVERIFY(again.wasThere);
    QCOMPARE(again.version, published.version);
  }

  void aLabelHasNoSignsOfItsOwn_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("label");
    QTest::newRow("trimmed") << "  VIP "
                             << "VIP";
    QTest::newRow("two words") << "new shops"
                               << "new shops";
    QTest::newRow("nothing") << "   "
                             << "";
    for (const QChar sign : QStringLiteral("\",%><!")) {
      QTest::addRow("sign %d", sign.unicode()) << QStringLiteral("a%1b").arg(sign) << "";
    }
  }
  void aLabelHasNoSignsOfItsOwn() {
    QFETCH(QString, typed);
    QFETCH(QString, label);
    QCOMPARE(labelFromText(typed).value_or(QString()), label);
  }
};

QTEST_GUILESS_MAIN(CampaignLabelsTest)
#include "campaign_labels_test.moc"
