// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QList>
#include <QObject>
#include <QString>
#include <functional>

namespace heliograph::net {

/// Finds the addresses of a host's name. Usable from every thread that has an event loop.
class NameResolver {
 public:
  /// The addresses in the order in which to try them; none if there is no such name.
  using Found = std::function<void(const QList<QHostAddress>&)>;

  virtual ~NameResolver() = default;
  /// Calls `found` once, later, on the calling thread, unless `context` is destroyed before.
  virtual void resolve(const QString& host, QObject* context, Found found) = 0;
};

/// The computer's own look-up (hosts file, DNS).
class SystemNameResolver final : public NameResolver {
 public:
  void resolve(const QString& host, QObject* context, Found found) override;
};

}  // namespace heliograph::net
