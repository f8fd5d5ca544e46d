// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "phone/number_verdict.h"

#include <phonenumbers/phonenumberutil.h>

#include <algorithm>
#include <cstring>

#include "phone/number_plans.h"

namespace heliograph::phone {
namespace {

using Util = i18n::phonenumbers::PhoneNumberUtil;

void setRegion(NumberVerdict& verdict, std::string_view region) {
  const std::size_t size = std::min(region.size(), sizeof verdict.region - 1);
  std::memcpy(verdict.region, region.data(), size);
  verdict.region[size] = '\0';
}

NumberLength lengthFrom(Util::ValidationResult result) {
  switch (result) {
    case Util::IS_POSSIBLE:
      return NumberLength::Fits;
    case Util::IS_POSSIBLE_LOCAL_ONLY:
      return NumberLength::LocalOnly;
    case Util::TOO_SHORT:
      return NumberLength::TooShort;
    case Util::TOO_LONG:
      return NumberLength::TooLong;
    case Util::INVALID_COUNTRY_CODE:
    case Util::INVALID_LENGTH:
      break;
  }
  return NumberLength::Unusual;
}

i18n::phonenumbers::PhoneNumber numberFrom(int callingCode, std::string_view digits) {
  i18n::phonenumbers::PhoneNumber number;
  number.set_country_code(callingCode);
  std::uint64_t value = 0;
  for (const char digit : digits) value = value * 10 + static_cast<std::uint64_t>(digit - '0');
  number.set_national_number(value);
  const std::size_t zeros = std::min(digits.find_first_not_of('0'), digits.size() - 1);
  if (zeros > 0) {
    number.set_italian_leading_zero(true);
    number.set_number_of_leading_zeros(static_cast<int>(zeros));
  }
  return number;
}

/// The region that a number belongs to, as the library chooses it; nullptr for none.
const NumberPlan* planFor(std::span<const NumberPlan* const> plans, std::string_view digits) {
  if (plans.size() == 1) return plans.front();
  for (const NumberPlan* plan : plans) {
    if (plan->hasLeadingDigits() ? plan->isLead(digits) : plan->useOf(digits) != NumberUse::None) return plan;
  }
  return nullptr;
}

}  // namespace

NumberVerdict verdictOfLibrary(int callingCode, std::string_view digits) {
  const Util& util = *Util::GetInstance();
  const i18n::phonenumbers::PhoneNumber asked = numberFrom(callingCode, digits);
  NumberVerdict verdict;
  verdict.length = lengthFrom(util.IsPossibleNumberWithReason(asked));
  std::string region;
  util.GetRegionCodeForNumber(asked, &region);
  verdict.valid = region != "ZZ" && util.IsValidNumberForRegion(asked, region);
  if (!verdict.valid) util.GetRegionCodeForCountryCode(callingCode, &region);
  if (verdict.valid) {
    const Util::PhoneNumberType type = util.GetNumberType(asked);
    verdict.mobile = type == Util::MOBILE || type == Util::FIXED_LINE_OR_MOBILE;
  }
  setRegion(verdict, region);
  return verdict;
}

NumberVerdict verdictOf(int callingCode, std::string_view digits) {
  const std::span<const NumberPlan* const> plans = plansOfCallingCode(callingCode);
  if (plans.empty()) return verdictOfLibrary(callingCode, digits);
  const NumberPlan* plan = planFor(plans, digits);
  const NumberUse use = plan == nullptr ? NumberUse::None : plan->useOf(digits);
  NumberVerdict verdict;
  verdict.length = plans.front()->lengthOf(digits);
  verdict.valid = use != NumberUse::None;
  verdict.mobile = use == NumberUse::Mobile;
  setRegion(verdict, (verdict.valid ? plan : plans.front())->region());
  return verdict;
}

}  // namespace heliograph::phone
