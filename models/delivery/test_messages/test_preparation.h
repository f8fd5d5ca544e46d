// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "audience/profile_schema.h"
#include "delivery/test_messages/test_send.h"
#include "message/message_plan.h"
#include "providers/prices/price_table.h"
#include "providers/routes/route_resolver.h"
#include "providers/template/outgoing_message.h"

namespace heliograph::delivery {

/// A test that is ready to leave.
struct PreparedTest {
  /// Who may be asked.
  struct Member {
    providers::ReadyProvider ready;
    std::optional<Money> price;  ///< of all parts; none: no price is known
  };
  std::vector<Member> members;  ///< who covers the number, in the route's order; at least one
  providers::OutgoingMessage message;
  QString asIdentity;
  QStringList linked;   ///< as in TestPreview
  QString eventValues;  ///< see testEventRecord()
};

/// The steps before tests leave: what they have in common once, then the number and the text of each. Blocking.
class TestPreparation final {
 public:
  /// Errors: InvalidInput for a broken message, those of storage and of the secret store.
  [[nodiscard]] static Result<TestPreparation> of(const DeliveryContext& context, const TestSendRequest& request);

  /// What can be chosen for the event that a draft's message reads. Errors: see TestSend::eventForm().
  [[nodiscard]] static Result<TestEventForm> eventForm(const DeliveryContext& context,
                                                       const campaign::Campaign& campaign);

  /// Errors: see TestSend::send().
  [[nodiscard]] Result<PreparedTest> prepare(const TestRecipient& recipient) const;
  /// What they would get.
  [[nodiscard]] TestPreview preview(const TestRecipient& recipient) const;

 private:
  TestPreparation(const DeliveryContext& context, const TestSendRequest& request, message::MessagePlan plan,
                  std::shared_ptr<const audience::ProfileSchema> schema,
                  Result<std::vector<providers::ReadyProvider>> members)
      : m_context(context),
        m_request(request),
        m_plan(std::move(plan)),
        m_schema(std::move(schema)),
        m_members(std::move(members)) {}

  [[nodiscard]] Result<> knowPrices();
  [[nodiscard]] Result<> knowLinked();
  [[nodiscard]] Result<> knowEvent();
  [[nodiscard]] Result<QString> address(const TestRecipient& recipient) const;
  [[nodiscard]] Result<message::Sendable> text(const QString& identity) const;
  [[nodiscard]] message::Sendable make(const message::PersonValues& person) const;
  [[nodiscard]] Result<message::Sendable> textOf(const QString& identity) const;
  /// Those of the route who cover the number, and what each takes for so many parts. Error: NotFound if nobody does.
  [[nodiscard]] Result<std::vector<PreparedTest::Member>> membersFor(const QString& e164, int parts) const;
  [[nodiscard]] QStringList linkedOf(int copy) const;

  DeliveryContext m_context;
  TestSendRequest m_request;
  message::MessagePlan m_plan;
  std::shared_ptr<const audience::ProfileSchema> m_schema;
  Result<std::vector<providers::ReadyProvider>> m_members;  ///< not empty
  std::vector<std::optional<providers::Tariff>> m_tariffs;  ///< of each
  QHash<QString, QString> m_linked;                         ///< by source: whose answer, in words
  QString m_eventValues;                                    ///< see testEventRecord()
};

}  // namespace heliograph::delivery
