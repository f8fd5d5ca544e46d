// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>
#include <vector>

#include "audience/reach.h"
#include "campaign/issue.h"
#include "core/ids.h"

namespace heliograph::delivery {

/// Somebody worth looking at, as the text they would get.
struct ExtremeText {
  ProfileId profile;
  QString identity;
  int units = 0;
  int parts = 0;

  bool operator==(const ExtremeText&) const = default;
};

/// What a campaign would do if it went out now.
struct CheckReport {
  std::vector<campaign::Issue> issues;  ///< those of the draft, then those that counting found
  audience::Reach reach;                ///< of the segment, before texts are looked at
  qint64 sendable = 0;                  ///< people who would be sent to: what publishing asks to approve
  QMap<int, qint64> parts;              ///< parts of a text -> people
  QMap<QString, qint64> encodings;      ///< "GSM-7", "UCS-2" -> people
  QMap<QString, qint64> skipped;        ///< code -> people; with `sendable` the sum is reach.qualified
  QMap<QString, qint64> missing;        ///< property without a value and without a fallback -> people
  QMap<QString, qint64> defaulted;      ///< property for which the fallback is used -> people
  ExtremeText longest;                  ///< most units; no profile if nobody is sent to
  ProfileId firstMissing;               ///< somebody with a missing value
  double seconds = 0;

  /// Parts over all people.
  [[nodiscard]] qint64 totalParts() const;
};

}  // namespace heliograph::delivery
