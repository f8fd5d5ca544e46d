// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace heliograph::campaign {

/// How many people a campaign is sent to before a person is asked whether the others get it, too.
struct Release {
  static constexpr int usual = 100;
  static constexpr int most = 10'000;

  int first = 0;  ///< so many and then ask, at most `most`; 0: everybody at once

  [[nodiscard]] static Release everybody() { return {}; }
  [[nodiscard]] static Release firstThenAsk(int people) { return {people}; }
  [[nodiscard]] bool asks() const { return first > 0; }

  bool operator==(const Release&) const = default;
};

}  // namespace heliograph::campaign
