// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLockFile>
#include <QMutex>
#include <QTimer>

#include "core/result.h"
#include "providers/sandbox/sandbox_server.h"
#include "storage/database.h"

namespace heliograph::app {

/// The sandbox provider of a workspace, served by whichever program has the workspace open: the first one serves, the
/// others wait to take over. Its port is a fact of the workspace, so that all of them find it; its record lies beside
/// the workspace as "<workspace>.sandbox.jsonl".
class EmbeddedSandbox final {
 public:
  explicit EmbeddedSandbox(const storage::Database& database);

  /// Where it is or will be reached, "http://127.0.0.1:PORT". Chooses the port at the first time.
  [[nodiscard]] Result<QString> baseUrl();

  /// Serves, unless another program does so; needs baseUrl() before. From then on looks every second, as long as the
  /// event loop of this object's thread runs, whether it has to take over. Any thread. Errors: those of the record and
  /// of the port.
  [[nodiscard]] Result<> start();

  /// The file with what arrived, whoever serves.
  [[nodiscard]] static QString recordFile(const QString& workspacePath);

 private:
  [[nodiscard]] Result<> serve();
  [[nodiscard]] Result<quint16> storedPort() const;
  [[nodiscard]] Result<> storePort(quint16 port) const;

  const storage::Database& m_database;
  QMutex m_mutex;  ///< of the server and the lock
  providers::SandboxServer m_server;
  QLockFile m_lock;
  QTimer m_takeOver;
  quint16 m_port = 0;
};

}  // namespace heliograph::app
