// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <utility>
#include <vector>

namespace heliograph::audience {

/// A city of the table that comes with the program.
struct City {
  QString name;
  QString country;     ///< ISO 3166
  QString region;      ///< the name of its first-level division; may be empty
  QString regionCode;  ///< the same as a code, "CA"
  double latitude = 0;
  double longitude = 0;
  qint64 population = 0;
};

/// Cities by name, without a network: some 25,000 of GeoNames, in any script and case.
class CityTable final {
 public:
  /// The program's own table, read at first use. Any thread.
  [[nodiscard]] static const CityTable& builtIn();

  /// The city of a name, or nullptr. Of namesakes those in the country (ISO 3166 code or English name) go before
  /// others, then those in the region (name or code), then those whose own name it is, then the largest. What fits no
  /// namesake tells nothing: a number of one country may belong to somebody in another.
  [[nodiscard]] const City* find(const QString& name, const QString& region = {}, const QString& country = {}) const;

  /// Cities whose names begin with a text, the largest first: for choosing a place. In another script than Latin their
  /// names there do.
  [[nodiscard]] std::vector<const City*> beginningWith(const QString& text, int most) const;

 private:
  CityTable();
  void addLine(const QByteArray& line);
  /// The cities with another name that a text may be meant for, the largest first.
  [[nodiscard]] std::vector<int> otherNamesLike(const QString& folded) const;
  [[nodiscard]] QString countryCode(const QString& country) const;

  std::vector<City> m_cities;
  QHash<QString, std::vector<int>> m_byName;              ///< of cities' own names, folded; the largest first
  QHash<QString, std::vector<int>> m_byOtherName;         ///< likewise of their other names
  std::vector<std::pair<QString, int>> m_inOtherScripts;  ///< those of them that aren't in Latin letters, sorted
  QHash<QString, QString> m_countries;                    ///< folded code or name to code
};

}  // namespace heliograph::audience
