// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/provider_gate.h"

#include <algorithm>

namespace heliograph::delivery {
namespace {

using namespace std::chrono_literals;

/// So many acceptances widen the window by one.
constexpr int kAcceptancesPerStep = 8;
constexpr int kLongestBackOffSteps = 5;  // 32 seconds

}  // namespace

std::chrono::milliseconds ProviderGate::returned(const providers::SendVerdict& verdict) {
  --m_inFlight;
  const bool wasUnderWay = m_leftFromPause > 0;
  if (wasUnderWay) --m_leftFromPause;
  if (!verdict.temporary && verdict.outcome != providers::SendVerdict::Outcome::RetryAfter) {
    if (verdict.outcome == providers::SendVerdict::Outcome::Accepted) accepted();
    return 0ms;
  }
  if (wasUnderWay) return verdict.retryAfter;
  m_leftFromPause = m_inFlight;
  m_acceptedSince = 0;
  if (verdict.httpStatus != 0) m_window = std::max(1, m_window / 2);
  return std::max<std::chrono::milliseconds>(verdict.retryAfter, backOff());
}

void ProviderGate::accepted() {
  m_streak = 0;
  if (++m_acceptedSince < kAcceptancesPerStep) return;
  m_acceptedSince = 0;
  m_window = std::min(m_max, m_window + 1);
}

std::chrono::milliseconds ProviderGate::backOff() {
  const int steps = std::min(m_streak++, kLongestBackOffSteps);
  return 1000ms * (1 << steps);
}

}  // namespace heliograph::delivery
