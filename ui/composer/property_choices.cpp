// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/property_choices.h"

namespace heliograph::ui {

std::vector<editors::PropertyChoice> propertyChoices(const std::vector<audience::PropertyStatistic>& properties) {
  std::vector<editors::PropertyChoice> choices;
  choices.reserve(properties.size());
  for (const auto& each : properties) {
    choices.push_back({QStringLiteral("Profile"), each.property.name, each.sample.toString(), each.share});
    choices.back().isDate = each.property.type == audience::PropertyType::Date;
  }
  return choices;
}

}  // namespace heliograph::ui
