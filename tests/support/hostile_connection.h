// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslSocket>
#include <QTimer>

#include "support/hostile_server.h"

namespace heliograph::test {

/// One connection of a HostileServer, on the server's thread. Deletes itself when the connection has ended.
class HostileConnection final : public QObject {
  Q_OBJECT

 public:
  HostileConnection(HostileServer& server, qintptr socket, QObject* parent);
  ~HostileConnection() override;
  Q_DISABLE_COPY_MOVE(HostileConnection)

 private:
  void read();
  void act(const HostileAct& act);
  void answer(const HostileAct& act);
  void trickle(QByteArray bytes, int everyMs);
  void closeAfter(int ms);
  void close();
  void breakOff();

  HostileServer& m_server;
  QSslSocket m_socket;
  QByteArray m_input;
  int m_connection = 0;
  int m_number = 0;  ///< of the request whose body is awaited, else 0
};

}  // namespace heliograph::test
