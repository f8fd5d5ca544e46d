// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/phone_repair.h"

#include <QStringList>
#include <algorithm>
#include <charconv>
#include <iterator>
#include <utility>

#include "audience/cell_value.h"
#include "audience/text_taking.h"

namespace heliograph::audience {
namespace {

using phone::ParsedPhone;
using phone::PhoneState;

constexpr std::size_t fewestDigits = 6;
constexpr std::size_t mostDigits = 15;

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

/// "4.47911123456E+11", with a point or a comma, and anything else that has digits on both sides of an E: the digits
/// after it are never part of a number.
std::optional<Exponent> readExponent(std::string_view text) {
  text = trimmedCell(text);
  const std::size_t e = text.find_first_of("eE");
  if (e == std::string_view::npos || e + 1 == text.size()) return std::nullopt;
  const std::string_view mantissa = text.substr(0, e);
  std::string_view power = text.substr(e + 1);
  if (power.front() == '+' || power.front() == '-') power.remove_prefix(1);
  if (power.empty() || !std::all_of(power.begin(), power.end(), isDigit)) return std::nullopt;
  if (mantissa.find_first_not_of("0123456789.,'+- ") != std::string_view::npos) return std::nullopt;
  std::string digits;
  std::copy_if(mantissa.begin(), mantissa.end(), std::back_inserter(digits), isDigit);
  if (digits.empty()) return std::nullopt;
  const bool point = mantissa.size() > 1 && (mantissa[1] == '.' || mantissa[1] == ',');
  const bool plain = point && mantissa.size() == digits.size() + 1 && text[e + 1] != '-';
  std::size_t places = 0;
  std::from_chars(power.data(), power.data() + power.size(), places);
  // With fewer digits than places the others may be zeros or rounded off.
  const bool whole = plain && places >= fewestDigits && digits.size() == places + 1;
  return Exponent{whole ? digits : std::string()};
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

std::size_t countDigits(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), isDigit));
}

