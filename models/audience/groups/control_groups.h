// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include "audience/country_reach.h"
#include "core/ids.h"

namespace heliograph::audience {

/// A share of all people, drawn by a hash of the person and the group's seed: whether somebody belongs depends on
/// nothing else. Whoever comes later joins at the same rate, and a group that grows keeps those it has.
struct ControlGroup {
  int percent = 0;  ///< from 0, nobody, to 99
  qint64 seed = 0;

  [[nodiscard]] bool isOn() const { return percent > 0; }
  [[nodiscard]] bool holds(ProfileId person) const;

  bool operator==(const ControlGroup&) const = default;

  /// A seed that nothing else has: positive, and exact as a number of JSON.
  [[nodiscard]] static qint64 newSeed();
};

/// The groups whose people get no message of a campaign, so that they can be compared with those who do.
struct ControlGroups {
  ControlGroup workspace;  ///< the one of all campaigns
  ControlGroup campaign;   ///< of those who aren't in it, the campaign's own

  [[nodiscard]] bool isOn() const { return workspace.isOn() || campaign.isOn(); }

  bool operator==(const ControlGroups&) const = default;
};

/// Who of a segment a campaign doesn't count among its people, or counts but holds back.
struct ReachRules {
  ControlGroups groups;
  bool withoutSeeds = false;  ///< the colleagues of the seed list stand outside
  CountryReach countries;     ///< where the campaign's providers send to

  [[nodiscard]] bool isPlain() const { return !groups.isOn() && !withoutSeeds && countries.everywhere; }
  bool operator==(const ReachRules&) const = default;
};

}  // namespace heliograph::audience
