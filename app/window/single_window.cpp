// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/single_window.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QLocalSocket>
#include <QStandardPaths>

#include "core/logging.h"

namespace heliograph::app {

namespace {

constexpr int kAnswerMs = 1000;
constexpr int kNameLength = 16;
const QByteArray kUp("up");
const QByteArray kSeen("seen");

/// A window that is only measured is nobody's.
bool isMeasured() {
  return qEnvironmentVariableIsSet("HELIOGRAPH_REPORT_START");
}

/// In the person's own folder, so that nobody else can listen there; empty when there is no such folder.
QString socketOf(const QString& workspace) {
  const QString folder = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
  const QFileInfo file(workspace);
  const QString path = file.exists() ? file.canonicalFilePath() : file.absoluteFilePath();
  const QByteArray name = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256).toHex();
  if (folder.isEmpty()) return {};
  return folder + QStringLiteral("/heliograph-") + QString::fromLatin1(name.left(kNameLength));
}

}  // namespace

bool SingleWindow::raiseRunning(const QString& workspace) {
  const QString name = socketOf(workspace);
  if (name.isEmpty() || isMeasured()) return false;
  QLocalSocket socket;
  socket.connectToServer(name);
  // Only an answer counts: a program that hangs must not keep this one from opening.
  return socket.waitForConnected(kAnswerMs) && socket.waitForReadyRead(kAnswerMs) && socket.readAll() == kUp;
}

SingleWindow::SingleWindow(const QString& workspace, std::function<bool()> bringUp) : m_bringUp(std::move(bringUp)) {
  m_server.setSocketOptions(QLocalServer::UserAccessOption);
  connect(&m_server, &QLocalServer::newConnection, this, &SingleWindow::answer);
  const QString name = socketOf(workspace);
  if (!name.isEmpty() && !isMeasured()) listen(name);
}

void SingleWindow::answer() {
  while (QLocalSocket* socket = m_server.nextPendingConnection()) {
    connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    socket->write(m_bringUp() ? kUp : kSeen);
    socket->disconnectFromServer();
  }
}

void SingleWindow::listen(const QString& name) {
  if (m_server.listen(name)) return;
  QLocalSocket other;
  other.connectToServer(name);
  // The first window of the workspace keeps the name; what a killed program left behind is cleared away.
  if (other.waitForConnected(kAnswerMs)) return;
  QLocalServer::removeServer(name);
  if (!m_server.listen(name)) qCInfo(logApp).noquote() << "no second start is heard:" << m_server.errorString();
}

}  // namespace heliograph::app
