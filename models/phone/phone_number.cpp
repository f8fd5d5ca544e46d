// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "phone/phone_number.h"

#include <phonenumbers/phonenumberutil.h>

#include <QStringList>
#include <set>
#include <string>

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

ParsedPhone invalid(QString reason) {
  return {PhoneState::Invalid, std::nullopt, std::move(reason)};
}

/// "9.82E+09": what a spreadsheet leaves of a number that it took for an amount.
bool isRoundedBySpreadsheet(std::string_view text) {
  const std::size_t exponent = text.find_first_of("eE");
  return exponent != std::string_view::npos && exponent + 1 < text.size() && text[exponent + 1] == '+' &&
         text.substr(0, exponent).find_first_not_of("0123456789., ") == std::string_view::npos;
}

/// The region, and whether its ranges know the number; as IsValidNumber() does it, but only once.
std::string regionOf(const Util& util, const i18n::phonenumbers::PhoneNumber& number, bool& valid) {
  std::string region;
  util.GetRegionCodeForNumber(number, &region);
  valid = region != "ZZ" && util.IsValidNumberForRegion(number, region);
  if (!valid) util.GetRegionCodeForCountryCode(number.country_code(), &region);
  return region;
}

/// "001" stands for services of no country, "ZZ" for none known.
QString countryOf(const std::string& region) {
  return region.size() == 2 && region != "ZZ" ? QString::fromStdString(region) : QString();
}

}  // namespace

ParsedPhone parsePhone(std::string_view text, std::string_view defaultRegion) {
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) return {};
  const Util& util = *Util::GetInstance();
  i18n::phonenumbers::PhoneNumber number;
  const std::string region(defaultRegion.empty() ? std::string_view("ZZ") : defaultRegion);
  const Util::ErrorType error = util.Parse(std::string(text), region, &number);
  if (error != Util::NO_PARSING_ERROR && isRoundedBySpreadsheet(text)) {
    return invalid(QStringLiteral("a spreadsheet has rounded it; format that column as text and export it again"));
  }
  if (error != Util::NO_PARSING_ERROR) return invalid(parseProblem(error, !defaultRegion.empty()));
  if (number.has_extension()) return invalid(QStringLiteral("it has an extension, which can't receive a text message"));

  const Util::ValidationResult possible = util.IsPossibleNumberWithReason(number);
  if (possible != Util::IS_POSSIBLE) return invalid(lengthProblem(possible));
  bool valid = false;
  const std::string numberRegion = regionOf(util, number, valid);
  std::string e164;
  util.Format(number, Util::E164, &e164);

  ParsedPhone parsed;
  parsed.state = valid ? PhoneState::Valid : PhoneState::Possible;
  parsed.number = PhoneNumber(QString::fromStdString(e164), countryOf(numberRegion));
  if (!valid) parsed.reason = QStringLiteral("its length fits, but its range isn't known to be in use");
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

QStringList knownRegions() {
  std::set<std::string> regions;
  Util::GetInstance()->GetSupportedRegions(&regions);
  QStringList names;
  for (const std::string& region : regions) names << QString::fromStdString(region);
  return names;
}

}  // namespace heliograph::phone
