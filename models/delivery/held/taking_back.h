// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include "delivery/held/held_messages.h"
#include "delivery/settling/provider_walk.h"

namespace heliograph::delivery {

/// Asks providers not to send messages that they keep, several at a time. What it had begun when the program ends is
/// asked again by the next one: taking back twice is taking back once. "Too late" is believed only where it can't mean
/// that a message was taken back before: the provider is asked what it does with it, if it can say.
class TakingBack final : public ProviderWalk {
 public:
  using Done = std::function<void(Result<>)>;

  /// Calls `done` once, on the client's thread, unless the client is gone by then.
  static void start(const DeliveryContext& context, net::HttpClient& client, std::vector<HeldMessage> messages,
                    Done done);

  TakingBack(const DeliveryContext& context, net::HttpClient& client, std::vector<HeldMessage> messages, Done done);

 private:
  [[nodiscard]] Result<> ask(std::size_t row) override;
  void ended(const Result<>& result) override;
  [[nodiscard]] Result<> heard(const HeldMessage& message, const providers::ReadyProvider& by,
                               const net::HttpOutcome& outcome);
  void askWhatBecameOf(const HeldMessage& message, const providers::ReadyProvider& by,
                       const providers::CancelVerdict& tooLate);
  [[nodiscard]] Result<> askLater(const HeldMessage& message) const;

  HeldMessages m_held;
  std::vector<HeldMessage> m_messages;
  Done m_done;
};

}  // namespace heliograph::delivery
