// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/phone_repair.h"

#include <QStringList>
#include <algorithm>
#include <charconv>

#include "audience/cell_value.h"

namespace heliograph::audience {
namespace {

using phone::ParsedPhone;
using phone::PhoneState;

constexpr std::size_t fewestDigits = 6;
constexpr std::size_t mostDigits = 15;

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

/// The digits of a text that has nothing but digits and what people put between them; empty for others.
std::string digitsOf(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (isDigit(c)) {
      digits += c;
    } else if (c != ' ' && c != '-' && c != '.' && c != '(' && c != ')') {
      return {};
    }
  }
  return digits.size() > mostDigits + 2 ? std::string() : digits;
}

struct Exponent {
  std::string digits;  ///< empty if some are lost
};

/// "4.47911123456E+11", with a point or a comma.
std::optional<Exponent> readExponent(std::string_view text) {
  const std::size_t e = text.find_first_of("eE");
  if (e == std::string_view::npos || e == 0) return std::nullopt;
  std::string_view power = text.substr(e + 1);
  if (power.starts_with('+')) power.remove_prefix(1);
  std::size_t places = 0;
  const auto read = std::from_chars(power.data(), power.data() + power.size(), places);
  if (read.ec != std::errc() || read.ptr != power.data() + power.size() || places < fewestDigits) return std::nullopt;
  std::string digits;
  for (std::size_t i = 0; i < e; ++i) {
    if (isDigit(text[i])) {
      digits += text[i];
    } else if (i != 1 || (text[i] != '.' && text[i] != ',')) {
      return std::nullopt;
    }
  }
  return Exponent{digits.size() == places + 1 ? digits : std::string()};
}

/// "447911123456.0" and "…,00" without the end; empty for others.
std::string withoutDecimals(std::string_view text) {
  const std::size_t point = text.find_last_of(".,");
  if (point == std::string_view::npos || point + 1 == text.size() || text.size() - point > 3) return {};
  if (text.substr(point + 1).find_first_not_of('0') != std::string_view::npos) return {};
  const std::string_view whole = text.substr(0, point);
  const bool plus = whole.starts_with('+');
  const bool digits = std::all_of(whole.begin() + (plus ? 1 : 0), whole.end(), isDigit);
  return digits && whole.size() > fewestDigits ? std::string(whole) : std::string();
}

/// The first of several numbers in a cell; empty if there is only one.
std::string_view firstOfSeveral(std::string_view text) {
  static constexpr std::array<std::string_view, 7> between{"/", ";", ",", "|", "\n", " or ", " & "};
  for (const std::string_view sign : between) {
    const std::size_t at = text.find(sign);
    if (at == std::string_view::npos) continue;
    const std::string_view first = trimmedCell(text.substr(0, at));
    const auto rest = text.substr(at + sign.size());
    const bool isNumber = std::count_if(first.begin(), first.end(), isDigit) >= static_cast<int>(fewestDigits);
    if (isNumber && std::count_if(rest.begin(), rest.end(), isDigit) >= static_cast<int>(fewestDigits)) return first;
  }
  return {};
}

}  // namespace

QString repairName(Repair repair) {
  switch (repair) {
    case Repair::Exponent:
      return QStringLiteral("scientific");
    case Repair::Decimals:
      return QStringLiteral("decimals");
    case Repair::LostPlus:
      return QStringLiteral("plus");
    case Repair::LostZero:
      return QStringLiteral("zero");
    case Repair::FirstOfTwo:
      break;
  }
  return QStringLiteral("two");
}

std::optional<Repairs> repairsFromNames(const QString& names) {
  Repairs repairs;
  if (names == QLatin1String("none")) return repairs;
  for (const QString& name : names.split(QLatin1Char(','))) {
    const auto found = std::find_if(allRepairs.begin(), allRepairs.end(),
                                    [&name](Repair repair) { return repairName(repair) == name.trimmed(); });
    if (found == allRepairs.end()) return std::nullopt;
    repairs |= *found;
  }
  return repairs;
}

PhoneRepair::PhoneRepair(std::string region, Repairs wanted)
    : m_region(std::move(region)), m_writesZero(phone::writesZeroFirst(m_region)), m_wanted(wanted) {}

