// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/departure_desk.h"

#include "audience/suppression_repository.h"
#include "delivery/client_id.h"
#include "delivery/outgoing_fields.h"
#include "delivery/reason_text.h"
#include "providers/request_builder.h"
#include "storage/transaction.h"

namespace heliograph::delivery {
namespace {

providers::OutgoingMessage messageOf(const ClaimedRow& row, const RunContext& context) {
  providers::OutgoingMessage message{row.address, row.text,      row.encoding,
                                     row.parts,   newClientId(), QString::number(context.frozen.campaign.id.value)};
  if (row.fields) addFields(*row.fields, message);
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
  auto flights = depart(std::move(*prepared));
  if (!flights) return fail(flights.error());
  HELIOGRAPH_TRY(transaction->commit());
  return flights;
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
      auto request = providers::buildSend(ready.definition, ready.provider, ready.secrets, message);
      prepared.flights.push_back(
          {batch.context->run, text.row.id, {}, batch.provider, message, std::move(request), text.row.country});
      prepared.departures.push_back({std::move(text.row), ready.provider.id, message.clientId});
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
    auto until = gate.until(m_context.database, row.profile, now);
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
  for (std::size_t i = 0; i < prepared.departures.size(); ++i) {
    auto optedOut = suppressions.isSuppressed(prepared.departures[i].row.address);
    if (!optedOut) return fail(optedOut.error());
    if (*optedOut) {
      checked.leftOut.push_back({std::move(prepared.departures[i].row), reason::unsubscribed});
    } else {
      checked.departures.push_back(std::move(prepared.departures[i]));
      checked.flights.push_back(std::move(prepared.flights[i]));
    }
  }
  prepared = std::move(checked);
  return {};
}

Result<std::vector<Flight>> DepartureDesk::depart(Prepared prepared) const {
  const Outbox outbox(m_context.database);
  for (const MadeText& text : prepared.leftOut) HELIOGRAPH_TRY(outbox.skip(text.row.id, text.skipReason, m_owner));
  for (const auto& [row, until] : prepared.quiet) HELIOGRAPH_TRY(outbox.letWait(row, until, m_owner));
  auto tries = outbox.depart(prepared.departures, m_owner, m_lease);
  if (!tries) return fail(tries.error());
  std::vector<Flight> leaving;
  std::vector<OutboxId> staying;
  for (std::size_t i = 0; i < tries->size(); ++i) {
    if ((*tries)[i]) {
      prepared.flights[i].attempt = *(*tries)[i];
      leaving.push_back(std::move(prepared.flights[i]));
    } else {
      staying.push_back(prepared.flights[i].row);
    }
  }
  HELIOGRAPH_TRY(outbox.giveBack(staying, m_owner));
  return leaving;
}

}  // namespace heliograph::delivery
