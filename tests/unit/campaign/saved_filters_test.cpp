// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/saved_filters.h"

#include <QtTest>

#include "support/manual_clock.h"
#include "support/workspace_fixture.h"

using namespace heliograph;
using namespace heliograph::campaign;

namespace {

struct Fixture {
  test::WorkspaceFixture workspace;
  test::ManualClock clock;
  SavedFilters filters{workspace.database(), clock};
};

CampaignQuery drafts() {
  CampaignQuery query;
  query.standings = {Standing::Draft};
  query.labels = {QStringLiteral("VIP")};
  return query;
}

}  // namespace

class SavedFiltersTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aFilterIsThereForWhoeverOpensTheWorkspace() {
    Fixture fixture;
    const auto id = fixture.filters.add(QStringLiteral("  My drafts "), drafts());
    QVERIFY(id);
    const SavedFilters others(fixture.workspace.database(), fixture.clock);
    const auto all = others.list().value();
    QCOMPARE(all.size(), std::size_t{1});
    QVERIFY(all.front() == (SavedFilter{*id, QStringLiteral("My drafts"), drafts()}));
  }

  void aNameIsGivenOnce() {
    Fixture fixture;
    const auto first = fixture.filters.add(QStringLiteral("A"), drafts()).value();
    const auto second = fixture.filters.add(QStringLiteral("B"), drafts()).value();
    QCOMPARE(fixture.filters.add(QStringLiteral("A"), {}).error().code, ErrorCode::Conflict);
    QCOMPARE(fixture.filters.rename(second, QStringLiteral("A ")).error().code, ErrorCode::Conflict);
    QCOMPARE(fixture.filters.add(QStringLiteral("  "), {}).error().code, ErrorCode::InvalidInput);
    QVERIFY(fixture.filters.rename(first, QStringLiteral("A")));
  }

  void aFilterIsRenamedReplacedAndRemoved() {
    Fixture fixture;
    const auto id = fixture.filters.add(QStringLiteral("A"), drafts()).value();
    CampaignQuery other;
    other.archived = true;
    QVERIFY(fixture.filters.rename(id, QStringLiteral("Old ones")));
    QVERIFY(fixture.filters.replace(id, other));
    QVERIFY(fixture.filters.list().value().front() == (SavedFilter{id, QStringLiteral("Old ones"), other}));
    QVERIFY(fixture.filters.remove(id));
    QVERIFY(fixture.filters.list().value().empty());
    QCOMPARE(fixture.filters.remove(id).error().code, ErrorCode::NotFound);
    QCOMPARE(fixture.filters.replace(id, other).error().code, ErrorCode::NotFound);
  }
};

QTEST_GUILESS_MAIN(SavedFiltersTest)
#include "saved_filters_test.moc"
