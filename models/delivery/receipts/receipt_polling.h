// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "delivery/delivery_context.h"
#include "delivery/receipts/poll_repository.h"
#include "delivery/receipts/receipt_intake.h"
#include "net/http_client.h"
#include "providers/reports/report_reader.h"
#include "providers/routes/provider_repository.h"
#include "providers/routes/provider_secrets.h"

namespace heliograph::delivery {

/// Asks providers what became of messages and what people answered: a few requests at a time, so that sending keeps
/// what the provider bears; less and less often when nothing new comes or it fails. Lives in the client's thread; has
/// to be gone after the client.
class ReceiptPolling final {
 public:
  ReceiptPolling(const DeliveryContext& context, net::HttpClient& client);

  /// Begins what is due by the clock. Cheap when nothing is.
  [[nodiscard]] Result<> look();
  /// Requests under way.
  [[nodiscard]] int asking() const { return m_asking; }

 private:
  /// A provider that can be asked.
  using Desk = providers::ReadyProvider;
  /// How asking it goes.
  struct Course {
    int asking = 0;
    int failures = 0;
    QDateTime notBefore;
  };
  struct Question {
    ProviderId provider;
    providers::ReportTopic topic = providers::ReportTopic::Receipts;
    std::vector<UnheardRow> rows;  ///< empty: a feed
    FeedPlace place;
    int pages = 0;  ///< so many were read before this one without a pause
  };

  [[nodiscard]] Result<> lookAt(const Desk& desk);
  [[nodiscard]] Result<bool> askRows(const Desk& desk);
  [[nodiscard]] Result<bool> askFeed(const Desk& desk, providers::ReportTopic topic);
  /// Asks for the place's page of a feed.
  [[nodiscard]] bool askPlace(const Desk& desk, const Question& question);
  /// False for a question of which no request can be made.
  [[nodiscard]] bool ask(const Desk& desk, const providers::PollSpec& poll, const Question& question,
                         const providers::TokenValues& tokens);
  void send(const Desk& desk, const providers::PollSpec& poll, const Question& question, net::HttpRequest request);
  void answered(const Desk& desk, const providers::ReportSpec& spec, const Question& question,
                const net::HttpOutcome& outcome);
  [[nodiscard]] Result<> take(const Desk& desk, const providers::ReportSpec& spec, const Question& question,
                              const net::HttpAnswer& answer);
  /// Of a feed in pages: keeps where it goes on, and goes on.
  [[nodiscard]] Result<> takePage(const Desk& desk, const Question& question, const providers::ReadReports& read,
                                  bool news);
  /// From the feed's first page, when the provider doesn't take the one that was asked for.
  void startAgain(const Question& question, int status);
  void failed(ProviderId provider, const net::HttpAnswer& answer);
  [[nodiscard]] Result<> readDesks();

  DeliveryContext m_context;
  net::HttpClient& m_client;
  PollRepository m_rows;
  ReceiptIntake m_intake;
  std::vector<Desk> m_desks;
  std::map<ProviderId, Course> m_courses;
  QDateTime m_nextLook;
  QDateTime m_desksUntil;
  int m_asking = 0;
};

}  // namespace heliograph::delivery
