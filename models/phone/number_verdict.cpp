// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "phone/number_verdict.h"

#include <phonenumbers/phonenumberutil.h>

#include <array>
#include <cstring>
#include <vector>

#include "phone/deciding_digits.h"

namespace heliograph::phone {
namespace {

using Util = i18n::phonenumbers::PhoneNumberUtil;

constexpr int mostCallingCodes = 1000;
constexpr std::size_t mostLengths = 18;

/// A verdict and whose it is.
struct Remembered {
  std::uint64_t key = 0;
  NumberVerdict verdict;
};

/// By a hash of the key; what comes later takes the place.
using Memory = std::vector<Remembered>;
constexpr std::size_t rememberedVerdicts = std::size_t{1} << 18;

using Digits = std::array<std::array<std::uint8_t, mostLengths>, mostCallingCodes>;

const Digits& decidingTable() {
  static const Digits table = [] {
    Digits all{};
    for (const DecidingDigits& each : decidingDigits) {
      if (each.length < mostLengths) all[each.callingCode][each.length] = each.digits;
    }
    return all;
  }();
  return table;
}

std::uint64_t number(std::string_view digits) {
  std::uint64_t value = 0;
  for (const char digit : digits) value = value * 10 + static_cast<std::uint64_t>(digit - '0');
  return value;
}

}  // namespace

NumberVerdict verdictOfLibrary(int callingCode, std::string_view digits) {
  const Util& util = *Util::GetInstance();
  i18n::phonenumbers::PhoneNumber asked;
  asked.set_country_code(callingCode);
  asked.set_national_number(number(digits));
  NumberVerdict verdict;
  verdict.possible = util.IsPossibleNumberWithReason(asked) == Util::IS_POSSIBLE;
  std::string region;
  util.GetRegionCodeForNumber(asked, &region);
  verdict.valid = region != "ZZ" && util.IsValidNumberForRegion(asked, region);
  if (!verdict.valid) util.GetRegionCodeForCountryCode(callingCode, &region);
  if (verdict.valid) {
    const Util::PhoneNumberType type = util.GetNumberType(asked);
    verdict.mobile = type == Util::MOBILE || type == Util::FIXED_LINE_OR_MOBILE;
  }
  const std::size_t size = std::min(region.size(), sizeof verdict.region - 1);
  std::memcpy(verdict.region, region.data(), size);
  verdict.region[size] = '\0';
  return verdict;
}

NumberVerdict verdictOf(int callingCode, std::string_view digits) {
  const bool known = callingCode > 0 && callingCode < mostCallingCodes && digits.size() < mostLengths;
  const std::size_t deciding = known ? decidingTable()[static_cast<std::size_t>(callingCode)][digits.size()] : 0;
  if (deciding == 0) return verdictOfLibrary(callingCode, digits);
  static thread_local Memory memory(rememberedVerdicts);
  const std::uint64_t key =
      (number(digits.substr(0, deciding)) * mostCallingCodes + static_cast<std::uint64_t>(callingCode)) * mostLengths +
      digits.size() + 1;
  Remembered& place = memory[key * 0x9e3779b97f4a7c15ULL >> 46];
  if (place.key != key) place = {key, verdictOfLibrary(callingCode, digits)};
  return place.verdict;
}

}  // namespace heliograph::phone
