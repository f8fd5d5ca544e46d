// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "phone/typed_number.h"

#include <phonenumbers/asyoutypeformatter.h>
#include <phonenumbers/phonenumberutil.h>

#include <memory>
#include <string>

namespace heliograph::phone {
namespace {

using i18n::phonenumbers::PhoneNumberUtil;

constexpr int kLongestCallingCode = 3;
constexpr std::size_t kMostTyped = 24;

/// Its digits as ASCII, with the plus if it begins with one.
std::string plainTyped(QStringView typed) {
  std::string plain;
  for (const QChar sign : typed.trimmed()) {
    if (plain.empty() && (sign == u'+' || sign == u'\uFF0B')) plain.push_back('+');
    if (sign.isDigit() && plain.size() < kMostTyped) plain.push_back(static_cast<char>('0' + sign.digitValue()));
  }
  return plain;
}

}  // namespace

QString typedNumber(QStringView typed, QStringView region) {
  const std::string plain = plainTyped(typed);
  const std::string of = region.isEmpty() ? "ZZ" : region.toString().toStdString();
  const std::unique_ptr<i18n::phonenumbers::AsYouTypeFormatter> formatter(
      PhoneNumberUtil::GetInstance()->GetAsYouTypeFormatter(of));
  std::string out;
  for (const char sign : plain) formatter->InputDigit(static_cast<unsigned char>(sign), &out);
  return QString::fromStdString(out);
}

QString typedRegion(QStringView typed) {
  const std::string plain = plainTyped(typed);
  if (plain.size() < 2 || plain.front() != '+') return {};
  const PhoneNumberUtil& util = *PhoneNumberUtil::GetInstance();
  // A whole number says which one of several regions it is, the code alone only their main one.
  i18n::phonenumbers::PhoneNumber number;
  std::string region;
  if (util.Parse(plain, "ZZ", &number) == PhoneNumberUtil::NO_PARSING_ERROR) {
    util.GetRegionCodeForNumber(number, &region);
    if (region.size() == 2 && region != "ZZ") return QString::fromStdString(region);
  }
  for (std::size_t digits = 1; digits <= kLongestCallingCode && digits < plain.size(); ++digits) {
    util.GetRegionCodeForCountryCode(std::stoi(plain.substr(1, digits)), &region);
    if (region.size() == 2 && region != "ZZ") return QString::fromStdString(region);
  }
  return {};
}

QString exampleNumber(QStringView region) {
  const PhoneNumberUtil& util = *PhoneNumberUtil::GetInstance();
  i18n::phonenumbers::PhoneNumber number;
  if (!util.GetExampleNumberForType(region.toString().toStdString(), PhoneNumberUtil::MOBILE, &number)) return {};
  std::string out;
  util.Format(number, PhoneNumberUtil::INTERNATIONAL, &out);
  return QString::fromStdString(out);
}

}  // namespace heliograph::phone
