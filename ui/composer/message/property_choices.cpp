// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/message/property_choices.h"

#include <QCoreApplication>

#include "audience/events/list_value.h"

namespace heliograph::ui {

std::vector<editors::PropertyChoice> propertyChoices(const std::vector<audience::PropertyStatistic>& properties) {
  std::vector<editors::PropertyChoice> choices;
  choices.reserve(properties.size());
  for (const auto& each : properties) {
    choices.push_back({QStringLiteral("Profile"), each.property.name, audience::propertyText(each.sample), each.share});
    choices.back().isDate = each.property.type == audience::PropertyType::Date;
  }
  return choices;
}

std::vector<editors::PropertyChoice> linkedChoices(const library::LinkedSourceRepository& linked) {
  std::vector<editors::PropertyChoice> choices;
  const auto sources = linked.list();
  if (!sources) return choices;
  for (const library::LinkedSource& source : *sources) {
    for (const QString& label : library::readableLabels(source)) {
      choices.push_back({QStringLiteral("Linked.") + source.name, label, {}});
    }
  }
  return choices;
}

std::vector<editors::PropertyChoice> couponChoices(const library::CouponRepository& coupons) {
  std::vector<editors::PropertyChoice> choices;
  const auto pools = coupons.list();
  if (!pools) return choices;
  for (const library::CouponPool& pool : *pools) {
    choices.push_back({QStringLiteral("Coupon"), pool.name,
                       QCoreApplication::translate("heliograph::ui", "%L1 left").arg(pool.free)});
    choices.back().label = pool.name;
  }
  return choices;
}

}  // namespace heliograph::ui
