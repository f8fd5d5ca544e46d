// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/courier/departure_desk.h"

#include <map>

#include "audience/suppression_repository.h"
#include "delivery/courier/outgoing_fields.h"
#include "delivery/outbox/client_id.h"
#include "delivery/outbox/reason_text.h"
#include "providers/definition/send_tokens.h"
#include "providers/request/request_builder.h"
#include "storage/transaction.h"

namespace heliograph::delivery {
namespace {

providers::OutgoingMessage messageOf(const ClaimedRow& row, const RunContext& context) {
  providers::OutgoingMessage message{row.address, row.text,      row.encoding,
                                     row.parts,   newClientId(), QString::number(context.frozen.campaign.id.value)};
  if (row.fields) addFields(*row.fields, message);
  message.sendAt = context.sendAt;
  return message;
}

}  // namespace

Result<std::vector<Flight>> DepartureDesk::dispatch(std::vector<Batch> batches) {
  m_begunSteady = std::chrono::steady_clock::now();
  m_begunSystem = std::chrono::system_clock::now();
  auto prepared = prepare(std::move(batches));
  if (!prepared) return fail(prepared.error());
  auto transaction = storage::Transaction::begin(m_context.database);
  if (!transaction) return fail(transaction.error());
  HELIOGRAPH_TRY(recheckOptOuts(*prepared));
  auto leaving = depart(std::move(*prepared));
  if (!leaving) return fail(leaving.error());
  HELIOGRAPH_TRY(transaction->commit());
  return board(std::move(*leaving));
}

bool DepartureDesk::leasesHold(std::chrono::milliseconds deadline) const {
  // The steady clock stands still while the computer sleeps, the other one may be set: the larger of both counts.
  const std::chrono::nanoseconds steady = std::chrono::steady_clock::now() - m_begunSteady;
  const std::chrono::nanoseconds system = std::chrono::system_clock::now() - m_begunSystem;
  return std::max(steady, system) + deadline < m_lease;
}

Result<DepartureDesk::Prepared> DepartureDesk::prepare(std::vector<Batch> batches) const {
  const TextMaker maker(m_context.database, m_context.clock);
  Prepared prepared;
  for (Batch& batch : batches) {
    // What was picked may have waited for linked content.
    if (!batch.context->mayLeave(m_context.clock.now())) {
      for (const ClaimedRow& row : batch.rows) prepared.late.push_back(row.id);
      continue;
    }
    HELIOGRAPH_TRY(sortOutQuiet(batch, prepared));
    auto texts = maker.make(*batch.context, std::move(batch.rows));
    if (!texts) return fail(texts.error());
    for (MadeText& text : *texts) {
      if (!text.skipReason.isEmpty()) {
        prepared.leftOut.push_back(std::move(text));
        continue;
      }
      const providers::ReadyProvider& ready = *batch.provider;
      auto message = messageOf(text.row, *batch.context);
      prepared.passengers.push_back(
          {batch.context->run, text.row.id, batch.provider, message, text.row.country, text.row.isAlone});
      prepared.departures.push_back({std::move(text.row), ready.provider.id, message.clientId, message.sendAt});
    }
  }
  return prepared;
}

Result<> DepartureDesk::sortOutQuiet(Batch& batch, Prepared& prepared) const {
  QuietGate& gate = batch.context->quiet;
  if (!gate.isOn()) return {};
  const QDateTime now = m_context.clock.now();
  std::vector<ClaimedRow> awake;
  for (ClaimedRow& row : batch.rows) {
    auto until = gate.until(m_context.database, row.profile, batch.context->arrivalOf(now));
    if (!until) return fail(until.error());
    if (!*until) {
      awake.push_back(std::move(row));
    } else if (gate.inForce().discards()) {
      prepared.leftOut.push_back({std::move(row), reason::quietHours});
    } else {
      prepared.quiet.emplace_back(row.id, **until);
    }
  }
  batch.rows = std::move(awake);
  return {};
}

Result<> DepartureDesk::recheckOptOuts(Prepared& prepared) const {
  const audience::SuppressionRepository suppressions(m_context.database, m_context.clock);
  Prepared checked;
  checked.leftOut = std::move(prepared.leftOut);
  checked.quiet = std::move(prepared.quiet);
  checked.late = std::move(prepared.late);
  for (std::size_t i = 0; i < prepared.departures.size(); ++i) {
    auto optedOut = suppressions.isSuppressed(prepared.departures[i].row.address);
    if (!optedOut) return fail(optedOut.error());
    if (*optedOut) {
      checked.leftOut.push_back({std::move(prepared.departures[i].row), reason::unsubscribed});
    } else {
      checked.departures.push_back(std::move(prepared.departures[i]));
      checked.passengers.push_back(std::move(prepared.passengers[i]));
    }
  }
  prepared = std::move(checked);
  return {};
}

Result<std::vector<Passenger>> DepartureDesk::depart(Prepared prepared) const {
  const Outbox outbox(m_context.database);
  for (const MadeText& text : prepared.leftOut) HELIOGRAPH_TRY(outbox.skip(text.row.id, text.skipReason, m_owner));
  for (const auto& [row, until] : prepared.quiet) HELIOGRAPH_TRY(outbox.letWait(row, until, m_owner));
  auto tries = outbox.depart(prepared.departures, m_owner, m_lease);
  if (!tries) return fail(tries.error());
  std::vector<Passenger> leaving;
  std::vector<OutboxId> staying = std::move(prepared.late);
  for (std::size_t i = 0; i < tries->size(); ++i) {
    if ((*tries)[i]) {
      prepared.passengers[i].attempt = *(*tries)[i];
      leaving.push_back(std::move(prepared.passengers[i]));
    } else {
      staying.push_back(prepared.passengers[i].row);
    }
  }
  HELIOGRAPH_TRY(outbox.giveBack(staying, m_owner));
  return leaving;
}

std::vector<Flight> DepartureDesk::board(std::vector<Passenger> passengers) const {
  std::vector<Flight> flights;
  std::map<std::pair<RunId, ProviderId>, std::vector<std::size_t>> together;
  for (std::size_t i = 0; i < passengers.size(); ++i) {
    together[{passengers[i].run, passengers[i].provider->provider.id}].push_back(i);
  }
  for (const auto& [key, indexes] : together) {
    std::vector<providers::OutgoingMessage> messages;
    std::vector<bool> alone;
    for (const std::size_t index : indexes) {
      messages.push_back(passengers[index].message);
      alone.push_back(passengers[index].isAlone);
    }
    const auto& definition = passengers[indexes.front()].provider->definition;
    for (const auto& group : providers::groupsForSending(definition, messages, alone)) {
      std::vector<Passenger> sharing;
      for (const std::size_t each : group) sharing.push_back(std::move(passengers[indexes[each]]));
      Flight flight = flightOf(sharing);
      if (flight.request || sharing.size() == 1) {
        flights.push_back(std::move(flight));
        continue;
      }
      // What no request can be made of is to harm nobody else.
      for (Passenger& one : sharing) flights.push_back(flightOf({std::move(one)}));
    }
  }
  return flights;
}

Flight DepartureDesk::flightOf(std::vector<Passenger> passengers) const {
  const auto provider = passengers.front().provider;
  Flight flight{passengers.front().run, provider, std::move(passengers), {}, net::HttpRequest()};
  auto secrets = m_context.tokens->secretsOf(*provider, m_context.clock.now());
  if (!secrets) {
    flight.request = fail(secrets.error());
    return flight;
  }
  flight.secrets = std::move(*secrets);
  flight.request = providers::buildSend(provider->definition, provider->provider, flight.secrets, flight.messages());
  return flight;
}

std::vector<providers::OutgoingMessage> Flight::messages() const {
  std::vector<providers::OutgoingMessage> all;
  for (const Passenger& passenger : passengers) all.push_back(passenger.message);
  return all;
}

}  // namespace heliograph::delivery
