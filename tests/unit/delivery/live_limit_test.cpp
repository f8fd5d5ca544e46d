// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/live_limit.h"

#include <QtTest>

#include "audience/events/event_catalog.h"
#include "support/manual_clock.h"
#include "support/sending_workspace.h"
#include "support/workspace_fixture.h"

using namespace heliograph;
using campaign::LiveLimit;
using test::must;

namespace {

constexpr int kWhoCharged = 150;

/// Somebody for each of so many purchases, all of them a day ago.
struct LiveWorld {
  LiveWorld() : workspace(fixture.database(), clock) {
    workspace.addPeople(kWhoCharged);
    const auto charged =
        must(audience::EventCatalog(fixture.database(), clock).findOrCreate(QStringLiteral("Charged"), {}));
    workspace.execute(QStringLiteral("INSERT INTO %1 (profile_id, at) SELECT id, %2 FROM profile")
                          .arg(audience::eventTable(charged.id))
                          .arg(clock.now().addDays(-1).toMSecsSinceEpoch()));
  }
  [[nodiscard]] campaign::Campaign draft(const QString& event, const LiveLimit& limit) const {
    campaign::Campaign draft = workspace.addCampaign({});
    draft.audience = campaign::Audience::asTheyAct({audience::SingleAction{{event, {}}, false}, {}});
    draft.liveLimit = limit;
    return draft;
  }

  test::WorkspaceFixture fixture;
  test::ManualClock clock;
  test::SendingWorkspace workspace;
};

}  // namespace

class LiveLimitTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aSmallLimitIsComparedWithWhatWouldHaveLeft_data() {
    QTest::addColumn<QString>("event");
    QTest::addColumn<int>("perDay");
    QTest::addColumn<bool>("tooFew");
    QTest::newRow("fewer than a hundred of many") << QStringLiteral("Charged") << 99 << true;
    QTest::newRow("a hundred of them") << QStringLiteral("Charged") << 100 << false;
    QTest::newRow("what nobody does") << QStringLiteral("Charged twice") << 99 << false;
  }
  void aSmallLimitIsComparedWithWhatWouldHaveLeft() {
    QFETCH(QString, event);
    QFETCH(int, perDay);
    const LiveWorld world;
    const auto report = must(world.workspace.publisher().check(world.draft(event, LiveLimit::perDay(perDay))));
    const auto has = [&](const char* code) {
      return std::any_of(report.issues.begin(), report.issues.end(),
                         [&](const campaign::Issue& issue) { return issue.code == QLatin1String(code); });
    };
    QTEST(has("live_limit_too_few"), "tooFew");
    QVERIFY(has("live_not_running"));
  }
};

QTEST_GUILESS_MAIN(LiveLimitTest)
#include "live_limit_test.moc"
