// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QPointer>

#include "audience/property_values.h"
#include "audience/rules/city_table.h"
#include "audience/rules/person_rules.h"
#include "items/property_list_model.h"
#include "ui/services.h"
#include "ui/who/rules/rule_offers.h"
#include "ui/who/values_field.h"

namespace heliograph::ui {

/// Whose values are meant.
struct ValueKey {
  enum class Of { Person, Event, Device };
  Of of = Of::Person;
  QString event;
  QString property;  ///< of people or of the event
  audience::DeviceRule::Field device = audience::DeviceRule::Field::AppVersion;

  bool operator==(const ValueKey&) const = default;
};
[[nodiscard]] inline std::size_t qHash(const ValueKey& key, std::size_t seed = 0) {
  return qHashMulti(seed, static_cast<int>(key.of), key.event, key.property, static_cast<int>(key.device));
}

/// What rules are made of: the names of the workspace, and the values people and events have. Looked up off the GUI
/// thread and kept until the contacts may have changed.
class RuleSupply final : public QObject {
  Q_OBJECT
 public:
  explicit RuleSupply(Services& services, QObject* parent = nullptr);

  [[nodiscard]] const RuleOffers& offers() const { return m_offers; }
  /// Properties of people, for a combo box.
  [[nodiscard]] items::PropertyListModel& properties() { return m_properties; }
  /// How many events of that name there are; -1 while it isn't known.
  [[nodiscard]] qint64 eventsNamed(const QString& name) const { return m_eventCounts.value(name).events; }
  /// How many people did it; -1 while that isn't known at once.
  [[nodiscard]] qint64 peopleOfEvent(const QString& name) const { return m_eventCounts.value(name).people; }
  /// The cities of the world, once loadCities() has read them; else nullptr.
  [[nodiscard]] const audience::CityTable* cities() const { return m_cities; }
  void loadCities();
  /// Reads everything anew; came() follows.
  void refresh();
  /// Lets a field complete the values of that kind, as soon as they are known.
  void offerValues(const ValueKey& key, ValuesField& field);

 Q_SIGNALS:
  /// The names were read; `changed` when there are others than before.
  void came(bool changed);
  void citiesCame();

 private:
  struct EventCount {
    qint64 events = -1;
    qint64 people = -1;
  };

  void read(const ValueKey& key);
  void countEvents();

  Services& m_services;
  RuleOffers m_offers;
  items::PropertyListModel m_properties;
  QHash<ValueKey, std::vector<audience::CommonValue>> m_values;
  QMultiHash<ValueKey, QPointer<ValuesField>> m_waiting;  ///< until their values are known
  QHash<QString, EventCount> m_eventCounts;
  const audience::CityTable* m_cities = nullptr;
};

}  // namespace heliograph::ui
