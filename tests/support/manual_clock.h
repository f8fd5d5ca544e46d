// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mutex>

#include "core/clock.h"

namespace heliograph::test {

/// A clock that stands still until it is moved. Safe to read from several threads.
class ManualClock final : public Clock {
 public:
  explicit ManualClock(QDateTime start = QDateTime(QDate(2026, 11, 26), QTime(12, 0), Qt::UTC)) : m_now(start) {}

  [[nodiscard]] QDateTime now() const override {
    const std::scoped_lock lock(m_mutex);
    return m_now;
  }
  void set(const QDateTime& now) {
    const std::scoped_lock lock(m_mutex);
    m_now = now;
  }
  void advance(qint64 seconds) {
    const std::scoped_lock lock(m_mutex);
    m_now = m_now.addSecs(seconds);
  }

 private:
  mutable std::mutex m_mutex;
  QDateTime m_now;
};

}  // namespace heliograph::test
