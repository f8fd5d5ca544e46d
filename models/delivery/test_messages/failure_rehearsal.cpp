// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/test_messages/failure_rehearsal.h"

#include <QJsonDocument>
#include <algorithm>
#include <array>

#include "delivery/courier/failover.h"
#include "delivery/outbox/provider_circuit.h"
#include "storage/statement.h"

namespace heliograph::delivery {
namespace {

using providers::SendVerdict;
using Outcome = RehearsedCountry::Outcome;

struct NamedFault {
  ProviderFault fault;
  const char* name;
};

constexpr std::array kFaults{NamedFault{ProviderFault::None, "none"},
                             NamedFault{ProviderFault::Unreachable, "unreachable"},
                             NamedFault{ProviderFault::Throttled, "throttled"},
                             NamedFault{ProviderFault::NoCredit, "no_credit"},
                             NamedFault{ProviderFault::WrongCredentials, "wrong_credentials"},
                             NamedFault{ProviderFault::TimeOut, "time_out"},
                             NamedFault{ProviderFault::RefusesCountry, "refuses_country"}};

/// What delivery reads of a provider with this fault.
SendVerdict verdictOfFault(ProviderFault fault) {
  SendVerdict verdict;
  const auto set = [&verdict](SendVerdict::Outcome outcome, int status, bool temporary) {
    verdict.outcome = outcome;
    verdict.httpStatus = status;
    verdict.temporary = temporary;
    return verdict;
  };
  switch (fault) {
    case ProviderFault::None:
      break;
    case ProviderFault::Unreachable:
      return set(SendVerdict::Outcome::NextProvider, 0, true);
    case ProviderFault::Throttled:
      return set(SendVerdict::Outcome::RetryAfter, 429, true);
    case ProviderFault::NoCredit:
      return set(SendVerdict::Outcome::NoCredit, 402, false);
    case ProviderFault::WrongCredentials:
      return set(SendVerdict::Outcome::Credentials, 401, false);
    case ProviderFault::TimeOut:
      return set(SendVerdict::Outcome::InDoubt, 0, false);
    case ProviderFault::RefusesCountry:
      return set(SendVerdict::Outcome::NextProvider, 400, false);
  }
  return set(SendVerdict::Outcome::Accepted, 201, false);
}

/// One message, and every other after it: what the first finds out of a provider holds for all.
RehearsedCountry follow(const std::vector<RehearsedMember>& members, const audience::CountryCount& people,
                        Rehearsal& rehearsal) {
  RehearsedCountry line{people.country, people.people, Outcome::LeftOut, {}, {}};
  std::vector<const RehearsedMember*> covering;
  for (const RehearsedMember& member : members) {
    if (member.coverage.covers(people.country)) covering.push_back(&member);
  }
  bool somebodyMayBeWell = false;
  bool anybodyRejects = false;
  int number = 0;
  for (std::size_t i = 0; i < covering.size(); ++i) {
    const RehearsedMember& member = *covering[i];
    const SendVerdict verdict = verdictOfFault(member.fault);
    const bool othersLeft = somebodyMayBeWell || i + 1 < covering.size();
    const TryResult result = resultOf(verdict, {++number, othersLeft});
    if (result.fate == TryResult::Fate::Accepted) {
      line.outcome = Outcome::Taken;
      line.taker = member.id;
      line.takerName = member.name;
      return line;
    }
    const bool opens = opensCircuit(contactOf(verdict));
    if (result.fate == TryResult::Fate::InDoubt) {
      auto& unclear = rehearsal.unclearThrough;
      if (std::find(unclear.begin(), unclear.end(), member.name) == unclear.end()) unclear.push_back(member.name);
    }
    somebodyMayBeWell = somebodyMayBeWell || opens || verdict.temporary;
    anybodyRejects = anybodyRejects || providers::rejectsAccount(verdict.outcome);
    line.outcome = Outcome::Refused;
  }
  if (covering.empty()) return line;
  // What the others turn away waits for whoever can be mended.
  if (anybodyRejects) line.outcome = Outcome::Pauses;
  if (somebodyMayBeWell) line.outcome = Outcome::Waits;
  return line;
}

}  // namespace

QString providerFaultName(ProviderFault fault) {
  const auto found = std::find_if(kFaults.begin(), kFaults.end(), [&](const auto& one) { return one.fault == fault; });
  return QLatin1String(found->name);
}

std::optional<ProviderFault> providerFaultFromName(const QString& name) {
  for (const NamedFault& one : kFaults) {
    if (name == QLatin1String(one.name)) return one.fault;
  }
  return std::nullopt;
}

const std::vector<ProviderFault>& allProviderFaults() {
  static const std::vector<ProviderFault> all = [] {
    std::vector<ProviderFault> faults;
    for (const NamedFault& one : kFaults) faults.push_back(one.fault);
    return faults;
  }();
  return all;
}

Result<std::vector<RehearsedMember>> membersToRehearse(const storage::Database& database, GroupId group) {
  storage::Statement find(database,
                          QStringLiteral("SELECT p.id, p.name, p.settings FROM provider_group_member m JOIN provider p "
                                         "ON p.id = m.provider_id WHERE m.group_id = ? AND p.archived_at IS NULL ORDER "
                                         "BY m.position"));
  find.bind(group);
  std::vector<RehearsedMember> members;
  while (true) {
    auto row = find.next();
    if (!row) return fail(row.error());
    if (!*row) return members;
    providers::Provider provider;
    provider.settings = QJsonDocument::fromJson(find.text(2).toUtf8()).object();
    members.push_back({find.id<ProviderId>(0), find.text(1), providers::Coverage::of(provider), ProviderFault::None});
  }
}

Rehearsal rehearse(const std::vector<RehearsedMember>& members, const std::vector<audience::CountryCount>& people) {
  Rehearsal rehearsal;
  for (const audience::CountryCount& country : people) {
    rehearsal.countries.push_back(follow(members, country, rehearsal));
    const RehearsedCountry& line = rehearsal.countries.back();
    if (line.taker.isValid()) rehearsal.takes[line.taker] += line.people;
  }
  return rehearsal;
}

}  // namespace heliograph::delivery
