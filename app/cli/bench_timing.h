// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <algorithm>
#include <array>

namespace heliograph::cli {

/// How often a second `work`, which does `count` things, does one: the median of five runs after one to warm up.
template <class Work>
double medianPerSecond(double count, Work work) {
  std::array<double, 5> rates;
  work();
  for (double& rate : rates) {
    QElapsedTimer timer;
    timer.start();
    work();
    rate = count * 1e9 / static_cast<double>(timer.nsecsElapsed());
  }
  std::nth_element(rates.begin(), rates.begin() + 2, rates.end());
  return rates[2];
}

}  // namespace heliograph::cli
