// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "phone/phone_number.h"

#include <phonenumbers/phonenumberutil.h>

#include <QStringList>
#include <set>
#include <string>
#include <tl/expected.hpp>

#include "phone/number_verdict.h"

namespace heliograph::phone {
namespace {

using Util = i18n::phonenumbers::PhoneNumberUtil;

QString parseProblem(Util::ErrorType error, bool hasRegion) {
  switch (error) {
    case Util::INVALID_COUNTRY_CODE_ERROR:
      return hasRegion ? QStringLiteral("the country code doesn't exist")
                       : QStringLiteral("it has no country code, and no default region is set");
    case Util::TOO_SHORT_AFTER_IDD:
    case Util::TOO_SHORT_NSN:
      return QStringLiteral("it is too short");
    case Util::TOO_LONG_NSN:
      return QStringLiteral("it is too long");
    case Util::NO_PARSING_ERROR:
    case Util::NOT_A_NUMBER:
      break;
  }
  return QStringLiteral("it isn't a phone number");
}

QString lengthProblem(Util::ValidationResult result) {
  switch (result) {
    case Util::INVALID_COUNTRY_CODE:
      return QStringLiteral("the country code doesn't exist");
    case Util::TOO_SHORT:
      return QStringLiteral("it is too short");
    case Util::TOO_LONG:
      return QStringLiteral("it is too long");
    case Util::IS_POSSIBLE_LOCAL_ONLY:
      return QStringLiteral("the area code is missing");
    case Util::INVALID_LENGTH:
    case Util::IS_POSSIBLE:
      break;
  }
  return QStringLiteral("numbers of its country don't have that length");
}

/// "9.82E+09": what a spreadsheet leaves of a number that it took for an amount.
bool isRoundedBySpreadsheet(std::string_view text) {
  const std::size_t exponent = text.find_first_of("eE");
  return exponent != std::string_view::npos && exponent + 1 < text.size() && text[exponent + 1] == '+' &&
         text.substr(0, exponent).find_first_not_of("0123456789., ") == std::string_view::npos;
}

/// A number that was read.
struct Reading {
  i18n::phonenumbers::PhoneNumber number;
  std::string region;
  bool valid = false;
};

/// The region, and whether its ranges know the number; as IsValidNumber() does it, but only once.
Reading assess(const Util& util, const i18n::phonenumbers::PhoneNumber& number) {
  Reading reading{number, {}, false};
  util.GetRegionCodeForNumber(number, &reading.region);
  reading.valid = reading.region != "ZZ" && util.IsValidNumberForRegion(number, reading.region);
  if (!reading.valid) util.GetRegionCodeForCountryCode(number.country_code(), &reading.region);
  return reading;
}

/// "001" stands for services of no country, "ZZ" for none known.
QString countryOf(const std::string& region) {
  return region.size() == 2 && region != "ZZ" ? QString::fromStdString(region) : QString();
}

const std::set<int>& callingCodes() {
  static const std::set<int> codes = [] {
    std::set<int> all;
    Util::GetInstance()->GetSupportedCallingCodes(&all);
    return all;
  }();
  return codes;
}

/// Takes the country's calling code from the front of the digits; 0 if there is none.
int takeCallingCode(std::string& digits) {
  int code = 0;
  for (std::size_t length = 1; length <= 3 && length < digits.size(); ++length) {
    code = code * 10 + (digits[length - 1] - '0');
    if (!callingCodes().contains(code)) continue;
    digits.erase(0, length);
    return code;
  }
  return 0;
}

/// What a thread has asked about a region.
struct RegionFacts {
  std::string region;
  int callingCode = 0;
  std::string trunk;
};

/// Asking takes a lock in the library, and most files have numbers of one region.
const RegionFacts& factsOf(const Util& util, std::string_view region) {
  static thread_local RegionFacts facts;
  if (facts.region == region) return facts;
  facts.region = region;
  facts.callingCode = util.GetCountryCodeForRegion(facts.region);
  facts.trunk.clear();
  util.GetNddPrefixForRegion(facts.region, true, &facts.trunk);
  return facts;
}

/// Whether the digits begin like a trunk prefix or like the country's own code, so that two readings are possible.
bool mayHavePrefix(const Util& util, const std::string& digits, int code, std::string_view region) {
  if (digits.front() == '0' || digits.front() == '1') return true;
  static thread_local RegionFacts facts;
  if (facts.region != region) facts = factsOf(util, region);
  return (!facts.trunk.empty() && digits.front() == facts.trunk.front()) || digits.starts_with(std::to_string(code));
}

/// A number in use.
struct PlainNumber {
  std::string e164;
  std::string region;
};

/// The short way for what most files hold: plain digits, with a plus and the country code or of the region itself. The
/// library's own reading takes as long again. Whatever isn't surely the same number goes the long way.
std::optional<PlainNumber> readPlainDigits(const Util& util, std::string_view text, const std::string& region) {
  static constexpr std::size_t mostDigits = 15;
  const bool international = text.starts_with('+');
  if (international) text.remove_prefix(1);
  std::string digits;
  for (const char c : text) {
    if ((c == ' ' || c == '-') && !digits.empty()) continue;
    if (c < '0' || c > '9' || digits.size() == mostDigits) return std::nullopt;
    digits += c;
  }
  const int code = international ? takeCallingCode(digits) : factsOf(util, region).callingCode;
  if (code == 0 || digits.empty() || digits.front() == '0') return std::nullopt;
  const NumberVerdict verdict = verdictOf(code, digits);
  if (!verdict.possible || !verdict.valid) return std::nullopt;
  if (mayHavePrefix(util, digits, code, verdict.regionView())) return std::nullopt;
  return PlainNumber{'+' + std::to_string(code) + digits, verdict.region};
}

/// The long way: the number, or why it is none.
tl::expected<Reading, QString> readAsWritten(const Util& util, std::string_view text, const std::string& region) {
  i18n::phonenumbers::PhoneNumber number;
  const Util::ErrorType error = util.Parse(std::string(text), region, &number);
  if (error != Util::NO_PARSING_ERROR && isRoundedBySpreadsheet(text)) {
    return tl::unexpected(
        QStringLiteral("a spreadsheet has rounded it; format that column as text and export it again"));
  }
  if (error != Util::NO_PARSING_ERROR) return tl::unexpected(parseProblem(error, region != "ZZ"));
  if (number.has_extension()) {
    return tl::unexpected(QStringLiteral("it has an extension, which can't receive a text message"));
  }
  const Util::ValidationResult possible = util.IsPossibleNumberWithReason(number);
  if (possible != Util::IS_POSSIBLE) return tl::unexpected(lengthProblem(possible));
  return assess(util, number);
}

}  // namespace

ParsedPhone parsePhone(std::string_view text, std::string_view defaultRegion) {
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) return {};
  const Util& util = *Util::GetInstance();
  const std::string region(defaultRegion.empty() ? std::string_view("ZZ") : defaultRegion);
  if (const auto plain = readPlainDigits(util, text, region)) {
    return {PhoneState::Valid, PhoneNumber(QString::fromStdString(plain->e164), countryOf(plain->region)), QString()};
  }
  const auto reading = readAsWritten(util, text, region);
  if (!reading) return {PhoneState::Invalid, std::nullopt, reading.error()};
  std::string e164;
  util.Format(reading->number, Util::E164, &e164);
  ParsedPhone parsed;
  parsed.state = reading->valid ? PhoneState::Valid : PhoneState::Possible;
  parsed.number = PhoneNumber(QString::fromStdString(e164), countryOf(reading->region));
  if (!reading->valid) parsed.reason = QStringLiteral("its length fits, but its range isn't known to be in use");
  return parsed;
}

