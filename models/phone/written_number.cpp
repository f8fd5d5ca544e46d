// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "phone/written_number.h"

#include "phone/number_plans.h"

namespace heliograph::phone {
namespace {

constexpr std::size_t fewestDigits = 3;
constexpr std::size_t mostDigits = 20;
constexpr std::size_t fewestNationalDigits = 2;
constexpr std::size_t mostNationalDigits = 17;

/// What of a text can be dialled.
struct Dialled {
  bool plus = false;
  std::string digits;
};

/// Nothing if there is anything unusual in the text.
std::optional<Dialled> dialled(std::string_view text) {
  Dialled found;
  found.digits.reserve(mostDigits);
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      if (found.digits.size() == mostDigits) return std::nullopt;
      found.digits += c;
    } else if (c == '+') {
      if (found.plus || !found.digits.empty()) return std::nullopt;
      found.plus = true;
    } else if (c != ' ' && c != '-' && c != '.' && c != '(' && c != ')') {
      return std::nullopt;
    }
  }
  if (found.digits.size() < fewestDigits) return std::nullopt;
  return found;
}

/// The number is one of `plan`, with the trunk prefix or not.
std::optional<WrittenNumber> readNational(const NumberPlan& plan, std::string_view digits) {
  if (digits.size() < fewestNationalDigits) return std::nullopt;
  const auto stripped = plan.withoutTrunk(digits);
  if (!stripped) return std::nullopt;
  const NumberLength length = plan.lengthOf(*stripped);
  if (length == NumberLength::Fits || length == NumberLength::TooLong) digits = *stripped;
  if (digits.size() < fewestNationalDigits || digits.size() > mostNationalDigits) return std::nullopt;
  return WrittenNumber{plan.callingCode(), std::string(digits)};
}

const NumberPlan* mainPlan(int callingCode) {
  const auto plans = plansOfCallingCode(callingCode);
  return plans.empty() ? nullptr : plans.front();
}

/// The digits begin with a country code.
std::optional<WrittenNumber> readInternational(std::string_view digits) {
  const std::size_t ofCode = callingCodeDigits(digits);
  if (ofCode == 0) return std::nullopt;
  int code = 0;
  for (const char digit : digits.substr(0, ofCode)) code = code * 10 + (digit - '0');
  const NumberPlan* plan = mainPlan(code);
  return plan == nullptr ? std::nullopt : readNational(*plan, digits.substr(ofCode));
}

/// The digits are dialled at home: perhaps with the country's own code, but without a plus.
std::optional<WrittenNumber> readAtHome(const NumberPlan& home, std::string_view digits) {
  const std::string code = std::to_string(home.callingCode());
  if (!digits.starts_with(code)) return readNational(home, digits);
  const auto rest = home.withoutTrunk(digits.substr(code.size()));
  if (!rest) return std::nullopt;
  const bool better = !home.isLike(digits) && home.isLike(*rest);
  if (!better && home.lengthOf(digits) != NumberLength::TooLong) return readNational(home, digits);
  const NumberPlan* plan = mainPlan(home.callingCode());
  return plan == nullptr ? std::nullopt : readNational(*plan, *rest);
}

}  // namespace

std::optional<WrittenNumber> readWrittenNumber(std::string_view text, std::string_view region) {
  const auto found = dialled(text);
  if (!found) return std::nullopt;
  if (found->plus) return readInternational(found->digits);
  const NumberPlan* home = planOfRegion(region);
  if (home == nullptr) return std::nullopt;
  const auto rest = home->withoutAbroad(found->digits);
  if (!rest) return std::nullopt;
  return rest->size() < found->digits.size() ? readInternational(*rest) : readAtHome(*home, *rest);
}

}  // namespace heliograph::phone
