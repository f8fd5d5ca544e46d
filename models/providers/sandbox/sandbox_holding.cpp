// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sandbox/sandbox_holding.h"

namespace heliograph::providers {
namespace {

constexpr qint64 kLeastHeldSeconds = 60;
constexpr qint64 kMostHeldSeconds = 35LL * 24 * 3600;

}  // namespace

bool SandboxHolding::isHeld(const SandboxMessage& message) const {
  return message.sendAt.isValid() && message.sendAt > now() && !isCanceled(message);
}

bool SandboxHolding::isCanceled(const SandboxMessage& message) const {
  const std::lock_guard lock(m_mutex);
  return m_canceled.contains(message.id);
}

bool SandboxHolding::canHold(const SandboxMessage& message) const {
  if (!message.sendAt.isValid()) return true;
  const qint64 left = now().secsTo(message.sendAt);
  return left >= kLeastHeldSeconds && left <= kMostHeldSeconds;
}

bool SandboxHolding::cancel(const SandboxMessage& message) {
  if (!isHeld(message)) return false;
  const std::lock_guard lock(m_mutex);
  m_canceled.insert(message.id);
  return true;
}

}  // namespace heliograph::providers
