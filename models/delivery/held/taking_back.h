// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>

#include "delivery/delivery_context.h"
#include "delivery/held/held_messages.h"
#include "net/http_client.h"
#include "providers/routes/provider_repository.h"
#include "providers/routes/route_resolver.h"

namespace heliograph::delivery {

/// Asks providers not to send messages that they keep, several at a time. Lives in the client's thread, and as long as
/// answers are to come. What it had begun when the program ends is asked again by the next one: taking back twice is
/// taking back once.
class TakingBack final : public std::enable_shared_from_this<TakingBack> {
 public:
  using Done = std::function<void(Result<>)>;

  /// Calls `done` once, on the client's thread, unless the client is gone by then.
  static void start(const DeliveryContext& context, net::HttpClient& client, const std::vector<HeldMessage>& messages,
                    Done done);

  TakingBack(const DeliveryContext& context, net::HttpClient& client, Done done);

 private:
  void askMore();
  void ask(const HeldMessage& message);
  void send(const HeldMessage& message, providers::ReadyProvider by, net::HttpRequest request);
  void settle(const Result<>& written);
  [[nodiscard]] const std::optional<providers::ReadyProvider>& deskOf(ProviderId id);
  void end(Result<> result);

  DeliveryContext m_context;
  net::HttpClient& m_client;
  Done m_done;
  providers::ProviderRepository m_providers;
  HeldMessages m_messages;
  std::deque<HeldMessage> m_left;
  std::map<ProviderId, std::optional<providers::ReadyProvider>> m_desks;
  int m_asking = 0;
  bool m_ended = false;
};

}  // namespace heliograph::delivery
