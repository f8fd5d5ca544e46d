// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/cost_counter.h"

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

const Money* CostCounter::add(ProfileId person, std::string_view e164, std::string_view country, int parts,
                              int most) {
  Country& into = countryOf(country);
  if (into.people++ == 0 || person < into.first) into.first = person;
  into.parts += parts;
  const CostQuote quote = m_rates->quote(e164, country);
  if (!quote.expected) {
    ++into.unpriced;
    return nullptr;
  }
  into.expected[quote.expected] += parts;
  into.highest[quote.highest] += std::max(parts, most);
  if (quote.openEnded) ++into.openEnded;
  return quote.expected;
}

void CostCounter::add(const CostCounter& others) {
  for (const Country& country : others.m_countries) {
    if (country.people == 0) continue;
    Country& into = countryOf({country.code.constData(), static_cast<std::size_t>(country.code.size())});
    if (into.people == 0 || country.first < into.first) into.first = country.first;
    into.people += country.people;
    into.parts += country.parts;
    into.unpriced += country.unpriced;
    into.openEnded += country.openEnded;
    for (const auto& [price, parts] : country.expected) into.expected[price] += parts;
    for (const auto& [price, parts] : country.highest) into.highest[price] += parts;
  }
}

CostReport CostCounter::report() const {
  CostReport report;
  for (const Country& country : m_countries) {
    if (country.people == 0) continue;
    report.countries.push_back({QString::fromLatin1(country.code), country.people, country.parts,
                                sumOf(country.expected), sumOf(country.highest), country.unpriced == 0});
    report.expected += report.countries.back().expected;
    report.highest += report.countries.back().highest;
    report.unpricedPeople += country.unpriced;
    report.openEndedPeople += country.openEnded;
  }
  std::sort(report.countries.begin(), report.countries.end(), [](const CountryCost& a, const CountryCost& b) {
    return std::pair(-a.people, a.country) < std::pair(-b.people, b.country);
  });
  return report;
}

QMap<QString, ProfileId> CostCounter::firstOfEach() const {
  QMap<QString, ProfileId> first;
  for (const Country& country : m_countries) {
    if (country.people > 0 && !country.code.isEmpty()) first[QString::fromLatin1(country.code)] = country.first;
  }
  return first;
}

}  // namespace heliograph::delivery
