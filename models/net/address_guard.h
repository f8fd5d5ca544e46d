// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <optional>

namespace heliograph::net {

/// Whether an address is of the public internet: none of this computer, of private and shared networks (RFC 1918, 4193,
/// 6598), link-local, multicast, reserved, nor one of those under which clouds give out their keys. An IPv4 address
/// inside an IPv6 one (mapped, NAT64) counts as what it is.
[[nodiscard]] bool isPublicAddress(const QHostAddress& address);

/// Whether anything can be asked there at all: neither multicast, nor broadcast, nor "no address".
[[nodiscard]] bool isSingleAddress(const QHostAddress& address);

/// The address that a URL's host is by itself, in any notation that socket functions take ("127.1", "0x7f000001",
/// "2130706433", "::ffff:127.0.0.1"). Nothing for a name; a null address for figures that are no address.
[[nodiscard]] std::optional<QHostAddress> literalAddress(const QString& host);

}  // namespace heliograph::net
