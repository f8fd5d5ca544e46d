// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <optional>
#include <vector>

#include "audience/property.h"
#include "audience/rules/person_rules.h"

namespace heliograph::audience {

/// What is known of where somebody lives.
struct HomeFields {
  std::optional<double> latitude;
  std::optional<double> longitude;
  QString city;
  QString region;
  QString country;
};

/// A point on the earth in degrees.
struct Home {
  double latitude = 0;
  double longitude = 0;
};

/// The coordinates if there are both and they can be, else the centre of the city; nothing if neither is known.
[[nodiscard]] std::optional<Home> homeOf(const HomeFields& fields);

/// Kilometres between two points on a sphere of 6371.0088 km (haversine).
[[nodiscard]] double kilometresBetween(const Home& one, const Home& other);

/// The properties that tell where people live, whatever the case of their names; nullptr for those there aren't.
/// Without a property "country" (or a value of it) the number's country stands for it.
struct HomeProperties {
  const Property* latitude = nullptr;
  const Property* longitude = nullptr;
  const Property* city = nullptr;
  const Property* region = nullptr;
  const Property* country = nullptr;

  [[nodiscard]] bool any() const { return (latitude != nullptr && longitude != nullptr) || city != nullptr; }
};
[[nodiscard]] HomeProperties homeProperties(const std::vector<Property>& properties);

/// The test of a NearRule, ready to be asked of millions.
class NearTest final {
 public:
  explicit NearTest(const NearRule& rule);
  /// From what toText() gave; one that nobody passes from anything else.
  [[nodiscard]] static NearTest fromText(const QByteArray& text);
  [[nodiscard]] QByteArray toText() const;

  [[nodiscard]] bool holds(const HomeFields& fields) const;
  [[nodiscard]] bool holds(const Home& home) const;

 private:
  NearTest() = default;

  double m_kilometres = 0;
  std::vector<Home> m_places;
};

}  // namespace heliograph::audience
