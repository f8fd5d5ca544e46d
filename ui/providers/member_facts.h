// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <map>
#include <optional>
#include <vector>

#include "audience/country_counts.h"
#include "core/money.h"
#include "delivery/test_messages/test_send_repository.h"
#include "providers/provider.h"
#include "providers/routes/country_coverage.h"
#include "providers/routes/provider_group.h"
#include "ui/services.h"

namespace heliograph::ui {

/// What a group's manager says of one provider.
struct MemberFacts {
  providers::Provider provider;
  providers::Coverage coverage;
  QString sender;                              ///< what its texts seem to come from; empty: not known
  QString cheapest;                            ///< of its prices for a part; empty: none was entered
  QString dearest;                             ///< likewise; the same where there is but one
  bool asksTemplate = false;                   ///< sends nothing without a template id
  std::optional<delivery::ProviderTest> test;  ///< the last one through it

  /// True once a test or a campaign went through it: what was never tried is no backup.
  [[nodiscard]] bool wasTried() const { return test.has_value() || provider.health.lastAcceptedAt.isValid(); }
};

/// The groups and what is said of them.
struct GroupFacts {
  std::vector<providers::ProviderGroup> groups;   ///< the archived ones, too
  std::map<GroupId, qsizetype> campaigns;         ///< how many drafts and campaigns name each
  std::map<ProviderId, MemberFacts> members;      ///< the archived ones, too
  std::vector<audience::CountryCount> countries;  ///< of all contacts
};

/// Blocking. The countries are read from all people: left out unless asked for.
[[nodiscard]] GroupFacts readGroupFacts(const Services& services, bool withCountries);

/// "IN, GB, 41 more", or that it reaches all.
[[nodiscard]] QString coverageWords(const providers::Coverage& coverage);
/// "cannot reach FR, IT and 3 more": the contacts' countries that aren't covered; empty when all are.
[[nodiscard]] QString unreachedWords(const providers::Coverage& coverage,
                                     const std::vector<audience::CountryCount>& countries);
/// "test accepted 4 min ago, number ending in 0123", or when a message was taken last; empty if it was never tried.
[[nodiscard]] QString triedWords(const MemberFacts& facts, const QDateTime& now);
/// What may keep it from taking over, beside what its chip says: archived, never tested, countries, a template.
[[nodiscard]] QStringList memberWarnings(const MemberFacts& facts,
                                         const std::vector<audience::CountryCount>& countries);

}  // namespace heliograph::ui
