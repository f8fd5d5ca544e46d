// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

#include "providers/answer/send_verdict.h"

namespace heliograph::delivery {

/// What one courier keeps in mind of one provider: how many messages are there at a time, and how long to leave it
/// alone after it said "too many". The number in flight halves when it is throttled and grows
/// again with what it accepts, so that an unknown limit is found with few refusals.
class ProviderGate final {
 public:
  explicit ProviderGate(int maxInFlight) : m_max(maxInFlight), m_window(maxInFlight) {}

  /// How many more may leave.
  [[nodiscard]] int room() const;
  [[nodiscard]] int inFlight() const { return m_inFlight; }

  void departed() { ++m_inFlight; }
  /// An answer came, or none. Gives how long nothing should be sent there, by anybody; 0: no pause.
  [[nodiscard]] std::chrono::milliseconds returned(const providers::SendVerdict& verdict);
  /// It never left.
  void cancelled() { --m_inFlight; }

 private:
  void accepted();
  [[nodiscard]] std::chrono::milliseconds backOff();

  int m_max;
  int m_window;
  int m_inFlight = 0;
  int m_acceptedSince = 0;
  int m_streak = 0;         ///< pauses since it last answered otherwise
  int m_leftFromPause = 0;  ///< messages that were under way when it was last paused; they say nothing new
};

}  // namespace heliograph::delivery