PhoneReading PhoneRepair::read(std::string_view text) const {
  PhoneReading reading;
  reading.parsed = phone::parsePhone(text, m_region);
  const auto exponent = readExponent(text);
  reading.digitsLost = exponent && exponent->digits.empty();
  if (reading.parsed.state == PhoneState::None || reading.digitsLost) return reading;
  auto found = find(text, reading.parsed);
  if (!found) return reading;
  reading.repair = found->repair;
  reading.repaired = found->parsed.number->e164().toStdString();
  if (m_wanted.testFlag(found->repair)) {
    reading.parsed = std::move(found->parsed);
  } else if (found->repair == Repair::LostZero || found->repair == Repair::Decimals) {
    reading.parsed = {PhoneState::Invalid, std::nullopt, QStringLiteral("a spreadsheet has changed it")};
  }
  return reading;
}

std::optional<PhoneRepair::Found> PhoneRepair::find(std::string_view text, const ParsedPhone& asItStands) const {
  if (const auto exponent = readExponent(text)) {
    auto parsed = best(exponent->digits);
    return parsed ? std::optional(Found{Repair::Exponent, std::move(*parsed)}) : std::nullopt;
  }
  if (const std::string whole = withoutDecimals(text); !whole.empty()) {
    auto parsed = best(whole);
    return parsed ? std::optional(Found{Repair::Decimals, std::move(*parsed)}) : std::nullopt;
  }
  if (asItStands.state == PhoneState::Valid) {
    if (!lacksZero(text, asItStands)) return std::nullopt;
    if (auto abroad = fromAbroad(text, asItStands)) return Found{Repair::LostPlus, std::move(*abroad)};
    return Found{Repair::LostZero, asItStands};
  }
  if (auto found = findInDigits(text)) return found;
  const std::string_view first = firstOfSeveral(text);
  if (first.empty()) return std::nullopt;
  auto parsed = best(first);
  return parsed ? std::optional(Found{Repair::FirstOfTwo, std::move(*parsed)}) : std::nullopt;
}

/// With a plus or a zero before it.
std::optional<PhoneRepair::Found> PhoneRepair::findInDigits(std::string_view text) const {
  std::string digits = digitsOf(text);
  if (digits.starts_with("00")) digits.erase(0, 2);
  if (digits.size() < fewestDigits) return std::nullopt;
  ParsedPhone withPlus = phone::parseInternational(digits);
  if (withPlus.state == PhoneState::Valid) return Found{Repair::LostPlus, std::move(withPlus)};
  if (m_region.empty() || digits.starts_with('0')) return std::nullopt;
  ParsedPhone withZero = phone::parsePhone("0" + digits, m_region);
  if (withZero.state == PhoneState::Valid) return Found{Repair::LostZero, std::move(withZero)};
  return std::nullopt;
}

/// The number of a text that is broken no further; nothing if it is none in use.
std::optional<ParsedPhone> PhoneRepair::best(std::string_view digits) const {
  ParsedPhone parsed = phone::parsePhone(digits, m_region);
  if (parsed.state == PhoneState::Valid) {
    auto abroad = lacksZero(digits, parsed) ? fromAbroad(digits, parsed) : std::nullopt;
    return abroad ? std::move(*abroad) : parsed;
  }
  auto found = findInDigits(digits);
  return found ? std::optional(std::move(found->parsed)) : std::nullopt;
}

/// The mobile number of another country that a text is with a plus, if at home it is at best a land line.
std::optional<ParsedPhone> PhoneRepair::fromAbroad(std::string_view text, const ParsedPhone& atHome) const {
  ParsedPhone withPlus = phone::parseInternational(digitsOf(text));
  if (withPlus.state != PhoneState::Valid || !phone::isMobile(*withPlus.number)) return std::nullopt;
  return phone::isMobile(*atHome.number) ? std::nullopt : std::optional(std::move(withPlus));
}

/// Whether it was read as a number of the region though neither its country code nor its zero is there.
bool PhoneRepair::lacksZero(std::string_view text, const ParsedPhone& parsed) const {
  if (!m_writesZero || text.empty() || text.front() == '+' || text.front() == '0') return false;
  const std::string digits = digitsOf(text);
  const std::string e164 = parsed.number->e164().toStdString();
  return !digits.empty() && digits.front() != '0' && e164.size() > digits.size() + 1 && e164.ends_with(digits);
}

}  // namespace heliograph::audience
