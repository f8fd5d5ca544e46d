// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/address_guard.h"

#include <QStringList>
#include <algorithm>
#include <array>

namespace heliograph::net {
namespace {

using Subnet = QPair<QHostAddress, int>;

template <std::size_t count>
std::array<Subnet, count> subnets(const std::array<const char*, count>& texts) {
  std::array<Subnet, count> parsed;
  std::transform(texts.begin(), texts.end(), parsed.begin(),
                 [](const char* text) { return QHostAddress::parseSubnet(QLatin1String(text)); });
  return parsed;
}

template <std::size_t count>
bool isInOneOf(const QHostAddress& address, const std::array<Subnet, count>& nets) {
  return std::any_of(nets.begin(), nets.end(), [&](const Subnet& net) { return address.isInSubnet(net); });
}

/// The special-purpose registry of IPv4 (RFC 6890), and an address at which a cloud answers its machines.
bool isPublicIpv4(const QHostAddress& address) {
  static const auto reserved =
      subnets(std::array{"0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
                         "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15",
                         "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4", "168.63.129.16/32"});
  return !isInOneOf(address, reserved);
}

/// Only global unicast is public, and of that not what is set apart (RFC 6890; 6to4, Teredo, documentation).
bool isPublicIpv6(const QHostAddress& address) {
  static const auto global = subnets(std::array{"2000::/3"});
  static const auto reserved = subnets(std::array{"2001::/23", "2001:db8::/32", "2002::/16", "3ffe::/16", "3fff::/20"});
  return isInOneOf(address, global) && !isInOneOf(address, reserved);
}

/// The IPv4 address that an IPv6 one stands for (mapped, RFC 4291; NAT64, RFC 6052), else the address itself.
QHostAddress unwrapped(const QHostAddress& address) {
  bool isMapped = false;
  const quint32 mapped = address.toIPv4Address(&isMapped);
  if (isMapped) return QHostAddress(mapped);
  static const Subnet translated = QHostAddress::parseSubnet(QStringLiteral("64:ff9b::/96"));
  if (!address.isInSubnet(translated)) return address;
  const Q_IPV6ADDR bytes = address.toIPv6Address();
  return QHostAddress(quint32(bytes[12]) << 24 | quint32(bytes[13]) << 16 | quint32(bytes[14]) << 8 | bytes[15]);
}

/// A figure as the socket functions read it: decimal, 0x hexadecimal, 0 octal.
std::optional<quint64> figure(const QString& text) {
  if (text.isEmpty() || !text[0].isDigit()) return std::nullopt;
  bool isFigure = false;
  const int base = text.startsWith(QLatin1String("0x"), Qt::CaseInsensitive) ? 16
                   : text.size() > 1 && text[0] == QLatin1Char('0')          ? 8
                                                                             : 10;
  const quint64 value = (base == 16 ? text.mid(2) : text).toULongLong(&isFigure, base);
  if (base == 16 && text.size() == 2) return 0;
  return isFigure ? std::optional(value) : std::nullopt;
}

std::optional<QHostAddress> fromFigures(const QStringList& parts) {
  quint64 address = 0;
  for (qsizetype i = 0; i < parts.size(); ++i) {
    const auto value = figure(parts[i]);
    const bool isLast = i + 1 == parts.size();
    const quint64 limit = isLast ? quint64(1) << (8 * (5 - parts.size())) : 256;
    if (!value || *value >= limit) return QHostAddress();
    address = isLast ? (address << (8 * (5 - parts.size()))) | *value : (address << 8) | *value;
  }
  return QHostAddress(static_cast<quint32>(address));
}

}  // namespace

bool isPublicAddress(const QHostAddress& address) {
  if (address.isNull()) return false;
  const QHostAddress plain = unwrapped(address);
  return plain.protocol() == QAbstractSocket::IPv4Protocol ? isPublicIpv4(plain) : isPublicIpv6(plain);
}

bool isSingleAddress(const QHostAddress& address) {
  static const auto nobody = subnets(std::array{"0.0.0.0/8", "224.0.0.0/4", "255.255.255.255/32"});
  if (address.isNull()) return false;
  const QHostAddress plain = unwrapped(address);
  if (plain.protocol() == QAbstractSocket::IPv4Protocol) return !isInOneOf(plain, nobody);
  return !plain.isMulticast() && plain != QHostAddress(QHostAddress::AnyIPv6);
}

std::optional<QHostAddress> literalAddress(const QString& host) {
  QString bare = host;
  if (bare.startsWith(QLatin1Char('[')) && bare.endsWith(QLatin1Char(']'))) bare = bare.mid(1, bare.size() - 2);
  if (bare.contains(QLatin1Char(':'))) return QHostAddress(bare);
  if (bare.endsWith(QLatin1Char('.'))) bare.chop(1);
  const QStringList parts = bare.split(QLatin1Char('.'));
  // As the URL standard has it: a host whose last part is a figure is an address, whatever the rest says.
  const QString& last = parts.back();
  const bool isFigures =
      !last.isEmpty() &&
      (figure(last).has_value() || std::all_of(last.begin(), last.end(), [](QChar c) { return c.isDigit(); }));
  if (!isFigures) return std::nullopt;
  return parts.size() > 4 ? QHostAddress() : fromFigures(parts);
}

}  // namespace heliograph::net
