// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/settling/ask_pauses.h"

#include <algorithm>

namespace heliograph::delivery {
namespace {

constexpr std::chrono::seconds kFirstAskPause{30};
constexpr std::chrono::seconds kLongestAskPause{3600};
constexpr int kMostAskDoublings = 7;

}  // namespace

void AskPauses::note(const std::set<ProviderId>& asked, const std::set<ProviderId>& silent, Moment now) {
  for (const ProviderId provider : asked) {
    if (!silent.contains(provider)) {
      m_pauses.erase(provider);
      continue;
    }
    Pause& pause = m_pauses[provider];
    pause.until = now + std::min(kFirstAskPause * (1 << std::min(pause.failures, kMostAskDoublings)), kLongestAskPause);
    ++pause.failures;
  }
}

std::vector<ProviderId> AskPauses::pausing(Moment now) const {
  std::vector<ProviderId> providers;
  for (const auto& [provider, pause] : m_pauses) {
    if (now < pause.until) providers.push_back(provider);
  }
  return providers;
}

}  // namespace heliograph::delivery
