// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <map>
#include <optional>
#include <vector>

#include "audience/country_counts.h"
#include "core/ids.h"
#include "core/result.h"
#include "providers/routes/country_coverage.h"
#include "storage/database.h"

namespace heliograph::delivery {

/// What may be wrong with a provider, for a rehearsal.
enum class ProviderFault {
  None,
  Unreachable,       ///< nobody answers the connection
  Throttled,         ///< it asks to send more slowly
  NoCredit,          ///< the account has nothing left
  WrongCredentials,  ///< the account is rejected
  TimeOut,           ///< it takes the request and never answers
  RefusesCountry,    ///< it clearly takes no message to the country
};

/// Stable name as commands take it: "none", "unreachable", "throttled", "no_credit", "wrong_credentials", "time_out",
/// "refuses_country".
[[nodiscard]] QString providerFaultName(ProviderFault fault);
[[nodiscard]] std::optional<ProviderFault> providerFaultFromName(const QString& name);
[[nodiscard]] const std::vector<ProviderFault>& allProviderFaults();

/// A provider of the route that is rehearsed.
struct RehearsedMember {
  ProviderId id;
  QString name;
  providers::Coverage coverage;
  ProviderFault fault = ProviderFault::None;
};

/// The members of a group in their order, archived ones left out, without faults. Errors: NotFound, those of storage.
[[nodiscard]] Result<std::vector<RehearsedMember>> membersToRehearse(const storage::Database& database, GroupId group);

/// Who would get the messages to one country.
struct RehearsedCountry {
  enum class Outcome {
    Taken,    ///< by `taker`
    Waits,    ///< until one of the members is well again
    Refused,  ///< no member takes it: the person gets nothing
    LeftOut,  ///< no member covers the country: the person gets nothing
    Pauses,   ///< a member rejects the account and no other takes it: the campaign waits until it is mended
  };

  QString country;  ///< ISO 3166; empty: of none that is known
  qint64 people = 0;
  Outcome outcome = Outcome::Waits;
  ProviderId taker;
  QString takerName;
};

/// What would become of messages while members have faults.
struct Rehearsal {
  std::vector<RehearsedCountry> countries;
  std::map<ProviderId, qint64> takes;  ///< people by who takes their message
  /// Members that cost a message whose fate nobody knows: the one that finds out that they don't answer, and one more
  /// each time they are tried again.
  std::vector<QString> unclearThrough;
};

/// Follows a message to each country through the members, by the rules that delivery goes by (resultOf, the circuit of
/// a provider and its coverage).
[[nodiscard]] Rehearsal rehearse(const std::vector<RehearsedMember>& members,
                                 const std::vector<audience::CountryCount>& people);

}  // namespace heliograph::delivery
