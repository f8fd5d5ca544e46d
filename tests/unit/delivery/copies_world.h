// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSignalSpy>
#include <QTest>

#include "delivery/courier/delivery_service.h"
#include "delivery/outbox/run_repository.h"
#include "delivery/run/run_control.h"
#include "providers/sandbox/sandbox_server.h"
#include "support/manual_clock.h"
#include "support/sending_workspace.h"
#include "support/workspace_fixture.h"

namespace heliograph::test {

/// A workspace with people and a sandbox, for campaigns with several copies.
struct CopiesWorld {
  static constexpr int patience = 30000;

  explicit CopiesWorld(int count) : people(count) {
    must(sandbox.start(0, fixture.filePath(QStringLiteral("record.jsonl"))));
    workspace.addPeople(count);
    options.tick = std::chrono::milliseconds(20);
    options.idleBeat = std::chrono::milliseconds(20);
    options.askUnclear = false;
    options.mostRefusedPercent = 100;
    provider = workspace.addSandbox(QStringLiteral("Main"), sandbox.url());
  }

  /// A published campaign whose first copy says "A {{ Profile.identity }}".
  void publish(const campaign::Variants& variants, const campaign::Release& release = {}) {
    campaign::Campaign draft =
        workspace.addCampaign(SendingWorkspace::through(provider), "A {{ Profile.identity }}", release);
    draft.variants = variants;
    draft.revision = must(workspace.campaigns().save(draft, draft.revision));
    campaign = draft.id;
    run = workspace.publish(draft, people);
  }
  void sendAll(int workers = 2) {
    delivery::DeliveryService service(workspace.context(), options);
    QSignalSpy idle(&service, &delivery::DeliveryService::idle);
    service.start(workers);
    QVERIFY(idle.count() > 0 || idle.wait(patience));
    service.stop();
  }
  [[nodiscard]] qint64 rows(const QString& condition) const {
    return workspace.figure(QStringLiteral("SELECT COUNT(*) FROM outbox WHERE ") + condition);
  }
  /// Texts that arrived and begin so.
  [[nodiscard]] qint64 arrived(const QString& beginning) {
    const auto messages = must(providers::SandboxRecord::load(fixture.filePath(QStringLiteral("record.jsonl"))));
    return std::count_if(messages.begin(), messages.end(),
                         [&](const auto& message) { return message.body.startsWith(beginning); });
  }
  [[nodiscard]] delivery::Run now() { return must(delivery::RunRepository(fixture.database(), clock).byId(run)); }
  [[nodiscard]] delivery::RunControl control() { return {fixture.database(), clock}; }

  int people;
  WorkspaceFixture fixture;
  ManualClock clock;
  SendingWorkspace workspace{fixture.database(), clock};
  providers::SandboxServer sandbox;
  delivery::DeliveryOptions options;
  ProviderId provider;
  CampaignId campaign;
  RunId run;
};

/// Copies B and C say so and the identity.
inline campaign::Variant copySaying(const QByteArray& letter, int share = 0, const QString& value = {}) {
  return {letter + " {{ Profile.identity }}", share, value};
}

}  // namespace heliograph::test
