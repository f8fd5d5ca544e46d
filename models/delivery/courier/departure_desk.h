// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <vector>

#include "delivery/courier/batch_picker.h"
#include "delivery/courier/text_maker.h"
#include "net/http_request.h"
#include "providers/template/outgoing_message.h"

namespace heliograph::delivery {

/// A message whose try is written down and which may leave now.
struct Passenger {
  RunId run;
  OutboxId row;
  std::shared_ptr<const providers::ReadyProvider> provider;
  providers::OutgoingMessage message;
  QString country;       ///< ISO 3166, of the number; empty: not known
  bool isAlone = false;  ///< shares no request
  Try attempt = {};
};

/// One request, with one message or with several of one run.
struct Flight {
  RunId run;
  std::shared_ptr<const providers::ReadyProvider> provider;
  std::vector<Passenger> passengers;
  providers::SecretValues secrets;   ///< that it was made with, an access token among them
  Result<net::HttpRequest> request;  ///< or why none could be made of it
  qint64 left = 0;                   ///< when it was handed to the network, milliseconds since 1970

  [[nodiscard]] std::vector<providers::OutgoingMessage> messages() const;
};

/// The last steps before the network: texts are made, opt-outs looked at again, every row marked as leaving with its
/// own try, all in one commit, and requests built. Only what this gives back may be sent.
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
    std::vector<Passenger> passengers;  ///< of the same rows, not yet allowed to leave
    std::vector<MadeText> leftOut;
    std::vector<OutboxId> late;                         ///< rows that no provider can keep in time any more
    std::vector<std::pair<OutboxId, QDateTime>> quiet;  ///< rows for whose people it got quiet since, until when
  };

  /// Takes those of a batch out for whose people it is quiet now: it may have got so since they were picked.
  [[nodiscard]] Result<> sortOutQuiet(Batch& batch, Prepared& prepared) const;
  [[nodiscard]] Result<Prepared> prepare(std::vector<Batch> batches) const;
  /// Moves those who opted out since to `leftOut`.
  [[nodiscard]] Result<> recheckOptOuts(Prepared& prepared) const;
  [[nodiscard]] Result<std::vector<Passenger>> depart(Prepared prepared) const;
  /// Puts those together that can share a request.
  [[nodiscard]] std::vector<Flight> board(std::vector<Passenger> passengers) const;
  [[nodiscard]] Flight flightOf(std::vector<Passenger> passengers) const;

  DeliveryContext m_context;
  QString m_owner;
  std::chrono::milliseconds m_lease;
  std::chrono::steady_clock::time_point m_begunSteady;
  std::chrono::system_clock::time_point m_begunSystem;
};

}  // namespace heliograph::delivery
