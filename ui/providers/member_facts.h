// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <map>
#include <vector>

#include "audience/country_counts.h"
#include "core/money.h"
#include "providers/country_coverage.h"
#include "ui/services.h"

namespace heliograph::ui {

/// What a group's manager says of one provider.
struct MemberFacts {
  providers::Coverage coverage;
  QString sender;             ///< what its texts seem to come from; empty: not known
  QString cheapest;           ///< of its prices for a part; empty: none was entered
  QString dearest;            ///< likewise; the same where there is but one
  bool asksTemplate = false;  ///< sends nothing without a template id
};

/// What a group's manager has to know beside the groups.
struct GroupFacts {
  std::map<ProviderId, MemberFacts> members;
  std::vector<audience::CountryCount> countries;  ///< of all contacts
};

/// Blocking.
[[nodiscard]] GroupFacts readGroupFacts(const Services& services);

/// "IN, GB, 41 more", or that it reaches all.
[[nodiscard]] QString coverageWords(const providers::Coverage& coverage);
/// "cannot reach FR, IT and 3 more": the contacts' countries that aren't covered; empty when all are.
[[nodiscard]] QString unreachedWords(const providers::Coverage& coverage,
                                     const std::vector<audience::CountryCount>& countries);

}  // namespace heliograph::ui
