// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>

#include "delivery/delivery_context.h"
#include "delivery/settling/unclear_repository.h"
#include "net/http_client.h"
#include "providers/answer/answer_reader.h"
#include "providers/routes/provider_repository.h"

namespace heliograph::delivery {

/// What asking the providers brought.
struct AskReport {
  int asked = 0;
  int found = 0;                     ///< the provider has it: now accepted
  int notFound = 0;                  ///< the provider says it hasn't; still unclear, for a person to decide
  int unclear = 0;                   ///< no usable answer
  int unreachable = 0;               ///< of those: the question didn't get there
  int unable = 0;                    ///< the provider can't be asked
  std::set<ProviderId> silent = {};  ///< who couldn't be reached

  bool operator==(const AskReport&) const = default;
};

/// Asks providers what became of unclear rows, several at a time, and settles those that are found. Lives in the
/// client's thread, and as long as answers are to come.
class UnclearAsking final : public std::enable_shared_from_this<UnclearAsking> {
 public:
  using Done = std::function<void(Result<AskReport>)>;

  /// Calls `done` once, on the client's thread, unless the client is gone by then.
  static void start(const DeliveryContext& context, net::HttpClient& client, const std::vector<UnclearRow>& rows,
                    Done done);

  UnclearAsking(const DeliveryContext& context, net::HttpClient& client, Done done);

 private:
  void askMore();
  void ask(const UnclearRow& row);
  void send(const UnclearRow& row, const providers::LookUpKey& key, providers::ReadyProvider by,
            net::HttpRequest request);
  /// The question didn't get there: it is asked again later.
  void noteUnreachable(const UnclearRow& row);
  /// It can't be asked about.
  void leave(const UnclearRow& row);
  [[nodiscard]] Result<> unable(const UnclearRow& row);
  void answered(const UnclearRow& row, const net::HttpOutcome& outcome, const providers::LookUpVerdict& verdict);
  [[nodiscard]] Result<> settle(const UnclearRow& row, const net::HttpOutcome& outcome,
                                const providers::LookUpVerdict& verdict);
  /// Nothing if that provider can't be asked.
  [[nodiscard]] const std::optional<providers::ReadyProvider>& deskOf(ProviderId id);
  void end(Result<AskReport> result);

  DeliveryContext m_context;
  net::HttpClient& m_client;
  Done m_done;
  providers::ProviderRepository m_providers;
  UnclearRepository m_rows;
  std::deque<UnclearRow> m_left;
  std::map<ProviderId, std::optional<providers::ReadyProvider>> m_desks;
  AskReport m_report;
  int m_asking = 0;
  bool m_ended = false;
};

}  // namespace heliograph::delivery
