// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <optional>

#include "audience/groups/control_groups.h"
#include "core/result.h"

namespace heliograph::campaign {

/// Who of the people of a campaign gets no message, so that they can be compared with those who do.
struct HoldBack {
  static constexpr int least = 2;  ///< percent
  static constexpr int most = 99;
  static constexpr int usual = 10;

  int percent = 0;                ///< of those who qualify: from `least` to `most`; 0: none
  qint64 seed = 0;                ///< of the campaign's own group; 0: none was made yet
  std::optional<bool> workspace;  ///< whether the workspace's group is held back, too; nothing: as the purpose says

  /// The same with a share and a seed; a seed that is there stays, so that the same people are in it.
  [[nodiscard]] HoldBack withPercent(int share) const;
  [[nodiscard]] audience::ControlGroup group() const {
    return percent > 0 ? audience::ControlGroup{percent, seed} : audience::ControlGroup{};
  }

  bool operator==(const HoldBack&) const = default;
};

/// The member "hold_back" of a campaign's JSON: {"percent": 10, "seed": 4711, "workspace": false}; an empty object is
/// none. Errors: InvalidInput with the member that is wrong.
[[nodiscard]] Result<HoldBack> holdBackFromJson(const QJsonObject& json);
[[nodiscard]] QJsonObject toJson(const HoldBack& holdBack);

/// In words: "None", "10 % of those who qualify; not the workspace's control group".
[[nodiscard]] QString describe(const HoldBack& holdBack);

}  // namespace heliograph::campaign
