// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "audience/rules/segment_trend.h"
#include "audience/segment_repository.h"
#include "support/manual_clock.h"
#include "support/workspace_fixture.h"

using namespace heliograph;
using namespace heliograph::audience;

namespace {

Segment inCity(const QString& city) {
  return {{SegmentGroup::Join::All, {{SegmentRule{QStringLiteral("city"), SegmentOperator::Equals, {city}}}}}};
}

}  // namespace

class SavedSegmentsTest final : public QObject {
  Q_OBJECT

 private:
  struct World {
    test::WorkspaceFixture workspace;
    test::ManualClock clock;
    SegmentRepository segments{workspace.database(), clock};
    SegmentTrend trend{workspace.database(), clock};
    SegmentId pune = segments.save(QStringLiteral("Pune"), inCity(QStringLiteral("Pune"))).value();
  };

 private Q_SLOTS:
  void aSegmentGetsAnotherName() {
    World world;
    QVERIFY(world.segments.rename(world.pune, QStringLiteral(" Punekars ")));
    QCOMPARE(world.segments.byId(world.pune)->name, QStringLiteral("Punekars"));
    QCOMPARE(world.segments.rename(SegmentId{99}, QStringLiteral("x")).error().code, ErrorCode::NotFound);
    QCOMPARE(world.segments.rename(world.pune, QStringLiteral(" ")).error().code, ErrorCode::InvalidInput);
  }

  void twoSegmentsNeverHaveOneName() {
    World world;
    QVERIFY(world.segments.save(QStringLiteral("Goa"), inCity(QStringLiteral("Goa"))));
    QCOMPARE(world.segments.rename(world.pune, QStringLiteral("Goa")).error().code, ErrorCode::Conflict);
    QVERIFY(world.segments.rename(world.pune, QStringLiteral("Pune")));
  }

  void copiesTakeFreeNames() {
    World world;
    const auto first = world.segments.duplicate(world.pune);
    const auto second = world.segments.duplicate(world.pune);
    QVERIFY(first && second);
    QCOMPARE(world.segments.byId(*first)->name, QStringLiteral("Pune (copy)"));
    QCOMPARE(world.segments.byId(*second)->name, QStringLiteral("Pune (copy 2)"));
    QCOMPARE(world.segments.byId(*second)->segment, inCity(QStringLiteral("Pune")));
  }

  void oneSizeADayIsKeptTheLast() {
    World world;
    Reach reach;
    for (const qint64 people : {10, 12}) {
      reach.qualified = people;
      reach.reachable = people - 1;
      QVERIFY(world.trend.note(world.pune, reach));
    }
    world.clock.advance(24 * 60 * 60);
    reach.qualified = 20;
    QVERIFY(world.trend.note(world.pune, reach));
    const auto sizes = world.trend.lately()->value(world.pune);
    QCOMPARE(sizes.size(), std::size_t{2});
    QCOMPARE(sizes.front().people, 12);
    QCOMPARE(sizes.front().reachable, 11);
    QCOMPARE(sizes.front().day.daysTo(sizes.back().day), 1);
    QCOMPARE(sizes.back().people, 20);
  }

  void sizesGoWithTheirSegment() {
    World world;
    QVERIFY(world.trend.note(world.pune, {}));
    QVERIFY(world.segments.remove(world.pune));
    QVERIFY(world.trend.lately()->isEmpty());
    QVERIFY(world.trend.note(world.pune, {}));
    QVERIFY(world.trend.lately()->isEmpty());
  }
};

QTEST_GUILESS_MAIN(SavedSegmentsTest)
#include "saved_segments_test.moc"
