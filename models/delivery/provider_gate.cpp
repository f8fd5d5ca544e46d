// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/provider_gate.h"

#include <algorithm>

namespace heliograph::delivery {
namespace {

using namespace std::chrono_literals;

/// So many acceptances widen the window by one.
constexpr int kAcceptancesPerStep = 8;
constexpr std::chrono::milliseconds kLongestPause = 30s;
constexpr int kMostDoublings = 9;

}  // namespace

int ProviderGate::room() const {
  const int window = m_streak > 1 ? 1 : m_window;
  return std::max(window - m_inFlight, 0);
}

std::chrono::milliseconds ProviderGate::returned(const providers::SendVerdict& verdict) {
  --m_inFlight;
  const bool wasUnderWay = m_leftFromPause > 0;
  if (wasUnderWay) --m_leftFromPause;
  if (!verdict.temporary && verdict.outcome != providers::SendVerdict::Outcome::RetryAfter) {
    if (verdict.httpStatus != 0) m_streak = 0;
    if (verdict.outcome == providers::SendVerdict::Outcome::Accepted) accepted();
    return 0ms;
  }
  if (wasUnderWay) return verdict.retryAfter;
  m_leftFromPause = m_inFlight;
  m_acceptedSince = 0;
  if (verdict.httpStatus != 0) m_window = std::max(1, m_window / 2);
  return std::max<std::chrono::milliseconds>(verdict.retryAfter, backOff(verdict.httpStatus != 0));
}

void ProviderGate::accepted() {
  if (++m_acceptedSince < kAcceptancesPerStep) return;
  m_acceptedSince = 0;
  m_window = std::min(m_max, m_window + 1);
}

/// A connection that fails once is soon tried again; who said "too many" is given more time.
std::chrono::milliseconds ProviderGate::backOff(bool answered) {
  const std::chrono::milliseconds first = answered ? 1000ms : 100ms;
  return std::min(first * (1 << std::min(m_streak++, kMostDoublings)), kLongestPause);
}

}  // namespace heliograph::delivery
