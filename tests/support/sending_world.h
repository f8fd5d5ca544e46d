// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

#include "delivery/courier/delivery_service.h"
#include "support/hostile_server.h"
#include "support/manual_clock.h"
#include "support/sandbox_talk.h"
#include "support/sending_workspace.h"
#include "support/workspace_fixture.h"

namespace heliograph::test {

/// A server that treats every message alike.
inline HostilePlan answeringEach(const std::function<HostileAct(const SandboxTalk&)>& act) {
  HostilePlan plan;
  plan.onRequest = [act](int, const QByteArray& body) { return act(SandboxTalk::read(body)); };
  return plan;
}

/// A server that accepts every message.
inline HostilePlan acceptingEach() {
  return answeringEach([](const SandboxTalk& message) { return message.accepted(); });
}

/// An address where nobody listens.
inline QUrl deadAddress() {
  QTcpServer server;
  if (!server.listen(QHostAddress::LocalHost)) qFatal("no port");
  return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(server.serverPort()));
}

/// A workspace of its own with people, and the couriers that send to them, at a quick pace.
struct SendingWorld {
  explicit SendingWorld(int people) : count(people) {
    workspace.addPeople(people);
    options.tick = std::chrono::milliseconds(30);
    options.idleBeat = std::chrono::milliseconds(20);
    options.askUnclear = false;
  }

  /// A provider in front of a server of the test's, without limits.
  ProviderId add(const QString& name, const QUrl& url) const {
    return workspace.addSandbox(name, url.adjusted(QUrl::RemovePath));
  }
  GroupId group(const std::vector<ProviderId>& members) const {
    return must(workspace.groups().create({{}, QStringLiteral("Group"), members, false}));
  }
  /// Sends until nothing can be done any more, and gives what was last said of a run.
  delivery::RunProgress sendAll(int workers = 2) {
    static constexpr int patience = 240000;
    delivery::DeliveryService service(workspace.context(), options);
    QSignalSpy idle(&service, &delivery::DeliveryService::idle);
    delivery::RunProgress last;
    QObject::connect(&service, &delivery::DeliveryService::progress, &service,
                     [&last](const delivery::RunProgress& now) { last = now; });
    service.start(workers);
    if (idle.isEmpty() && !idle.wait(patience)) qFatal("the run found no end");
    service.stop();
    return last;
  }
  /// Rows of the outbox of which that is true.
  [[nodiscard]] qint64 rows(const QString& condition) const {
    return workspace.figure(QStringLiteral("SELECT COUNT(*) FROM outbox WHERE ") + condition);
  }
  [[nodiscard]] QString runState() const { return workspace.word(QStringLiteral("SELECT state FROM run")); }
  [[nodiscard]] QString runReason() const { return workspace.word(QStringLiteral("SELECT hold_reason FROM run")); }

  int count;  ///< of people
  WorkspaceFixture fixture;
  ManualClock clock;
  SendingWorkspace workspace{fixture.database(), clock};
  delivery::DeliveryOptions options;
};

}  // namespace heliograph::test
