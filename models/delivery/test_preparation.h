// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "audience/profile_schema.h"
#include "delivery/test_send.h"
#include "message/message_plan.h"
#include "providers/outgoing_message.h"
#include "providers/route_resolver.h"

namespace heliograph::delivery {

/// A test that is ready to leave.
struct PreparedTest {
  campaign::Campaign campaign;
  providers::ReadyProvider provider;
  providers::OutgoingMessage message;
};

/// The steps before a test leaves: the number, the provider and the text. Blocking.
class TestPreparation final {
 public:
  TestPreparation(const DeliveryContext& context, const TestSendRequest& request)
      : m_context(context), m_request(request) {}

  [[nodiscard]] Result<PreparedTest> run() const;

 private:
  [[nodiscard]] Result<QString> address() const;
  [[nodiscard]] Result<providers::ReadyProvider> provider() const;
  [[nodiscard]] Result<message::Sendable> text() const;
  [[nodiscard]] message::Sendable prepare(const message::MessagePlan& plan, const message::PersonValues& person) const;
  [[nodiscard]] Result<message::Sendable> textOfNobody(const message::MessagePlan& plan,
                                                       const audience::ProfileSchema& schema) const;
  [[nodiscard]] Result<message::Sendable> textOf(const message::MessagePlan& plan,
                                                 const std::shared_ptr<const audience::ProfileSchema>& schema) const;

  const DeliveryContext& m_context;
  const TestSendRequest& m_request;
};

}  // namespace heliograph::delivery
