// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/embedded_sandbox.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QtTest>

#include "storage/statement.h"
#include "support/workspace_fixture.h"

using namespace heliograph;
using app::EmbeddedSandbox;

class EmbeddedSandboxTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void itsPlaceStaysTheSame();
  void aTakenPortIsGivenUp();
  void theSecondTakesOverWhenTheFirstEnds();
};

namespace {

bool answers(const QString& url) {
  QTcpSocket socket;
  socket.connectToHost(QHostAddress::LocalHost, static_cast<quint16>(QUrl(url).port()));
  return socket.waitForConnected(1000);
}

}  // namespace

void EmbeddedSandboxTest::itsPlaceStaysTheSame() {
  test::WorkspaceFixture workspace;
  const QString first = EmbeddedSandbox(workspace.database()).baseUrl().value();
  QCOMPARE(EmbeddedSandbox(workspace.database()).baseUrl().value(), first);
}

void EmbeddedSandboxTest::aTakenPortIsGivenUp() {
  test::WorkspaceFixture workspace;
  const QString first = EmbeddedSandbox(workspace.database()).baseUrl().value();
  QTcpServer stranger;
  QVERIFY(stranger.listen(QHostAddress::LocalHost, static_cast<quint16>(QUrl(first).port())));
  QVERIFY(EmbeddedSandbox(workspace.database()).baseUrl().value() != first);
}

void EmbeddedSandboxTest::theSecondTakesOverWhenTheFirstEnds() {
  test::WorkspaceFixture workspace;
  auto first = std::make_unique<EmbeddedSandbox>(workspace.database());
  const QString url = first->baseUrl().value();
  QVERIFY(first->start());
  EmbeddedSandbox second(workspace.database());
  QCOMPARE(second.baseUrl().value(), url);
  QVERIFY(second.start());
  QVERIFY(answers(url));
  first.reset();
  QTRY_VERIFY_WITH_TIMEOUT(answers(url), 10'000);
}

QTEST_GUILESS_MAIN(EmbeddedSandboxTest)
#include "embedded_sandbox_test.moc"
