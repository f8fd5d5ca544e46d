// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "phone/phone_number.h"

#include <phonenumbers/phonenumberutil.h>

#include <QStringList>
#include <set>
#include <string>
#include <tl/expected.hpp>

#include "phone/number_plans.h"
#include "phone/number_verdict.h"
#include "phone/written_number.h"

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

QString lengthProblem(NumberLength length) {
  switch (length) {
    case NumberLength::TooShort:
      return QStringLiteral("it is too short");
    case NumberLength::TooLong:
      return QStringLiteral("it is too long");
    case NumberLength::LocalOnly:
      return QStringLiteral("the area code is missing");
    case NumberLength::Unusual:
    case NumberLength::Fits:
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

/// "001" stands for services of no country, "ZZ" for none known.
QString countryOf(std::string_view region) {
  return region.size() == 2 && region != "ZZ" ? QString::fromLatin1(region.data(), 2) : QString();
}

/// Digits that begin with a country code; nothing if that doesn't exist or nothing follows.
std::optional<WrittenNumber> splitCallingCode(std::string_view digits) {
  const std::size_t ofCode = callingCodeDigits(digits);
  if (ofCode == 0 || ofCode == digits.size()) return std::nullopt;
  const std::string code(digits.substr(0, ofCode));
  return WrittenNumber{std::stoi(code), std::string(digits.substr(ofCode))};
}

/// Whatever people write, as the library reads it: the number, or why it is none.
tl::expected<WrittenNumber, QString> readAsWritten(std::string_view text, const std::string& region) {
  const Util& util = *Util::GetInstance();
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
  WrittenNumber written{number.country_code(), {}};
  util.GetNationalSignificantNumber(number, &written.national);
  return written;
}

}  // namespace

ParsedPhone judged(const WrittenNumber& written) {
  const NumberVerdict verdict = verdictOf(written.callingCode, written.national);
  if (verdict.length != NumberLength::Fits) {
    return {PhoneState::Invalid, std::nullopt, lengthProblem(verdict.length)};
  }
  const std::string e164 = '+' + std::to_string(written.callingCode) + written.national;
  ParsedPhone parsed;
  parsed.state = verdict.valid ? PhoneState::Valid : PhoneState::Possible;
  parsed.number = PhoneNumber(QString::fromStdString(e164), countryOf(verdict.regionView()));
  if (!verdict.valid) parsed.reason = QStringLiteral("its length fits, but its range isn't known to be in use");
  return parsed;
}

ParsedPhone parsePhone(std::string_view text, std::string_view defaultRegion) {
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) return {};
  if (const auto plain = readWrittenNumber(text, defaultRegion)) return judged(*plain);
  const auto written = readAsWritten(text, defaultRegion.empty() ? "ZZ" : std::string(defaultRegion));
  if (!written) return {PhoneState::Invalid, std::nullopt, written.error()};
  return judged(*written);
}

ParsedPhone parseInternational(std::string_view digits) {
  static constexpr std::size_t mostDigits = 15;
  const auto written = digits.size() > mostDigits ? std::nullopt : splitCallingCode(digits);
  if (!written || written->national.front() == '0') return {};
  ParsedPhone parsed = judged(*written);
  return parsed.state == PhoneState::Valid ? parsed : ParsedPhone();
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
  const auto written = splitCallingCode(number.e164().mid(1).toStdString());
  return written && verdictOf(written->callingCode, written->national).mobile;
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
