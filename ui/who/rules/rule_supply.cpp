// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/who/rules/rule_supply.h"

#include "audience/columns/segment_engine.h"
#include "audience/events/event_values.h"
#include "audience/segment.h"

namespace heliograph::ui {

namespace {

using Values = std::vector<audience::CommonValue>;

Values readValues(const Services& services, const ValueKey& key) {
  const audience::EventValues events(services.database, services.clock);
  switch (key.of) {
    case ValueKey::Of::Person:
      return audience::PropertyValues(services.database, services.clock, &services.columns)
          .of(key.property)
          .value_or(Values{});
    case ValueKey::Of::Event:
      return events.of(key.event, key.property).value_or(Values{});
    case ValueKey::Of::Device:
      return events.ofDevices(key.device).value_or(Values{});
  }
  return {};
}

audience::Segment whoDid(const QString& event) {
  audience::EventRule rule;
  rule.event = event;
  return {{audience::SegmentGroup::Join::All, {{rule}}}};
}

ValuesField::Counted countedBy(const ValueKey& key) {
  return key.of == ValueKey::Of::Person ? ValuesField::Counted::People : ValuesField::Counted::Times;
}

}  // namespace

RuleSupply::RuleSupply(Services& services, QObject* parent) : QObject(parent), m_services(services) {}

void RuleSupply::refresh() {
  m_services.background.run([services = m_services] { return readRuleOffers(services); })
      .then(this, [this](const RuleOffers& offers) {
        m_values.clear();
        const bool changed = !(offers == m_offers);
        m_offers = offers;
        if (changed) m_properties.setEntries({offers.properties.begin(), offers.properties.end()});
        Q_EMIT came(changed);
        countEvents();
      });
}

void RuleSupply::countEvents() {
  if (m_offers.events.empty()) return;
  m_services.background
      .run([services = m_services] {
        const auto events = audience::EventValues(services.database, services.clock).counts();
        QHash<QString, EventCount> counted;
        if (!events) return counted;
        const auto now = audience::EvaluationTime::local(services.clock);
        for (auto it = events->cbegin(); it != events->cend(); ++it) {
          // Only the columns tell it at once.
          const auto people = services.columns.count(whoDid(it.key()), now);
          counted.insert(it.key(), {it.value(), people && *people ? **people : -1});
        }
        return counted;
      })
      .then(this, [this](const QHash<QString, EventCount>& counted) { m_eventCounts = counted; });
}

void RuleSupply::loadCities() {
  if (m_cities != nullptr) return;
  m_services.background.run([] { return &audience::CityTable::builtIn(); })
      .then(this, [this](const audience::CityTable* cities) {
        m_cities = cities;
        Q_EMIT citiesCame();
      });
}

void RuleSupply::offerValues(const ValueKey& key, ValuesField& field) {
  field.offer({});
  if (const auto known = m_values.constFind(key); known != m_values.constEnd()) {
    return field.offer(*known, countedBy(key));
  }
  const bool asked = m_waiting.contains(key);
  m_waiting.insert(key, &field);
  if (!asked) read(key);
}

void RuleSupply::read(const ValueKey& key) {
  m_services.background.run([services = m_services, key] { return readValues(services, key); })
      .then(this, [this, key](const Values& values) {
        m_values.insert(key, values);
        for (const QPointer<ValuesField>& field : m_waiting.values(key)) {
          if (field) field->offer(values, countedBy(key));
        }
        m_waiting.remove(key);
      });
}

}  // namespace heliograph::ui
