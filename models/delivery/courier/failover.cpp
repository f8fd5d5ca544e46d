// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/courier/failover.h"

#include <algorithm>

#include "delivery/outbox/reason_text.h"

namespace heliograph::delivery {
namespace {

using namespace std::chrono_literals;
using providers::SendVerdict;
using Fate = TryResult::Fate;

void decide(TryResult& result, Fate fate, const QLatin1String& reason = QLatin1String("")) {
  result.fate = fate;
  result.reason = reason;
}

/// The first tries follow quickly: the provider's own pause holds them back already.
std::chrono::milliseconds waitBefore(int tries) {
  constexpr int quickTries = 4;
  if (tries <= quickTries) return 1ms;
  return std::min<std::chrono::milliseconds>(1s * (1 << std::min(tries - quickTries, 5)), 30s);
}

/// Nobody has it. Who is to travel alone still is.
void goBack(TryResult& result, const TryFacts& facts, std::chrono::milliseconds wait = 1ms) {
  decide(result, Fate::Again, facts.isAlone ? reason::sendAlone : QLatin1String(""));
  result.wait = wait;
}

void again(TryResult& result, const SendVerdict& verdict, const TryFacts& facts) {
  const bool answered = verdict.httpStatus != 0;
  // Without any answer nothing counts against the row: the network is down, perhaps for hours.
  if (answered && facts.number >= kMostTries) return decide(result, Fate::Refused, reason::noProvider);
  goBack(result, facts, answered ? waitBefore(facts.number) : 1ms);
}

void nextProvider(TryResult& result, const SendVerdict& verdict, const TryFacts& facts) {
  if (verdict.temporary) return again(result, verdict, facts);
  if (!facts.othersLeft) return decide(result, Fate::Refused, reason::noProvider);
  goBack(result, facts);
}

/// A temporary "no" must not look like one for good: see Claim::provider.
QString outcomeName(const SendVerdict& verdict) {
  const bool temporary = verdict.outcome == SendVerdict::Outcome::NextProvider && verdict.temporary;
  return temporary ? QStringLiteral("not_sent") : providers::sendOutcomeName(verdict.outcome);
}

}  // namespace

TryResult resultOf(const SendVerdict& verdict, const TryFacts& facts) {
  TryResult result;
  result.number = facts.number;
  result.outcome = outcomeName(verdict);
  result.httpStatus = verdict.httpStatus;
  result.code = verdict.code;
  result.words = verdict.words;
  result.messageId = verdict.messageId;
  result.messageIds = verdict.messageIds;
  switch (verdict.outcome) {
    case SendVerdict::Outcome::Accepted:
      decide(result, Fate::Accepted);
      break;
    case SendVerdict::Outcome::RetryAfter:
      again(result, verdict, facts);
      break;
    case SendVerdict::Outcome::NextProvider:
      nextProvider(result, verdict, facts);
      break;
    case SendVerdict::Outcome::Permanent:
      decide(result, Fate::Refused, reason::refusedByProvider);
      break;
    case SendVerdict::Outcome::OptedOut:
      decide(result, Fate::Refused, reason::optedOut);
      break;
    case SendVerdict::Outcome::BadNumber:
      decide(result, Fate::Refused, reason::badNumber);
      break;
    case SendVerdict::Outcome::Credentials:
    case SendVerdict::Outcome::NoCredit:
      // The row is untouched; the provider is left out for the run.
      goBack(result, facts);
      break;
    case SendVerdict::Outcome::NotKept:
      // It waits for its time. Who was to send at once has refused it.
      if (!facts.isForLater) {
        decide(result, Fate::Refused, reason::refusedByProvider);
      } else {
        goBack(result, facts);
      }
      break;
    case SendVerdict::Outcome::RetryAlone:
      decide(result, Fate::Again, reason::sendAlone);
      result.wait = 1ms;
      break;
    case SendVerdict::Outcome::InDoubt:
      decide(result, Fate::InDoubt, reason::noClearAnswer);
      break;
  }
  return result;
}

}  // namespace heliograph::delivery
