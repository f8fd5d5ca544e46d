// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <functional>
#include <vector>

#include "campaign/campaign.h"

namespace heliograph::campaign {

/// A field in which two versions of a campaign differ, with both values in words.
struct FieldDifference {
  QString field;  ///< stable, as in the campaign's JSON: "name", "message", …
  QString title;  ///< "Name", "Message", …
  QString before;
  QString after;

  bool operator==(const FieldDifference&) const = default;
};

/// Gives a route in words ("Nova India"); the default route never is asked for.
using RouteWords = std::function<QString(const Route&)>;

/// What differs, in the order of the steps; empty when both say the same. Of the message the whole source.
[[nodiscard]] std::vector<FieldDifference> differencesOf(const Campaign& before, const Campaign& after,
                                                         const RouteWords& routeWords = {});

/// The fields in one line: "message, audience".
[[nodiscard]] QString fieldNames(const std::vector<FieldDifference>& differences);

}  // namespace heliograph::campaign
