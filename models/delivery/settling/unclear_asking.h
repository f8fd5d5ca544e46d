// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <set>
#include <vector>

#include "delivery/settling/provider_walk.h"
#include "delivery/settling/unclear_repository.h"
#include "providers/answer/answer_reader.h"

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

/// Asks providers what became of unclear rows, several at a time, and settles those that are found.
class UnclearAsking final : public ProviderWalk {
 public:
  using Done = std::function<void(Result<AskReport>)>;

  /// Calls `done` once, on the client's thread, unless the client is gone by then.
  static void start(const DeliveryContext& context, net::HttpClient& client, std::vector<UnclearRow> rows, Done done);

  UnclearAsking(const DeliveryContext& context, net::HttpClient& client, std::vector<UnclearRow> rows, Done done);

 private:
  [[nodiscard]] Result<> ask(std::size_t index) override;
  void ended(const Result<>& result) override;
  /// The question didn't get there: it is asked again later.
  void noteUnreachable(const UnclearRow& row);
  /// It can't be asked about.
  [[nodiscard]] Result<> leave(const UnclearRow& row);
  [[nodiscard]] Result<> unasked(const UnclearRow& row, bool lacksToken);
  [[nodiscard]] Result<> settle(const UnclearRow& row, const net::HttpOutcome& outcome,
                                const providers::LookUpVerdict& verdict);

  UnclearRepository m_repository;
  std::vector<UnclearRow> m_rows;
  Done m_done;
  AskReport m_report;
};

}  // namespace heliograph::delivery
