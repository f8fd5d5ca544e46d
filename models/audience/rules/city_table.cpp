// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/rules/city_table.h"

#include <QFile>
#include <QLocale>
#include <algorithm>

namespace heliograph::audience {
namespace {

/// What stands where in a line of the table.
enum class CityCell { Name, Country, RegionCode, Region, Latitude, Longitude, Population, OtherNames };

bool isLatin(const QString& name) {
  return name.at(0).script() == QChar::Script_Latin;
}

QString foldedName(const QString& text) {
  return text.trimmed().toCaseFolded();
}

/// Those that meet a condition, or all if none does.
template <class Meets>
std::vector<int> preferred(const std::vector<int>& cities, const Meets& meets) {
  std::vector<int> chosen;
  std::copy_if(cities.begin(), cities.end(), std::back_inserter(chosen), meets);
  return chosen.empty() ? cities : chosen;
}

}  // namespace

const CityTable& CityTable::builtIn() {
  static const CityTable table;
  return table;
}

CityTable::CityTable() {
  QFile file(QStringLiteral(":/data/cities/cities.tsv"));
  if (!file.open(QIODevice::ReadOnly)) return;
  while (!file.atEnd()) addLine(file.readLine());
  std::sort(m_inOtherScripts.begin(), m_inOtherScripts.end());
  for (const City& city : m_cities) {
    if (m_countries.contains(city.country.toCaseFolded())) continue;
    m_countries.insert(city.country.toCaseFolded(), city.country);
    const QString name = QLocale::territoryToString(QLocale::codeToTerritory(city.country));
    m_countries.insert(foldedName(name), city.country);
  }
  m_countries.insert(QStringLiteral("usa"), QStringLiteral("US"));
  m_countries.insert(QStringLiteral("united states of america"), QStringLiteral("US"));
  m_countries.insert(QStringLiteral("uk"), QStringLiteral("GB"));
  m_countries.insert(QStringLiteral("great britain"), QStringLiteral("GB"));
}

void CityTable::addLine(const QByteArray& line) {
  const QStringList cells = QString::fromUtf8(line).trimmed().split(QLatin1Char('\t'));
  const auto cell = [&](CityCell which) { return cells.value(static_cast<qsizetype>(which)); };
  if (cells.size() <= static_cast<qsizetype>(CityCell::Population)) return;
  const int at = static_cast<int>(m_cities.size());
  const QString name = cell(CityCell::Name);
  m_cities.push_back({name, cell(CityCell::Country), cell(CityCell::Region), cell(CityCell::RegionCode),
                      cell(CityCell::Latitude).toDouble(), cell(CityCell::Longitude).toDouble(),
                      cell(CityCell::Population).toLongLong()});
  m_byName[foldedName(name)].push_back(at);
  for (const QString& other : cell(CityCell::OtherNames).split(QLatin1Char('|'), Qt::SkipEmptyParts)) {
    const QString folded = foldedName(other);
    m_byOtherName[folded].push_back(at);
    if (!folded.isEmpty() && !isLatin(folded)) m_inOtherScripts.emplace_back(folded, at);
  }
}

QString CityTable::countryCode(const QString& country) const {
  return m_countries.value(foldedName(country));
}

const City* CityTable::find(const QString& name, const QString& region, const QString& country) const {
  const QString folded = foldedName(name);
  if (folded.isEmpty()) return nullptr;
  const auto own = m_byName.constFind(folded);
  const auto other = m_byOtherName.constFind(folded);
  std::vector<int> cities = own != m_byName.cend() ? *own : std::vector<int>();
  if (other != m_byOtherName.cend()) cities.insert(cities.end(), other->begin(), other->end());
  if (cities.empty()) return nullptr;
  const auto city = [this](int at) -> const City& { return m_cities[static_cast<std::size_t>(at)]; };
  if (cities.size() > 1) {
    const QString wantedRegion = foldedName(region);
    const QString wantedCountry = countryCode(country);
    // A region's code says something only inside its country: "CA" is California, or a canton, or …
    cities = preferred(cities, [&](int at) { return !wantedCountry.isEmpty() && city(at).country == wantedCountry; });
    cities = preferred(cities, [&](int at) {
      return !wantedRegion.isEmpty() &&
             (city(at).region.toCaseFolded() == wantedRegion || city(at).regionCode.toCaseFolded() == wantedRegion);
    });
  }
  return &city(cities.front());
}

std::vector<const City*> CityTable::beginningWith(const QString& text, int most) const {
  const QString folded = foldedName(text);
  std::vector<const City*> found;
  if (folded.isEmpty()) return found;
  for (const City& city : m_cities) {
    if (static_cast<int>(found.size()) >= most) break;
    if (city.name.toCaseFolded().startsWith(folded)) found.push_back(&city);
  }
  for (const int at : otherNamesLike(folded)) {
    const City* city = &m_cities[static_cast<std::size_t>(at)];
    const bool there = std::find(found.begin(), found.end(), city) != found.end();
    if (!there && static_cast<int>(found.size()) < most) found.push_back(city);
  }
  return found;
}

std::vector<int> CityTable::otherNamesLike(const QString& folded) const {
  // A second name in Latin letters, a former one or a code, is meant only when it is written out.
  if (isLatin(folded)) return m_byOtherName.value(folded);
  std::vector<int> cities;
  const auto first = std::lower_bound(m_inOtherScripts.begin(), m_inOtherScripts.end(), std::pair(folded, 0));
  for (auto name = first; name != m_inOtherScripts.end() && name->first.startsWith(folded); ++name) {
    cities.push_back(name->second);
  }
  std::sort(cities.begin(), cities.end());
  return cities;
}

}  // namespace heliograph::audience
