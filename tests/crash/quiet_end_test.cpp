// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "support/generic_provider.h"
#include "support/hostile_server.h"
#include "support/sending_workspace.h"
#include "support/workspace_fixture.h"

using namespace heliograph;
using test::HostileAct;
using test::HostilePlan;
using test::HostileServer;
using test::must;
using test::SendingWorkspace;

namespace {

constexpr int kEndPatience = 120000;

const QString kSecret = QStringLiteral("Zq9sEcReTkey");
const QString kNumber = QStringLiteral("+919812345678");
const QString kText = QStringLiteral("Marked text qXw for Anna");

/// The bytes of all files below a folder.
QByteArray everythingIn(const QString& folder) {
  QByteArray bytes;
  QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
  while (files.hasNext()) {
    QFile file(files.next());
    if (file.open(QIODevice::ReadOnly)) bytes += file.readAll();
  }
  return bytes;
}

}  // namespace

class QuietEndTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aProgramThatBreaksDownSaysNothingOfWhatItSent_data() {
    QTest::addColumn<QString>("way");
    for (const char* way : {"exception", "fatal", "segfault", "abort"}) QTest::newRow(way) << QString::fromLatin1(way);
  }
  void aProgramThatBreaksDownSaysNothingOfWhatItSent() {
    QFETCH(QString, way);
    HostilePlan plan;
    plan.onRequest = [](int, const QByteArray&) {
      HostileAct act;
      act.kind = HostileAct::Kind::Stall;
      return act;
    };
    const HostileServer silent(plan);
    test::WorkspaceFixture fixture;
    // The program's own, so that what is published is due there, too.
    const SystemClock clock;
    SendingWorkspace workspace(fixture.database(), clock);
    must(workspace.secrets().write(QStringLiteral("Main"), QStringLiteral("password"), kSecret));
    workspace.addPerson(1, kNumber);
    const ProviderId provider = must(workspace.providers().create(test::genericProvider(
        QStringLiteral("Main"), silent.url().toString(), QStringLiteral("{\"to\":\"$$To\",\"text\":\"$$Body\"}"), {},
        {{QStringLiteral("auth"), QStringLiteral("basic")}, {QStringLiteral("username"), QStringLiteral("user")}})));
    (void)workspace.publish(workspace.addCampaign(SendingWorkspace::through(provider), kText.toUtf8()), 1);

    // Where it runs, and all that it may think of as its own place.
    const QTemporaryDir place;
    QProcess worker;
    worker.setWorkingDirectory(place.path());
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name :
         {"HOME", "TMPDIR", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"}) {
      environment.insert(QString::fromLatin1(name), place.path());
    }
    environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("*=true"));
    worker.setProcessEnvironment(environment);
    worker.start(QStringLiteral(DYING_WORKER), {fixture.path(), way, kSecret, kNumber, kText});
    QVERIFY(worker.waitForFinished(kEndPatience));
    // A sanitizer turns a signal into 1; what couldn't begin ends with 2 and more.
    QVERIFY(worker.exitStatus() == QProcess::CrashExit || worker.exitCode() == 1);

    const QByteArray said = worker.readAllStandardError() + worker.readAllStandardOutput();
    const QByteArray written = everythingIn(place.path());
    const QByteArray basic = ("user:" + kSecret.toUtf8()).toBase64();
    for (const QByteArray& mark : {kSecret.toUtf8(), basic, kNumber.toUtf8().mid(1), kText.toUtf8()}) {
      QVERIFY2(!said.contains(mark), said.constData());
      QVERIFY(!written.contains(mark));
    }
    // In the workspace stand numbers and texts, and never a secret.
    QFile file(fixture.path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains(kSecret.toUtf8()));
  }
};

QTEST_GUILESS_MAIN(QuietEndTest)
#include "quiet_end_test.moc"
