// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include "core/result.h"
#include "schedule/quiet_hours.h"

namespace heliograph::campaign {

/// Hours, and the zone of those whose own isn't known.
struct ZonedQuiet {
  schedule::QuietHours hours;
  QByteArray zone;  ///< IANA name; empty: none was chosen

  bool operator==(const ZonedQuiet&) const = default;
};

/// When a campaign's people aren't to be disturbed, and what becomes of a text that would leave then.
struct QuietRule {
  enum class Use { Workspace, None, Own };  ///< as the workspace says, no quiet hours, its own
  enum class Then { Delay, Discard };       ///< it waits until they are over, or the person gets none

  Use use = Use::Workspace;
  ZonedQuiet own;  ///< kept while another use is chosen
  Then then = Then::Delay;

  bool operator==(const QuietRule&) const = default;
};

/// {"hours": {…}, "zone": "Europe/Berlin"}: see schedule::toJson.
[[nodiscard]] QJsonObject toJson(const ZonedQuiet& quiet);
/// The reverse. Errors: InvalidInput for hours that can't be used and a zone that this computer doesn't know.
[[nodiscard]] Result<ZonedQuiet> zonedQuietFromJson(const QJsonObject& json);

/// The member "quiet_hours" of a campaign's JSON: {"use": "workspace"|"none"|"own", "then": "delay"|"discard", "hours":
/// {…}, "zone": "Europe/Berlin"}; what is as usual is left out.
[[nodiscard]] QJsonObject toJson(const QuietRule& rule);
/// The reverse. Errors: InvalidInput with the member that is wrong.
[[nodiscard]] Result<QuietRule> quietRuleFromJson(const QJsonObject& json);

/// In words: "As the workspace says", "None", "every day 22:00 to 08:00; discarded".
[[nodiscard]] QString describe(const QuietRule& rule);

}  // namespace heliograph::campaign