std::string inSmallLetters(std::string_view text) {
  std::string small(text);
  std::transform(small.begin(), small.end(), small.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return small;
}

/// What stands between two numbers wherever it is.
std::string_view beforeAnotherNumber(std::string_view text) {
  static constexpr std::array<std::string_view, 6> words{" or ", " & ", " and ", " oder ", " und ", " ou "};
  const std::string small = inSmallLetters(text);
  for (const std::string_view word : words) {
    const std::size_t at = small.find(word);
    if (at == std::string::npos) continue;
    if (countDigits(text.substr(0, at)) > 0 && countDigits(text.substr(at)) > 0) return text.substr(0, at);
  }
  static constexpr std::array<std::pair<char, std::size_t>, 4> signs{std::pair(';', 1), std::pair('|', 1),
                                                                     std::pair('\n', 1), std::pair(',', fewestDigits)};
  for (const auto& [sign, digitsAfter] : signs) {
    const std::size_t at = text.find(sign);
    if (at == std::string_view::npos) continue;
    // ";ext=12" belongs to the number (RFC 3966).
    const bool extension = sign == ';' && small.compare(at + 1, 3, "ext") == 0;
    const bool several = countDigits(text.substr(at)) >= digitsAfter && !extension;
    if (several && countDigits(text.substr(0, at)) >= fewestDigits) return text.substr(0, at);
  }
  return {};
}

ParsedPhone invalid(const QString& reason) {
  return {PhoneState::Invalid, std::nullopt, reason};
}

ParsedPhone changedBySpreadsheet() {
  return invalid(QStringLiteral("a spreadsheet has changed it"));
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
    case Repair::Abroad:
      return QStringLiteral("abroad");
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
  if (reading.parsed.state == PhoneState::None) return reading;
  const auto exponent = readExponent(text);
  reading.digitsLost = exponent && exponent->digits.empty();
  if (reading.digitsLost) {
    reading.parsed =
        invalid(QStringLiteral("a spreadsheet has rounded it; format that column as text and export it again"));
    return reading;
  }
  const std::string_view first = exponent ? std::string_view() : firstOfSeveral(text);
  auto found = exponent ? findWithin(exponent->digits, Repair::Exponent) : find(text, reading.parsed, first);
  // The digits of an exponent or of a second number aren't to be glued to the first ones.
  if (exponent) reading.parsed = changedBySpreadsheet();
  if (!first.empty()) reading.parsed = invalid(QStringLiteral("it is more than one number"));
  if (!found) return reading;
  reading.repair = found->repair;
  reading.repaired = found->parsed.number->e164().toStdString();
  reading.parsed = m_wanted.testFlag(found->repair) ? std::move(found->parsed)
                                                    : unrepaired(std::move(*found), std::move(reading.parsed));
  return reading;
}

/// What a text is if the repair that was found isn't wanted.
ParsedPhone PhoneRepair::unrepaired(Found&& found, ParsedPhone&& asItStands) const {
  if (found.repair == Repair::LostZero || found.repair == Repair::Decimals) return changedBySpreadsheet();
  if (found.repair != Repair::Abroad) return std::move(asItStands);
  return (m_wanted & found.homeNeeds) == found.homeNeeds ? std::move(found.home) : changedBySpreadsheet();
}

/// `first` is of several numbers; empty if there is only one.
std::optional<PhoneRepair::Found> PhoneRepair::find(std::string_view text, const ParsedPhone& asItStands,
                                                    std::string_view first) const {
  if (!first.empty()) return findWithin(first, Repair::FirstOfTwo);
  if (const std::string whole = withoutDecimals(text); !whole.empty()) return findWithin(whole, Repair::Decimals);
  return asItStands.state == PhoneState::Valid ? findWithoutZero(text, asItStands) : findInDigits(text, asItStands);
}

/// The number of a text that is whole but for a plus or a zero; nothing if it is none in use.
std::optional<PhoneRepair::Found> PhoneRepair::findWithin(std::string_view text, Repair repair) const {
  ParsedPhone parsed = phone::parsePhone(text, m_region);
  const bool valid = parsed.state == PhoneState::Valid;
  if (auto found = valid ? findWithoutZero(text, parsed) : findInDigits(text, parsed)) {
    const bool atHome = found->repair == Repair::Abroad && !m_wanted.testFlag(Repair::Abroad);
    parsed = atHome ? std::move(found->home) : std::move(found->parsed);
  }
  if (parsed.state != PhoneState::Valid) return std::nullopt;
  return Found{repair, std::move(parsed), {}, {}};
}

/// What is a number at home, but without its zero.
std::optional<PhoneRepair::Found> PhoneRepair::findWithoutZero(std::string_view text, const ParsedPhone& atHome) const {
  if (!lacksZero(text, atHome)) return std::nullopt;
  ParsedPhone abroad = phone::parseInternational(digitsOf(text));
  const bool doubtful = abroad.state == PhoneState::Valid && phone::isMobile(*abroad.number);
  // At home it is at best a land line.
  if (doubtful && !phone::isMobile(*atHome.number)) return Found{Repair::Abroad, abroad, atHome, Repair::LostZero};
  return Found{Repair::LostZero, atHome, {}, {}};
}

/// What is no number in use as it stands: with a plus or a zero before it.
std::optional<PhoneRepair::Found> PhoneRepair::findInDigits(std::string_view text,
                                                            const ParsedPhone& asItStands) const {
  std::string digits = digitsOf(text);
  if (digits.starts_with("00")) digits.erase(0, 2);
  if (digits.size() < fewestDigits) return std::nullopt;
  ParsedPhone home = asItStands;
  Repairs homeNeeds;
  if (!m_region.empty() && digitsOf(text).front() != '0') {
    ParsedPhone withZero = phone::parsePhone("0" + digits, m_region);
    if (withZero.state == PhoneState::Valid || home.state == PhoneState::Invalid) {
      home = std::move(withZero);
      homeNeeds = Repair::LostZero;
    }
  }
  ParsedPhone abroad = phone::parseInternational(digits);
  const bool valid = home.state == PhoneState::Valid;
  if (abroad.state != PhoneState::Valid || (valid && phone::isMobile(*home.number)))
    return valid ? std::optional(Found{Repair::LostZero, std::move(home), {}, {}}) : std::nullopt;
  if (home.state == PhoneState::Invalid) return Found{Repair::LostPlus, std::move(abroad), {}, {}};
  return Found{Repair::Abroad, std::move(abroad), std::move(home), homeNeeds};
}

/// The first of several numbers in a cell; empty if there is only one.
std::string_view PhoneRepair::firstOfSeveral(std::string_view text) const {
  text = trimmedCell(text);
  if (text.find_first_not_of("0123456789+-.() ") == std::string_view::npos) return {};
  if (const std::string_view first = beforeAnotherNumber(text); !first.empty()) return trimmedCell(first);
  // A slash may also stand after an area code, which is no number for itself and has more than two digits after it.
  static constexpr std::size_t mostOfAnEnd = 2;
  for (std::size_t at = text.find('/'); at != std::string_view::npos; at = text.find('/', at + 1)) {
    const std::string_view first = trimmedCell(text.substr(0, at));
    const std::size_t after = countDigits(text.substr(at));
    if (after == 0 || countDigits(first) < fewestDigits) continue;
    if (after <= mostOfAnEnd || phone::parsePhone(first, m_region).state == PhoneState::Valid) return first;
  }
  return {};
}

/// Whether it was read as a number of the region though neither its country code nor its zero is there.
bool PhoneRepair::lacksZero(std::string_view text, const ParsedPhone& parsed) const {
  if (!m_writesZero || text.empty() || text.front() == '+' || text.front() == '0') return false;
  const std::string digits = digitsOf(text);
  const std::string e164 = parsed.number->e164().toStdString();
  return !digits.empty() && digits.front() != '0' && e164.size() > digits.size() + 1 && e164.ends_with(digits);
}

}  // namespace heliograph::audience
