// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/embedded_sandbox.h"

#include <QRandomGenerator>
#include <QTcpServer>

#include "core/logging.h"
#include "message/sms_text.h"
#include "storage/statement.h"

namespace heliograph::app {

using storage::Statement;

namespace {

const QString kPortFact = QStringLiteral("sandbox_port");

int partsOf(const QByteArray& utf8) {
  return message::measureSms({utf8.constData(), static_cast<size_t>(utf8.size())}).parts;
}

bool isFree(quint16 port) {
  QTcpServer probe;
  return probe.listen(QHostAddress::LocalHost, port);
}

/// A free port below those that systems give to outgoing connections, so that it is still free tomorrow; else any.
quint16 anyFreePort() {
  constexpr int tries = 20;
  for (int i = 0; i < tries; ++i) {
    const auto port = static_cast<quint16>(QRandomGenerator::global()->bounded(20'000, 30'000));
    if (isFree(port)) return port;
  }
  QTcpServer probe;
  return probe.listen(QHostAddress::LocalHost, 0) ? probe.serverPort() : quint16(0);
}

}  // namespace

EmbeddedSandbox::EmbeddedSandbox(const storage::Database& database)
    : m_database(database),
      m_server(providers::SandboxOptions{{}, partsOf}),
      m_lock(database.path() + QStringLiteral(".sandbox.lock")) {
  m_lock.setStaleLockTime(0);
  m_takeOver.setInterval(1000);
  QObject::connect(&m_takeOver, &QTimer::timeout, &m_takeOver, [this] {
    if (auto served = serve(); !served) qCWarning(logApp) << "sandbox:" << errorCodeName(served.error().code);
  });
}

Result<QString> EmbeddedSandbox::baseUrl() {
  const QMutexLocker guard(&m_mutex);
  auto port = storedPort();
  if (!port) return fail(port.error());
  m_port = *port;
  // A port that somebody else took since is given up, unless it is a Heliograph that serves this workspace.
  const bool othersServe = m_port != 0 && !m_lock.tryLock(0);
  if (!othersServe && (m_port == 0 || !isFree(m_port))) {
    m_port = anyFreePort();
    HELIOGRAPH_TRY(storePort(m_port));
  }
  m_lock.unlock();
  return QStringLiteral("http://127.0.0.1:%1").arg(m_port);
}

Result<> EmbeddedSandbox::start() {
  HELIOGRAPH_TRY(serve());
  QMetaObject::invokeMethod(&m_takeOver, qOverload<>(&QTimer::start));
  return {};
}

Result<> EmbeddedSandbox::serve() {
  const QMutexLocker guard(&m_mutex);
  if (m_server.isRunning() || !m_lock.tryLock(0)) return {};
  auto url = m_server.start(m_port, recordFile(m_database.path()));
  if (!url) {
    m_lock.unlock();
    return fail(url.error());
  }
  return {};
}

QString EmbeddedSandbox::recordFile(const QString& workspacePath) {
  return workspacePath + QStringLiteral(".sandbox.jsonl");
}

Result<quint16> EmbeddedSandbox::storedPort() const {
  Statement find(m_database, QStringLiteral("SELECT value FROM workspace WHERE name = ?"));
  find.bind(kPortFact);
  auto row = find.next();
  if (!row) return fail(row.error());
  return *row ? static_cast<quint16>(find.integer(0)) : quint16(0);
}

Result<> EmbeddedSandbox::storePort(quint16 port) const {
  Statement keep(m_database, QStringLiteral("INSERT INTO workspace (name, value) VALUES (?, ?) "
                                            "ON CONFLICT (name) DO UPDATE SET value = excluded.value"));
  return keep.bind(kPortFact).bind(static_cast<qint64>(port)).run();
}

}  // namespace heliograph::app
