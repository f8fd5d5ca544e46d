// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <functional>
#include <mutex>

#include "providers/sandbox/sandbox_record.h"

namespace heliograph::providers {

/// Messages that the sandbox keeps until the time they name, and those that were taken back before it. What was taken
/// back is kept in memory. Safe from any thread.
class SandboxHolding final {
 public:
  /// By which clock; none: the computer's.
  explicit SandboxHolding(std::function<QDateTime()> now) : m_now(std::move(now)) {}

  /// Its time hasn't come, and nobody took it back.
  [[nodiscard]] bool isHeld(const SandboxMessage& message) const;
  [[nodiscard]] bool isCanceled(const SandboxMessage& message) const;
  /// Whether the time that a message names can be kept: at least a minute, at most 35 days away. True if it names none.
  [[nodiscard]] bool canHold(const SandboxMessage& message) const;
  /// Takes it back; false if it was sent or taken back already, as the strictest providers say.
  [[nodiscard]] bool cancel(const SandboxMessage& message);

 private:
  [[nodiscard]] QDateTime now() const { return m_now ? m_now() : QDateTime::currentDateTimeUtc(); }

  std::function<QDateTime()> m_now;
  mutable std::mutex m_mutex;
  QSet<QString> m_canceled;
};

}  // namespace heliograph::providers
