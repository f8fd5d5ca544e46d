// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "delivery/outbox/try_result.h"
#include "providers/answer/send_verdict.h"

namespace heliograph::delivery {

/// What has to be known of a try beside the provider's answer.
struct TryFacts {
  int number = 1;           ///< which try of the row it was
  bool othersLeft = false;  ///< another provider of the route hasn't turned the row away yet
  bool isAlone = false;     ///< the row shares no request, as one that it shared was refused
  bool isForLater = false;  ///< the provider was to keep it
};

/// What follows for the row from a provider's answer: the house's rules of when a message may be tried again and where.
/// Only a clear "not accepted" is tried again; anything unclear stays with a person. Fills everything of the result but
/// the ids.
[[nodiscard]] TryResult resultOf(const providers::SendVerdict& verdict, const TryFacts& facts);

/// So often a row is tried at most if it is answered "later" each time.
inline constexpr int kMostTries = 12;

}  // namespace heliograph::delivery
