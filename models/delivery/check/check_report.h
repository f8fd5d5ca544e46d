// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>
#include <optional>
#include <vector>

#include "audience/reach.h"
#include "campaign/issue.h"
#include "core/ids.h"
#include "core/money.h"
#include "core/result.h"
#include "delivery/check/character_cost.h"
#include "delivery/check/copy_figures.h"
#include "delivery/quiet/quiet_forecast.h"
#include "delivery/reach/people_set.h"

namespace heliograph::delivery {

/// Somebody worth looking at, as the text they would get.
struct ExtremeText {
  ProfileId profile;
  QString identity;
  int units = 0;
  int parts = 0;

  bool operator==(const ExtremeText&) const = default;
};

/// What the people of one country cost.
struct CountryCost {
  QString country;  ///< ISO 3166; empty for numbers of no country
  qint64 people = 0;
  qint64 parts = 0;
  MoneySum expected;   ///< of those that have a price
  MoneySum highest;    ///< likewise
  bool priced = true;  ///< there is a price for everybody of it

  bool operator==(const CountryCost&) const = default;
};

/// What sending to everybody who would be sent to costs, by the workspace's price table.
struct CostReport {
  MoneySum expected;  ///< through the first provider of the route
  /// Through each person's dearest provider of the route. Amounts of other currencies than the first provider's can't
  /// be compared with it and are passed over.
  MoneySum highest;
  std::vector<CountryCost> countries;  ///< the one with most people first
  qint64 unpricedPeople = 0;           ///< for whom the first provider has no price; in neither sum
  /// People with a price for whom a later provider of the route has none: then the highest may be higher.
  qint64 openEndedPeople = 0;

  /// There is a price for everybody.
  [[nodiscard]] bool isComplete() const { return unpricedPeople == 0; }
  bool operator==(const CostReport&) const = default;
};

/// Who stands behind the figures, all of them; but for `skipped` they would be sent to.
struct PeoplePicks {
  ProfileId longest;                     ///< most characters as providers count them; none if nobody is sent to
  ProfileId mostParts;                   ///< most parts, and of those the longest
  PeopleSet missing;                     ///< with a gap where a value is missing
  PeopleSet defaulted;                   ///< who get a fallback
  QMap<QString, PeopleSet> ofCountry;    ///< by country (ISO 3166); those of none by the empty code
  PeopleSet priced;                      ///< for whom there is a price
  PeopleSet unpriced;                    ///< for whom there is none
  PeopleSet dearer;                      ///< for whom another provider of the route costs more than the first
  QMap<int, PeopleSet> ofParts;          ///< by the parts of their text
  QMap<QString, PeopleSet> missingOf;    ///< by the property that is missing
  QMap<QString, PeopleSet> defaultedOf;  ///< by the property with a fallback
  QMap<QString, PeopleSet> skipped;      ///< who get no text, by the code of why

  bool operator==(const PeoplePicks&) const = default;
};

/// What a campaign would do if it went out now.
struct CheckReport {
  bool counted = false;                 ///< people were looked at; else the draft itself stands in the way
  std::vector<campaign::Issue> issues;  ///< those of the draft, then those that counting found
  audience::Reach reach;                ///< of the segment, before texts are looked at
  qint64 sendable = 0;                  ///< people who would be sent to: what publishing asks to approve
  qint64 seeds = 0;                     ///< colleagues of the seed list who get it, too; in no other figure
  std::optional<qint64> most;           ///< the campaign is for so many only, drawn by lot; none: for everybody
  QMap<int, qint64> parts;              ///< parts of a text -> people
  QMap<QString, qint64> encodings;      ///< "GSM-7", "UCS-2" -> people
  QMap<QString, qint64> skipped;        ///< code -> people; with `sendable` the sum is reach.qualified
  QMap<QString, qint64> uncovered;      ///< of them, whom no provider covers: country (ISO 3166) -> people
  QMap<QString, qint64> missing;        ///< property without a value and without a fallback -> people
  QMap<QString, qint64> defaulted;      ///< property for which the fallback is used -> people
  ExtremeText longest;                  ///< most units; no profile if nobody is sent to
  ProfileId firstMissing;               ///< somebody with a missing value
  std::vector<CopyFigures> copies;      ///< of each copy when there are several; empty for a single message
  CostReport cost;
  PeoplePicks picks;
  CostlyCharacters costly;
  QuietForecast quiet;  ///< who would wait for the end of their quiet hours
  QString estimate;     ///< why these figures may come out otherwise, as a sentence; empty: they are exact
  double seconds = 0;

  [[nodiscard]] bool isEstimate() const { return !estimate.isEmpty(); }
  /// Parts over all people.
  [[nodiscard]] qint64 totalParts() const;
  /// People who could be sent to: those who would be, and those whom the lot leaves out.
  [[nodiscard]] qint64 couldReceive() const;
};

/// Whether texts may leave that take so many parts in all. Error: Conflict when they are more than were approved by
/// more than one in a hundred, as when short links came out longer than was counted.
[[nodiscard]] Result<> checkParts(qint64 approved, qint64 now);

}  // namespace heliograph::delivery
