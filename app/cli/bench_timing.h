// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <ctime>

namespace heliograph::cli {

/// Seconds that a clock shows: CLOCK_THREAD_CPUTIME_ID for what this thread computed, whatever else the machine does,
/// or CLOCK_PROCESS_CPUTIME_ID for what all threads did.
inline double clockSeconds(clockid_t clock) {
  timespec now{};
  clock_gettime(clock, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

/// How often a second `work`, which does `count` things, does one: the median of five runs after one to warm up.
template <class Work>
double medianPerSecond(double count, Work work, clockid_t clock = CLOCK_THREAD_CPUTIME_ID) {
  std::array<double, 5> rates;
  work();
  for (double& rate : rates) {
    const double before = clockSeconds(clock);
    work();
    rate = count / (clockSeconds(clock) - before);
  }
  std::nth_element(rates.begin(), rates.begin() + 2, rates.end());
  return rates[2];
}

}  // namespace heliograph::cli
