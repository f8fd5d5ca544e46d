// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/socket_address.h"

#include <cstring>

namespace heliograph::net {

SocketAddress::SocketAddress(const QHostAddress& address, quint16 port) {
  if (address.protocol() == QAbstractSocket::IPv6Protocol) {
    auto& ipv6 = reinterpret_cast<sockaddr_in6&>(m_storage);
    ipv6.sin6_family = AF_INET6;
    ipv6.sin6_port = htons(port);
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    std::memcpy(&ipv6.sin6_addr, &bytes, sizeof bytes);
  } else {
    auto& ipv4 = reinterpret_cast<sockaddr_in&>(m_storage);
    ipv4.sin_family = AF_INET;
    ipv4.sin_port = htons(port);
    ipv4.sin_addr.s_addr = htonl(address.toIPv4Address());
  }
}

}  // namespace heliograph::net
