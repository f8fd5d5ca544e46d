// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

namespace heliograph::delivery {

/// Of the people who got a copy, how many converted.
struct CopyShare {
  qint64 sent = 0;
  qint64 converted = 0;
  bool clicks = false;  ///< `converted` are those who followed a link

  bool operator==(const CopyShare&) const = default;

  /// From 0 to 1; 0 if nobody got it.
  [[nodiscard]] double share() const {
    return sent > 0 ? static_cast<double>(converted) / static_cast<double>(sent) : 0;
  }
};

/// The shares of all copies as text for the workspace, and back; nothing for a text that is none.
[[nodiscard]] QString copySharesText(const std::vector<CopyShare>& shares);
[[nodiscard]] std::vector<CopyShare> copySharesFromText(const QString& text);

/// The copies with the highest share, in order; none if nobody converted.
[[nodiscard]] std::vector<int> leadingCopies(const std::vector<CopyShare>& shares);

/// Whether two shares may differ by chance: a two-sided test of two proportions is less than 95 % sure.
[[nodiscard]] bool mayBeChance(const CopyShare& one, const CopyShare& other);

}  // namespace heliograph::delivery
