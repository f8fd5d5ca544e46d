// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/keyring_secret_store.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <thread>

using heliograph::ErrorCode;
using heliograph::net::KeyringSecretStore;

namespace {

const QString provider = QStringLiteral("Acme SMS");
const QString field = QStringLiteral("auth_token");

/// What keyring this process was started with: "" (none of the test's), "open" or "locked".
QString keyring() {
  return qEnvironmentVariable("HELIOGRAPH_TEST_KEYRING");
}

}  // namespace

/// Against a real keyring: the program runs itself again in a D-Bus session of its own, with a keyring of its own.
class KeyringSecretStoreTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void anOpenAndThenALockedKeyring() {
    if (!keyring().isEmpty()) {
      return;
    }
    for (const char* tool : {"dbus-run-session", "gnome-keyring-daemon"}) {
      if (QStandardPaths::findExecutable(QLatin1String(tool)).isEmpty()) {
        QSKIP("dbus-run-session and gnome-keyring-daemon are needed");
      }
    }
    const QTemporaryDir home;
    runInside(home, QStringLiteral("open"),
              "eval \"$(printf secret | gnome-keyring-daemon --unlock --components=secrets)\"; sleep 0.5; exec \"$0\"");
    runInside(home, QStringLiteral("locked"), "exec \"$0\"");
  }

  void keepsFindsAndForgets() {
    if (keyring() != QLatin1String("open")) {
      return;
    }
    KeyringSecretStore store;
    QCOMPARE(store.read(provider, field).error().code, ErrorCode::NotFound);
    const auto written = store.write(provider, field, QStringLiteral("s\u00e9cret"));
    QVERIFY2(written, written ? "" : qPrintable(written.error().detail));
    QCOMPARE(*store.read(provider, field), QStringLiteral("s\u00e9cret"));
    QVERIFY(store.write(provider, field, QStringLiteral("other")));
    QCOMPARE(*KeyringSecretStore().read(provider, field), QStringLiteral("other"));
    QCOMPARE(KeyringSecretStore(QStringLiteral("elsewhere")).read(provider, field).error().code, ErrorCode::NotFound);
    QVERIFY(store.remove(provider, field));
    QVERIFY(store.remove(provider, field));
    QCOMPARE(store.read(provider, field).error().code, ErrorCode::NotFound);
  }

  void servesSeveralThreadsThatComeAndGo() {
    if (keyring() != QLatin1String("open")) {
      return;
    }
    for (int i = 0; i < 3; ++i) {
      std::thread([&] {
        KeyringSecretStore store;
        QVERIFY(store.write(provider, QString::number(i), QStringLiteral("x")));
        QVERIFY(store.read(provider, QString::number(i)));
      }).join();
    }
  }

  void aLockedKeyringIsAFailureWithinTheLimit() {
    if (keyring() == QLatin1String("open")) {
      QVERIFY(KeyringSecretStore().write(provider, QStringLiteral("kept"), QStringLiteral("x")));
    }
    if (keyring() != QLatin1String("locked")) {
      return;
    }
    QElapsedTimer timer;
    timer.start();
    KeyringSecretStore store;
    const auto secret = store.read(provider, QStringLiteral("kept"));
    QVERIFY(!secret);
    QVERIFY(secret.error().code != ErrorCode::NotFound);
    QVERIFY(!store.write(provider, field, QStringLiteral("x")));
    QVERIFY(timer.elapsed() < 6500);
  }

 private:
  static void runInside(const QTemporaryDir& home, const QString& keyring, const char* script) {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"}) {
      environment.insert(QLatin1String(name), home.path());
    }
    environment.remove(QStringLiteral("DISPLAY"));
    environment.remove(QStringLiteral("WAYLAND_DISPLAY"));
    environment.insert(QStringLiteral("HELIOGRAPH_TEST_KEYRING"), keyring);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral("dbus-run-session"), {QStringLiteral("--"), QStringLiteral("sh"), QStringLiteral("-c"),
                                                       QLatin1String(script), QCoreApplication::applicationFilePath()});
    QVERIFY(process.waitForFinished(30000));
    const bool isGood = process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    QVERIFY2(isGood, process.readAll().right(4000));
  }
};

QTEST_GUILESS_MAIN(KeyringSecretStoreTest)
#include "keyring_secret_store_test.moc"
