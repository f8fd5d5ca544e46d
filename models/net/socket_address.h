// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#ifdef Q_OS_WIN
#include <winsock2.h>
#include <ws2tcpip.h>
#else
#include <netinet/in.h>
#endif

namespace heliograph::net {

/// A Qt address as the socket functions take it.
class SocketAddress final {
 public:
  SocketAddress(const QHostAddress& address, quint16 port);

  [[nodiscard]] const sockaddr* data() const { return reinterpret_cast<const sockaddr*>(&m_storage); }
  [[nodiscard]] bool isIpv6() const { return m_storage.ss_family == AF_INET6; }

 private:
  sockaddr_storage m_storage{};
};

}  // namespace heliograph::net
