// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/peer_process.h"

#include <QJsonDocument>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#ifdef Q_OS_LINUX
#include <sys/prctl.h>

#include <csignal>
#endif

namespace heliograph::test {
namespace {

constexpr int longest = 180000;  // ms

quint16 aFreePort() {
  QTcpServer probe;
  return probe.listen(QHostAddress::LocalHost, 0) ? probe.serverPort() : quint16(0);
}

bool answersAt(quint16 port) {
  QTcpSocket socket;
  socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
  return socket.waitForConnected(1000);
}

/// It doesn't outlive this program, however that ends.
void endWithUs(QProcess& process) {
#ifdef Q_OS_LINUX
  process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
#else
  Q_UNUSED(process)
#endif
}

}  // namespace

QString peersFolder() {
  return qEnvironmentVariable("HELIOGRAPH_PEERS");
}

QJsonObject runPeer(const QString& script, const QStringList& arguments) {
  QProcess process;
  endWithUs(process);
  process.setWorkingDirectory(peersFolder());
  process.start(QStringLiteral("node"), QStringList{script} + arguments);
  const bool ended = process.waitForFinished(longest) && process.exitStatus() == QProcess::NormalExit;
  const QByteArray output = process.readAllStandardOutput();
  const QJsonDocument said = QJsonDocument::fromJson(output);
  if (!ended || process.exitCode() != 0 || !said.isObject()) {
    qFatal("%s: %s %s", qPrintable(script), output.constData(), process.readAllStandardError().constData());
  }
  return said.object();
}

PrismProxy::~PrismProxy() {
  m_process.kill();
  m_process.waitForFinished(longest);
}

bool PrismProxy::start(const QString& description, const QString& upstream) {
  // Somebody else may take the port before Prism does; it ends then, and another one is tried.
  for (int tries = 0; tries < 5; ++tries) {
    if (startOn(aFreePort(), description, upstream)) return true;
  }
  return false;
}

bool PrismProxy::startOn(quint16 port, const QString& description, const QString& upstream) {
  endWithUs(m_process);
  m_process.setWorkingDirectory(peersFolder());
  m_process.setProcessChannelMode(QProcess::MergedChannels);
  m_process.start(QStringLiteral("node"),
                  {QStringLiteral("node_modules/@stoplight/prism-cli/dist/index.js"), QStringLiteral("proxy"),
                   QStringLiteral("-h"), QStringLiteral("127.0.0.1"), QStringLiteral("-p"), QString::number(port),
                   QStringLiteral("--errors"), QStringLiteral("--validate-request"), description, upstream});
  const bool decided =
      QTest::qWaitFor([&] { return m_process.state() == QProcess::NotRunning || answersAt(port); }, longest);
  m_url = QStringLiteral("http://127.0.0.1:%1").arg(port);
  if (decided && m_process.state() == QProcess::Running) return true;
  m_process.kill();
  m_process.waitForFinished(longest);
  qWarning("%s", m_process.readAll().constData());
  return false;
}

QByteArray PrismProxy::output() {
  return m_process.readAll();
}

}  // namespace heliograph::test
