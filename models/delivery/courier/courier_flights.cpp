// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a courier lets leave, and what came back of it.
#include <QDateTime>
#include <algorithm>

#include "delivery/courier/courier.h"
#include "delivery/courier/failover.h"
#include "delivery/outbox/left_out_providers.h"
#include "providers/answer/answer_reader.h"
#include "providers/routes/setup_mark.h"

namespace heliograph::delivery {
namespace {

using providers::SendVerdict;

SendVerdict notSent(const Error& error, bool temporary) {
  SendVerdict verdict;
  verdict.outcome = SendVerdict::Outcome::NextProvider;
  verdict.temporary = temporary;
  verdict.code = temporary ? QStringLiteral("not_sent") : QStringLiteral("request_invalid");
  verdict.words = error.message;
  return verdict;
}

/// What no request could be made of is turned away by this provider without asking it.
SendVerdict unbuilt(const Error& error) {
  // An access token that is gone is there again soon.
  SendVerdict verdict = notSent(error, error.code == ErrorCode::Network);
  if (error.code == ErrorCode::Credentials) verdict.outcome = SendVerdict::Outcome::Credentials;
  return verdict;
}

/// What a provider bears is told by the worst of what one request brought.
const SendVerdict& tellingOf(const std::vector<SendVerdict>& verdicts) {
  const auto throttled = std::find_if(verdicts.begin(), verdicts.end(), [](const SendVerdict& verdict) {
    return verdict.temporary || verdict.outcome == SendVerdict::Outcome::RetryAfter;
  });
  return throttled == verdicts.end() ? verdicts.front() : *throttled;
}

}  // namespace

void Courier::launch(Flight flight) {
  ++m_inFlight;
  m_gates.at(flight.provider->provider.id).departed();
  flight.left = QDateTime::currentMSecsSinceEpoch();
  if (!flight.request) return landed(flight, unbuilt(flight.request.error()), Contact::None);
  // A program that was suspended since the rows were marked must not send them: nothing has left, and that is certain.
  if (!m_desk.leasesHold(m_options.deadline)) return landed(flight, notSent({}, true), Contact::None);
  net::HttpRequest request = std::move(*flight.request);
  request.deadline = std::min(request.deadline, m_options.deadline);
  // Silence for the whole time is the deadline's: after a stop of the program it alone looks for what has arrived.
  if (request.transferTimeout >= request.deadline) request.transferTimeout = std::chrono::milliseconds(0);
  m_client->send(std::move(request), this, [this, flight = std::move(flight)](const net::HttpOutcome& outcome) {
    auto verdicts = providers::readSend(flight.provider->definition, outcome, flight.messages(), flight.secrets,
                                        m_context.clock.now());
    const Contact contact = contactOf(verdicts.front());
    landed(flight, std::move(verdicts), contact);
  });
}

/// A token may end before its time: another one is asked for once, and nobody has the messages.
bool Courier::lacksNewToken(const Flight& flight, const std::vector<SendVerdict>& verdicts) const {
  const SendVerdict& verdict = verdicts.front();
  const QString sent = flight.secrets.value(providers::oauthTokenName);
  if (sent.isEmpty() || verdict.httpStatus == 0) return false;
  if (verdict.httpStatus != 401 || verdict.outcome != SendVerdict::Outcome::Credentials) {
    m_context.tokens->taken(*flight.provider);
    return false;
  }
  return m_context.tokens->rejected(*flight.provider, sent);
}

void Courier::landed(const Flight& flight, const SendVerdict& verdict, Contact contact) {
  landed(flight, std::vector<SendVerdict>(flight.passengers.size(), verdict), contact);
}

void Courier::landed(const Flight& flight, std::vector<SendVerdict> verdicts, Contact contact) {
  --m_inFlight;
  ProviderGate& gate = m_gates.at(flight.provider->provider.id);
  std::chrono::milliseconds pause{0};
  if (lacksNewToken(flight, verdicts)) {
    gate.cancelled();
    for (SendVerdict& verdict : verdicts) {
      verdict.outcome = SendVerdict::Outcome::NextProvider;
      verdict.temporary = true;
    }
  } else {
    pause = gate.returned(tellingOf(verdicts));
  }
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    Landing landing = landingOf(flight, flight.passengers[i], verdicts[i]);
    landing.pause = std::exchange(pause, std::chrono::milliseconds(0));
    if (i == 0) landing.contact = contact;
    landing.left = flight.left;
    m_log.add(std::move(landing));
  }
}

Landing Courier::landingOf(const Flight& flight, const Passenger& passenger, const SendVerdict& verdict) {
  Landing landing;
  landing.run = flight.run;
  landing.provider = flight.provider->provider.id;
  const bool elsewhere = verdict.outcome == SendVerdict::Outcome::NextProvider && !verdict.temporary;
  landing.result = resultOf(verdict, {passenger.attempt.number, elsewhere && othersLeft(passenger), passenger.isAlone,
                                      passenger.message.sendAt.isValid()});
  landing.result.row = passenger.row;
  landing.result.attempt = passenger.attempt.attempt;
  landing.pauseReason = pause_reason::throttled;
  landing.notKept = verdict.outcome == SendVerdict::Outcome::NotKept && passenger.message.sendAt.isValid();
  if (verdict.outcome == SendVerdict::Outcome::OptedOut) landing.optedOut = passenger.message.to;
  if (providers::rejectsAccount(verdict.outcome)) {
    const bool isPoor = verdict.outcome == SendVerdict::Outcome::NoCredit;
    landing.problem = verdict.hint.isEmpty() ? verdict.words : verdict.hint;
    landing.leavesOut = {isPoor ? left_out::noCredit : left_out::credentials, landing.problem,
                         providers::setupMark(*flight.provider)};
    if (RunContext* run = m_runs.find(flight.run)) run->leftOut.insert(landing.provider);
  }
  return landing;
}

bool Courier::othersLeft(const Passenger& passenger) const {
  const RunContext* run = m_runs.find(passenger.run);
  // Not being sent any more: whoever goes on with the run finds out.
  if (!run) return true;
  auto turnedAway = Outbox(m_context.database).turnedAwayBy(passenger.row);
  if (!turnedAway) return true;
  turnedAway->push_back(passenger.provider->provider.id);
  // One that is left out is mended perhaps: until then the row waits for it, and isn't refused for good.
  const auto& members = run->route->ready;
  return std::any_of(members.begin(), members.end(), [&](const providers::ReadyProvider& member) {
    if (!member.coverage.covers(passenger.country)) return false;
    return std::find(turnedAway->begin(), turnedAway->end(), member.provider.id) == turnedAway->end();
  });
}

}  // namespace heliograph::delivery
