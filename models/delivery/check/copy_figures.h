// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>

#include "delivery/reach/people_set.h"

namespace heliograph::delivery {

/// What sending one of several copies of a message would come to. In an A/B test everybody counts with each copy, as if
/// it had won; else each person with their own.
struct CopyFigures {
  QString name;                        ///< "A", or the value whose people get it
  qint64 people = 0;                   ///< who would be sent to
  qint64 leftOut = 0;                  ///< for whom no text of it can be sent
  QMap<int, qint64> parts;             ///< parts of a text -> people
  QMap<QString, PeopleSet> missingOf;  ///< by the property that has no value and no fallback
  int longestUnits = 0;
  ProfileId longest;  ///< who gets the longest; none if nobody does

  [[nodiscard]] qint64 totalParts() const;
  /// How many there are of missingOf.
  [[nodiscard]] QMap<QString, qint64> missing() const;
  bool operator==(const CopyFigures&) const = default;
};

}  // namespace heliograph::delivery
