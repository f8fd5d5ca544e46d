// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/who/rules/rule_offers.h"

#include <algorithm>

#include "audience/built_in_field.h"
#include "audience/events/event_values.h"
#include "audience/events/list_value.h"
#include "audience/property_statistics.h"
#include "audience/rules/segment_catalog.h"
#include "audience/rules/segment_fields.h"
#include "audience/segment_repository.h"
#include "campaign/campaign_repository.h"

namespace heliograph::ui {

namespace {

void addProperties(RuleOffers& offers, const Services& services, const audience::SegmentCatalog& catalog) {
  const auto statistics = audience::propertyStatistics(services.database);
  if (!statistics) return;
  const auto add = [&offers](const QString& name, audience::PropertyType type) {
    const bool hidden = std::any_of(offers.properties.begin(), offers.properties.end(),
                                    [&](const auto& entry) { return entry.name == name; });
    if (!hidden) offers.properties.push_back({name, {}, {}, 1.0, type});
  };
  for (const auto& each : *statistics) {
    offers.properties.push_back(
        {each.property.name, {}, audience::propertyText(each.sample), each.share, each.property.type});
  }
  for (const audience::DerivedField& field : audience::derivedFields()) {
    using Kind = audience::DerivedField::Kind;
    if (field.kind == Kind::Age && audience::birthProperty(catalog.properties) == nullptr) continue;
    if (field.kind == Kind::HasPushToken && !offers.devices) continue;
    add(field.name, field.type);
  }
  for (const audience::BuiltInField& field : audience::builtInFields()) add(field.name, field.type);
}

void addCampaigns(RuleOffers& offers, const Services& services) {
  const auto campaigns = services.campaigns.list();
  if (!campaigns) return;
  for (const campaign::CampaignSummary& each : *campaigns) {
    if (!each.lastRun.isValid()) continue;
    if (!offers.campaigns.contains(each.name)) offers.campaigns << each.name;
    for (const QString& label : each.labels) {
      if (!offers.labels.contains(label, Qt::CaseInsensitive)) offers.labels << label;
    }
  }
  offers.labels.sort(Qt::CaseInsensitive);
}

}  // namespace

audience::PropertyType RuleOffers::typeOf(const QString& property) const {
  const auto found =
      std::find_if(properties.begin(), properties.end(), [&](const auto& entry) { return entry.name == property; });
  return found == properties.end() ? audience::PropertyType::Text : found->type;
}

const std::vector<audience::EventProperty>& RuleOffers::propertiesOf(const QString& event) const {
  static const std::vector<audience::EventProperty> none;
  const audience::EventType* type = audience::findEventType(events, event);
  return type == nullptr ? none : type->properties;
}

RuleOffers readRuleOffers(const Services& services) {
  RuleOffers offers;
  const auto catalog = audience::SegmentCatalog::load(services.database);
  if (!catalog) return offers;
  offers.events = catalog->events;
  offers.goals = !catalog->goals.empty();
  offers.devices = audience::EventValues(services.database, services.clock).hasDevices().value_or(false);
  offers.lists = catalog->lists.keys();
  offers.lists.sort(Qt::CaseInsensitive);
  offers.segments = catalog->segments.keys();
  offers.segments.sort(Qt::CaseInsensitive);
  addProperties(offers, services, *catalog);
  addCampaigns(offers, services);
  return offers;
}

}  // namespace heliograph::ui
