// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <map>
#include <set>
#include <vector>

#include "core/ids.h"

namespace heliograph::delivery {

/// How long providers that couldn't be reached aren't asked about unclear messages: half a minute, then twice as long
/// each time, up to an hour. The others are asked meanwhile.
class AskPauses final {
 public:
  using Moment = std::chrono::steady_clock::time_point;

  /// These were asked; of these no answer came.
  void note(const std::set<ProviderId>& asked, const std::set<ProviderId>& silent,
            Moment now = std::chrono::steady_clock::now());
  /// Who isn't to be asked now.
  [[nodiscard]] std::vector<ProviderId> pausing(Moment now = std::chrono::steady_clock::now()) const;

 private:
  struct Pause {
    int failures = 0;
    Moment until;
  };
  std::map<ProviderId, Pause> m_pauses;
};

}  // namespace heliograph::delivery
