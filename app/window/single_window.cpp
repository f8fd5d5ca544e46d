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
  return socket.waitForConnected(kAnswerMs) && socket.waitForReadyRead(kAnswerMs);
}

SingleWindow::SingleWindow(const QString& workspace, QObject* parent) : QObject(parent) {
  m_server.setSocketOptions(QLocalServer::UserAccessOption);
  connect(&m_server, &QLocalServer::newConnection, this, [this] {
    while (QLocalSocket* socket = m_server.nextPendingConnection()) {
      connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
      socket->write("up");
      socket->disconnectFromServer();
      Q_EMIT raiseRequested();
    }
  });
  const QString name = socketOf(workspace);
  if (!name.isEmpty() && !isMeasured()) listen(name);
}

void SingleWindow::listen(const QString& name) {
  if (m_server.listen(name)) return;
  // Left behind by a program that was killed; one that runs would have answered.
  QLocalServer::removeServer(name);
  if (!m_server.listen(name))
    qCInfo(logApp).noquote() << "a second start opens its own window:" << m_server.errorString();
}

}  // namespace heliograph::app
