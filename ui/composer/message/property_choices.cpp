// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/message/property_choices.h"

#include <QCoreApplication>

#include "audience/events/event_catalog.h"
#include "audience/events/list_value.h"
#include "audience/live/trigger_events.h"
#include "campaign/event_use.h"

namespace heliograph::ui {

namespace {

QString valueOf(const std::optional<audience::PersonEvent>& event, const QString& property) {
  if (!event) return {};
  for (const auto& [name, value] : event->values) {
    if (name == property) return audience::propertyText(value);
  }
  return {};
}

}  // namespace

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

std::vector<editors::PropertyChoice> eventChoices(const storage::Database& database, const Clock& clock,
                                                  const campaign::Audience& audience) {
  std::vector<editors::PropertyChoice> choices;
  const QString event = campaign::eventInTexts(audience);
  const auto types = audience::EventCatalog(database, clock).list();
  const audience::EventType* type = types ? audience::findEventType(*types, event) : nullptr;
  if (type == nullptr) return choices;
  const auto newest = audience::TriggerEvents(database, clock).newestOf(*type);
  for (const audience::EventProperty& property : type->properties) {
    editors::PropertyChoice choice{QStringLiteral("Event"), property.name, {}};
    choice.heading = QCoreApplication::translate("heliograph::ui", "Event: %1").arg(event);
    choice.isDate = property.type == audience::PropertyType::Date;
    if (newest) choice.sample = valueOf(*newest, property.name);
    choices.push_back(std::move(choice));
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