ParsedPhone parseInternational(std::string_view digits) {
  static constexpr std::size_t mostDigits = 15;
  std::string national(digits);
  const int code = digits.size() > mostDigits ? 0 : takeCallingCode(national);
  if (code == 0 || national.front() == '0') return {};
  const NumberVerdict verdict = verdictOf(code, national);
  if (!verdict.possible || !verdict.valid) return {};
  ParsedPhone parsed;
  parsed.state = PhoneState::Valid;
  parsed.number =
      PhoneNumber(QLatin1Char('+') + QString::fromUtf8(digits.data(), static_cast<qsizetype>(digits.size())),
                  countryOf(verdict.region));
  return parsed;
}

ParsedPhone parsePhone(QStringView text, QStringView defaultRegion) {
  const QByteArray utf8 = text.toUtf8();
  const QByteArray region = defaultRegion.toUtf8();
  return parsePhone(std::string_view(utf8.constData(), static_cast<std::size_t>(utf8.size())),
                    std::string_view(region.constData(), static_cast<std::size_t>(region.size())));
}

bool isKnownRegion(QStringView region) {
  return knownRegions().contains(region);
}

bool isMobile(const PhoneNumber& number) {
  const Util& util = *Util::GetInstance();
  std::string digits = number.e164().mid(1).toStdString();
  const int code = takeCallingCode(digits);
  if (code != 0 && !digits.empty() && digits.front() != '0') return verdictOf(code, digits).mobile;
  i18n::phonenumbers::PhoneNumber parsed;
  if (util.Parse(number.e164().toStdString(), "ZZ", &parsed) != Util::NO_PARSING_ERROR) return false;
  const Util::PhoneNumberType type = util.GetNumberType(parsed);
  return type == Util::MOBILE || type == Util::FIXED_LINE_OR_MOBILE;
}

bool writesZeroFirst(std::string_view region) {
  std::string trunk;
  Util::GetInstance()->GetNddPrefixForRegion(std::string(region), true, &trunk);
  return trunk == "0";
}

QStringList knownRegions() {
  std::set<std::string> regions;
  Util::GetInstance()->GetSupportedRegions(&regions);
  QStringList names;
  for (const std::string& region : regions) names << QString::fromStdString(region);
  return names;
}

}  // namespace heliograph::phone
