// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <vector>

#include "delivery/batch_picker.h"
#include "delivery/text_maker.h"
#include "net/http_request.h"
#include "providers/outgoing_message.h"

namespace heliograph::delivery {

/// A message whose try is written down and which may leave now.
struct Flight {
  RunId run;
  OutboxId row;
  Try attempt;
  std::shared_ptr<const providers::ReadyProvider> provider;
  providers::OutgoingMessage message;
  Result<net::HttpRequest> request;  ///< or why none could be made of it
  QString country = {};              ///< ISO 3166, of the number; empty: not known
  qint64 left = 0;                   ///< when it was handed to the network, milliseconds since 1970
};

/// The last steps before the network: texts are made, opt-outs looked at again, requests built, and every row marked as
/// leaving with its try, all rows of a batch in one commit. Only what this gives back may be sent.
class DepartureDesk final {
 public:
  DepartureDesk(const DeliveryContext& context, QString owner, std::chrono::milliseconds lease)
      : m_context(context), m_owner(std::move(owner)), m_lease(lease) {}

  [[nodiscard]] Result<std::vector<Flight>> dispatch(std::vector<Batch> batches);
  /// Whether so much of the leases of the last dispatch is left that a request may still begin. Not so after the
  /// program was suspended in between: the rows may have been declared unclear by others then.
  [[nodiscard]] bool leasesHold(std::chrono::milliseconds deadline) const;

 private:
  /// Rows that have their text, and those that are left out after all.
  struct Prepared {
    std::vector<Departure> departures;
    std::vector<Flight> flights;  ///< of the same rows, not yet allowed to leave
    std::vector<MadeText> leftOut;
    std::vector<std::pair<OutboxId, QDateTime>> quiet;  ///< rows for whose people it got quiet since, until when
  };

  /// Takes those of a batch out for whose people it is quiet now: it may have got so since they were picked.
  [[nodiscard]] Result<> sortOutQuiet(Batch& batch, Prepared& prepared) const;
  [[nodiscard]] Result<Prepared> prepare(std::vector<Batch> batches) const;
  /// Moves those who opted out since to `leftOut`.
  [[nodiscard]] Result<> recheckOptOuts(Prepared& prepared) const;
  [[nodiscard]] Result<std::vector<Flight>> depart(Prepared prepared) const;

  DeliveryContext m_context;
  QString m_owner;
  std::chrono::milliseconds m_lease;
  std::chrono::steady_clock::time_point m_begunSteady;
  std::chrono::system_clock::time_point m_begunSystem;
};

}  // namespace heliograph::delivery
