// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include "campaign/issue.h"
#include "delivery/quiet/workspace_quiet.h"
#include "delivery/reach/people_set.h"

namespace heliograph::delivery {

/// Whom a campaign's quiet hours keep waiting, and in whose zones its people live.
struct QuietForecast {
  QuietInForce inForce;
  std::map<QByteArray, qint64> zones;  ///< people who would be sent to, by their zone; empty without quiet hours
  qint64 guessed = 0;                  ///< of these, whose zone is that of their number's country
  qint64 unknown = 0;                  ///< and whose isn't known, so that QuietInForce::zone is taken

  /// Who waits if it begins at a time.
  struct Wait {
    qint64 people = 0;
    QDateTime first;  ///< when the first of them leave (UTC); invalid if nobody waits
    QDateTime last;
  };
  [[nodiscard]] Wait waitingAt(const QDateTime& begin) const;

  bool operator==(const QuietForecast&) const = default;
};

/// Looks up the zones of people who would be sent to, given by their numbers' countries (PeoplePicks::ofCountry).
/// Blocks for as long as reading the people takes, and not at all without quiet hours. Errors: those of storage.
[[nodiscard]] Result<QuietForecast> forecastQuiet(const storage::Database& database, const campaign::Campaign& campaign,
                                                  const QMap<QString, PeopleSet>& ofCountry);

/// "812 people wait until 08:00": by the clocks of the zone that the forecast names for those of none; empty if nobody
/// waits.
[[nodiscard]] QString waitText(const QuietForecast& forecast, const QDateTime& begin);
/// The same as notes to a check of a campaign: who waits or is discarded if it begins then, and whose zone is guessed
/// or not known.
[[nodiscard]] std::vector<campaign::Issue> quietIssues(const QuietForecast& forecast, const schedule::When& when,
                                                       const QDateTime& now);

}  // namespace heliograph::delivery
