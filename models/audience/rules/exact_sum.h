// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace heliograph::audience {

/// Adds numbers to a millionth, so that the sum is the same in whatever order they come, and amounts like 19.99 add up
/// to what people expect. Numbers of more than 10^20 count as that.
class ExactSum final {
 public:
  void add(double value) {
    if (std::abs(value) < kPlain) {
      m_millionths += std::llround(value * kScale);
    } else {
      m_millionths += static_cast<Wide>(std::clamp(value, -kMost, kMost) * kScale);
    }
  }

  [[nodiscard]] double sum() const { return static_cast<double>(m_millionths) / kScale; }
  /// Shared by so many; 0 for nobody.
  [[nodiscard]] double average(std::int64_t count) const {
    return count == 0 ? 0 : static_cast<double>(m_millionths) / (kScale * static_cast<double>(count));
  }

 private:
  __extension__ using Wide = __int128;
  static constexpr double kScale = 1e6;
  static constexpr double kPlain = 9e12;  ///< its millionths fit 64 bits
  static constexpr double kMost = 1e20;

  Wide m_millionths = 0;
};

}  // namespace heliograph::audience
