// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/courier/provider_gate.h"

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
  // Whether it can be reached is told by its circuit, which all programs share.
  if (verdict.httpStatus == 0) return 0ms;
  if (!verdict.temporary && verdict.outcome != providers::SendVerdict::Outcome::RetryAfter) {
    m_streak = 0;
    if (verdict.outcome == providers::SendVerdict::Outcome::Accepted) accepted();
    return 0ms;
  }
  if (wasUnderWay) return verdict.retryAfter;
  m_leftFromPause = m_inFlight;
  m_acceptedSince = 0;
  m_window = std::max(1, m_window / 2);
  return std::max<std::chrono::milliseconds>(verdict.retryAfter, backOff());
}

void ProviderGate::accepted() {
  if (++m_acceptedSince < kAcceptancesPerStep) return;
  m_acceptedSince = 0;
  m_window = std::min(m_max, m_window + 1);
}

std::chrono::milliseconds ProviderGate::backOff() {
  constexpr std::chrono::milliseconds first = 1s;
  return std::min(first * (1 << std::min(m_streak++, kMostDoublings)), kLongestPause);
}

}  // namespace heliograph::delivery
