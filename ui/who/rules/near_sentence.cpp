// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/who/rules/near_sentence.h"

#include "audience/rules/city_table.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

using audience::City;
using audience::NearRule;

namespace {

constexpr int kMostPlaces = 20;

/// What tells namesakes apart: "Hyderabad (Telangana, IN)".
QString placeText(const City& city) {
  const QString where = city.region.isEmpty() ? city.country : QStringLiteral("%1, %2").arg(city.region, city.country);
  return QStringLiteral("%1 (%2)").arg(city.name, where);
}

NearRule::Place placeOf(const City& city) {
  return {city.name, city.latitude, city.longitude};
}

}  // namespace

NearSentence::NearSentence(const NearRule& rule, RuleSupply& supply, int number)
    : RuleSentence(number), m_supply(supply), m_rule(rule) {
  addWords(tr("Lives within"));
  m_radius = addValues("rule.radius", tr("Radius"));
  m_unit = addCombo(SentenceCombo::Look::Pill, "rule.lengthUnit", tr("Kilometres or miles"));
  addWords(tr("of"));
  m_places = addValues("rule.places", tr("Places"));
  m_unit->addItems({tr("km"), tr("miles")});
  m_unit->setCurrentIndex(static_cast<int>(rule.unit));
  m_radius->setPlaceholderText(QStringLiteral("10"));
  if (rule.radius > 0) m_radius->setValues({QString::number(rule.radius)});
  m_places->setPlaceholderText(tr("a city, or several"));
  m_places->setSeveral(true);
  QStringList names;
  for (const NearRule::Place& place : rule.places) {
    m_known.insert(place.name, place);
    names << place.name;
  }
  m_places->setValues(names);
  m_places->setSource([this](const QString& text) { return placesLike(text); });
  supply.loadCities();
  for (ValuesField* field : {m_radius, m_places}) connect(field, &ValuesField::edited, this, &NearSentence::read);
  connect(m_unit, &QComboBox::activated, this, &NearSentence::read);
  connect(&supply, &RuleSupply::citiesCame, this, &NearSentence::read);
}

std::vector<audience::CommonValue> NearSentence::placesLike(const QString& text) {
  std::vector<audience::CommonValue> found;
  const audience::CityTable* cities = m_supply.cities();
  if (cities == nullptr || text.isEmpty()) return found;
  for (const City* city : cities->beginningWith(text, kMostPlaces)) {
    m_known.insert(placeText(*city), placeOf(*city));
    found.push_back({placeText(*city), 0});
  }
  return found;
}

std::optional<NearRule::Place> NearSentence::placeNamed(const QString& text) const {
  if (const auto known = m_known.constFind(text); known != m_known.constEnd()) return *known;
  const audience::CityTable* cities = m_supply.cities();
  const City* city = cities != nullptr ? cities->find(text) : nullptr;
  if (city == nullptr) return std::nullopt;
  return placeOf(*city);
}

void NearSentence::read() {
  const NearRule before = m_rule;
  m_rule.radius = m_radius->values().value(0).toDouble();
  m_rule.unit = static_cast<NearRule::Unit>(m_unit->currentIndex());
  m_rule.places.clear();
  for (const QString& text : m_places->values()) {
    if (const auto place = placeNamed(text)) m_rule.places.push_back(*place);
  }
  if (!(before == m_rule)) Q_EMIT edited();
}

bool NearSentence::isComplete() const {
  return m_rule.radius > 0 && !m_rule.places.empty() &&
         m_rule.places.size() == static_cast<std::size_t>(m_places->values().size());
}

}  // namespace heliograph::ui
