// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QPointer>
#include <QSet>
#include <QStringList>
#include <mutex>

#include "net/name_resolver.h"

namespace heliograph::test {

/// Names as a test says; any other has no address.
class FakeResolver final : public net::NameResolver {
 public:
  void clear() {
    const std::scoped_lock lock(m_mutex);
    m_addresses.clear();
    m_stalled.clear();
    m_asked.clear();
  }
  /// What look-ups of the name give.
  void set(const QString& name, const QStringList& addresses) {
    const std::scoped_lock lock(m_mutex);
    m_addresses[name] = {addresses};
  }
  /// What they give from the next look-up on.
  void then(const QString& name, const QStringList& addresses) {
    const std::scoped_lock lock(m_mutex);
    m_addresses[name] << addresses;
  }
  /// A look-up of the name never ends.
  void stall(const QString& name) {
    const std::scoped_lock lock(m_mutex);
    m_stalled << name;
  }
  [[nodiscard]] QStringList asked() const {
    const std::scoped_lock lock(m_mutex);
    return m_asked;
  }

  void resolve(const QString& host, QObject* context, Found found) override {
    const std::scoped_lock lock(m_mutex);
    m_asked << host;
    if (m_stalled.contains(host)) return;
    QList<QStringList>& answers = m_addresses[host];
    QList<QHostAddress> addresses;
    for (const QString& address : answers.value(0)) addresses << QHostAddress(address);
    if (answers.size() > 1) answers.removeFirst();
    QMetaObject::invokeMethod(
        context, [found = std::move(found), addresses] { found(addresses); }, Qt::QueuedConnection);
  }

 private:
  mutable std::mutex m_mutex;
  QMap<QString, QList<QStringList>> m_addresses;
  QSet<QString> m_stalled;
  QStringList m_asked;
};

}  // namespace heliograph::test
