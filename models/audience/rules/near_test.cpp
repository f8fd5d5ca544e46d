// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/rules/near_test.h"

#include <algorithm>
#include <cmath>

#include "audience/rules/city_table.h"

namespace heliograph::audience {
namespace {

constexpr double kEarthRadius = 6371.0088;
constexpr double kKilometresAMile = 1.609344;
constexpr double kRadians = 3.14159265358979323846 / 180;

const Property* ofType(const std::vector<Property>& properties, PropertyType type, const char* name) {
  const Property* found = nullptr;
  for (const Property& property : properties) {
    if (property.type != type || property.name.compare(QLatin1String(name), Qt::CaseInsensitive) != 0) continue;
    if (property.name == QLatin1String(name)) return &property;
    if (found == nullptr) found = &property;
  }
  return found;
}

}  // namespace

std::optional<Home> homeOf(const HomeFields& fields) {
  if (fields.latitude && fields.longitude && std::abs(*fields.latitude) <= 90 && std::abs(*fields.longitude) <= 180) {
    return Home{*fields.latitude, *fields.longitude};
  }
  const City* city = CityTable::builtIn().find(fields.city, fields.region, fields.country);
  if (city == nullptr) return std::nullopt;
  return Home{city->latitude, city->longitude};
}

double kilometresBetween(const Home& one, const Home& other) {
  const double latitude = std::sin((other.latitude - one.latitude) * kRadians / 2);
  const double longitude = std::sin((other.longitude - one.longitude) * kRadians / 2);
  const double chord = latitude * latitude +
                       std::cos(one.latitude * kRadians) * std::cos(other.latitude * kRadians) * longitude * longitude;
  return 2 * kEarthRadius * std::asin(std::sqrt(std::min(1.0, chord)));
}

HomeProperties homeProperties(const std::vector<Property>& properties) {
  return {ofType(properties, PropertyType::Number, "latitude"), ofType(properties, PropertyType::Number, "longitude"),
          ofType(properties, PropertyType::Text, "city"), ofType(properties, PropertyType::Text, "region"),
          ofType(properties, PropertyType::Text, "country")};
}

NearTest::NearTest(const NearRule& rule)
    : m_kilometres(rule.unit == NearRule::Unit::Miles ? rule.radius * kKilometresAMile : rule.radius) {
  for (const NearRule::Place& place : rule.places) m_places.push_back({place.latitude, place.longitude});
}

QByteArray NearTest::toText() const {
  QByteArray text = QByteArray::number(m_kilometres, 'g', 17);
  for (const Home& place : m_places) {
    text += ' ' + QByteArray::number(place.latitude, 'g', 17) + ' ' + QByteArray::number(place.longitude, 'g', 17);
  }
  return text;
}

NearTest NearTest::fromText(const QByteArray& text) {
  const QList<QByteArray> numbers = text.split(' ');
  NearTest test;
  test.m_kilometres = numbers.value(0).toDouble();
  for (qsizetype i = 1; i + 1 < numbers.size(); i += 2) {
    test.m_places.push_back({numbers[i].toDouble(), numbers[i + 1].toDouble()});
  }
  return test;
}

bool NearTest::holds(const HomeFields& fields) const {
  const auto home = homeOf(fields);
  return home && holds(*home);
}

bool NearTest::holds(const Home& home) const {
  return std::any_of(m_places.begin(), m_places.end(),
                     [&](const Home& place) { return kilometresBetween(home, place) <= m_kilometres; });
}

}  // namespace heliograph::audience
