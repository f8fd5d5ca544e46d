// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/check/cost_counter.h"

#include <algorithm>

namespace heliograph::delivery {
namespace {

MoneySum sumOf(const std::unordered_map<const Money*, qint64>& partsByPrice) {
  MoneySum sum;
  for (const auto& [price, parts] : partsByPrice) sum.add(*price, parts);
  return sum;
}

bool isLetter(char c) {
  return c >= 'A' && c <= 'Z';
}

}  // namespace

CostCounter::CostCounter(const CostRates& rates) : m_rates(&rates), m_countries(1) {}

CostCounter::Country& CostCounter::countryOf(std::string_view code) {
  if (code.size() != 2 || !isLetter(code[0]) || !isLetter(code[1])) return m_countries.front();
  std::uint16_t& position =
      m_position[static_cast<std::size_t>(code[0] - 'A') * kLetters + static_cast<std::size_t>(code[1] - 'A')];
  if (position == 0) {
    position = static_cast<std::uint16_t>(m_countries.size());
    m_countries.push_back({});
    m_countries.back().code = QByteArray(code.data(), static_cast<qsizetype>(code.size()));
  }
  return m_countries[position];
}

const Money* CostCounter::add(ProfileId person, std::string_view e164, std::string_view country, int parts, int most) {
  Country& into = countryOf(country);
  into.parts += parts;
  const CostQuote quote = m_rates->quote(e164, country);
  if (!quote.expected) {
    into.unpriced.add(person);
    return nullptr;
  }
  into.priced.add(person);
  into.expected[quote.expected] += parts;
  into.highest[quote.highest] += std::max(parts, most);
  if (quote.openEnded) ++into.openEnded;
  if (quote.highest != quote.expected || most > parts) m_dearer.add(person);
  return quote.expected;
}

void CostCounter::add(const CostCounter& others) {
  for (const Country& country : others.m_countries) {
    Country& into = countryOf({country.code.constData(), static_cast<std::size_t>(country.code.size())});
    into.priced.add(country.priced);
    into.unpriced.add(country.unpriced);
    into.parts += country.parts;
    into.openEnded += country.openEnded;
    for (const auto& [price, parts] : country.expected) into.expected[price] += parts;
    for (const auto& [price, parts] : country.highest) into.highest[price] += parts;
  }
  m_dearer.add(others.m_dearer);
}

CostReport CostCounter::report() const {
  CostReport report;
  for (const Country& country : m_countries) {
    const qint64 people = country.priced.count() + country.unpriced.count();
    if (people == 0) continue;
    report.countries.push_back({QString::fromLatin1(country.code), people, country.parts, sumOf(country.expected),
                                sumOf(country.highest), country.unpriced.isEmpty()});
    report.expected += report.countries.back().expected;
    report.highest += report.countries.back().highest;
    report.unpricedPeople += country.unpriced.count();
    report.openEndedPeople += country.openEnded;
  }
  std::sort(report.countries.begin(), report.countries.end(), [](const CountryCost& a, const CountryCost& b) {
    return std::pair(-a.people, a.country) < std::pair(-b.people, b.country);
  });
  return report;
}

void CostCounter::finishPicks(PeoplePicks& picks) const {
  for (const Country& country : m_countries) {
    PeopleSet people = country.priced;
    people.add(country.unpriced);
    if (!people.isEmpty()) picks.ofCountry[QString::fromLatin1(country.code)] = people;
    picks.priced.add(country.priced);
    picks.unpriced.add(country.unpriced);
  }
  picks.dearer = m_dearer;
}

}  // namespace heliograph::delivery
