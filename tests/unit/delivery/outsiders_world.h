// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

#include "audience/groups/seed_list.h"
#include "audience/groups/workspace_group.h"
#include "delivery/outbox/run_repository.h"
#include "delivery/run/run_filling.h"
#include "support/manual_clock.h"
#include "support/sending_workspace.h"
#include "support/workspace_fixture.h"

namespace heliograph::test {

/// A workspace whose runs are filled, and nothing sent.
struct OutsidersWorld {
  OutsidersWorld() {
    options.fillChunk = 20;
    provider = workspace.addSandbox(QStringLiteral("Main"), QUrl(QStringLiteral("http://127.0.0.1:1")));
  }

  [[nodiscard]] campaign::Campaign draft(const std::function<void(campaign::Campaign&)>& change = {}) const {
    campaign::Campaign made;
    made.name = QStringLiteral("Test");
    made.route = SendingWorkspace::through(provider);
    made.audience = campaign::Audience::everybody();
    made.message = "Hello";
    made.when = schedule::OnPublish{};
    if (change) change(made);
    return must(workspace.campaigns().create(made));
  }
  void addSeed(int person) const {
    must(audience::SeedList(fixture.database(), clock).add(SendingWorkspace::identity(person)));
  }
  /// Publishes as many as the check says would be sent to.
  void begin(const campaign::Campaign& draft) {
    report = must(workspace.publisher().check(draft));
    run = workspace.publish(draft, report.sendable);
    QCOMPARE(must(delivery::RunRepository(fixture.database(), clock).startDue()), 1);
  }
  [[nodiscard]] delivery::RunFilling::Step fillOnce() {
    auto filling = must(delivery::RunFilling::open(fixture.database(), clock, now(), QStringLiteral("me"), options));
    return must(filling.fill());
  }
  /// A chunk at a time, each by a program that knows nothing of the one before.
  void fillAll() {
    auto step = delivery::RunFilling::Step::More;
    while (step == delivery::RunFilling::Step::More) {
      step = fillOnce();
      workspace.execute(QStringLiteral("UPDATE run SET fill_expires_at = 1"));
    }
    QCOMPARE(step, delivery::RunFilling::Step::Finished);
  }
  void send(const campaign::Campaign& draft) {
    begin(draft);
    fillAll();
  }
  [[nodiscard]] delivery::Run now() const { return must(delivery::RunRepository(fixture.database(), clock).byId(run)); }
  [[nodiscard]] qint64 rows(const char* condition) const {
    return workspace.figure(QStringLiteral("SELECT COUNT(*) FROM outbox WHERE ") + QLatin1String(condition));
  }
  [[nodiscard]] QString people(const char* condition) const {
    return workspace.word(
        QStringLiteral(
            "SELECT group_concat(profile_id) FROM (SELECT profile_id FROM outbox WHERE %1 ORDER BY profile_id)")
            .arg(QLatin1String(condition)));
  }

  mutable WorkspaceFixture fixture;
  ManualClock clock;
  SendingWorkspace workspace{fixture.database(), clock};
  ProviderId provider;
  delivery::DeliveryOptions options;
  delivery::CheckReport report;
  RunId run;
};

}  // namespace heliograph::test
