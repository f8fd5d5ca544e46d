// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/who/rules/rule_supply.h"

#include "audience/events/event_values.h"

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
        return audience::EventValues(services.database, services.clock).counts().value_or(QHash<QString, qint64>{});
      })
      .then(this, [this](const QHash<QString, qint64>& counted) { m_eventCounts = counted; });
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
