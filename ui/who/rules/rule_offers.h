// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <vector>

#include "audience/events/event_catalog.h"
#include "items/property_list_model.h"
#include "ui/services.h"

namespace heliograph::ui {

/// What the workspace has for rules to speak of. What there is none of isn't offered.
struct RuleOffers {
  std::vector<items::PropertyEntry> properties;  ///< people's own, then what everybody has
  std::vector<audience::EventType> events;
  QStringList segments;
  QStringList lists;
  QStringList campaigns;  ///< that were sent
  QStringList labels;     ///< of those
  bool devices = false;
  bool goals = false;  ///< a campaign was sent that has a goal

  bool operator==(const RuleOffers&) const = default;

  [[nodiscard]] audience::PropertyType typeOf(const QString& property) const;
  /// Properties of an event; none for one that isn't known.
  [[nodiscard]] const std::vector<audience::EventProperty>& propertiesOf(const QString& event) const;
};

/// Reads the workspace: not on the GUI thread. What can't be read isn't offered.
[[nodiscard]] RuleOffers readRuleOffers(const Services& services);

}  // namespace heliograph::ui
