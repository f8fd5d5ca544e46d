// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "phone/number_plans.h"

#include <phonenumbers/phonemetadata.pb.h>
#include <phonenumbers/phonenumberutil.h>

#include <algorithm>
#include <array>
#include <deque>
#include <list>
#include <map>
#include <mutex>
#include <set>
#include <vector>

namespace i18n::phonenumbers {
// The library exports these and has no header for them.
int metadata_size();
const void* metadata_get();
}  // namespace i18n::phonenumbers

namespace heliograph::phone {
namespace {

using Util = i18n::phonenumbers::PhoneNumberUtil;

constexpr std::size_t mostCallingCodes = 1000;

/// A plan that is made once it is needed.
class PlanOnDemand final {
 public:
  explicit PlanOnDemand(const i18n::phonenumbers::PhoneMetadata& metadata) : m_metadata(metadata) {}
  const NumberPlan* plan() {
    std::call_once(m_once, [this] { m_plan = NumberPlan::from(m_metadata); });
    return m_plan.get();
  }

 private:
  const i18n::phonenumbers::PhoneMetadata& m_metadata;
  std::once_flag m_once;
  std::unique_ptr<const NumberPlan> m_plan;
};

struct CallingCode {
  bool exists = false;
  std::vector<PlanOnDemand*> regions;
  std::once_flag once;
  std::vector<const NumberPlan*> plans;
};

/// What the library has been built with.
struct AllPlans {
  i18n::phonenumbers::PhoneMetadataCollection metadata;
  std::deque<PlanOnDemand> plans;
  std::map<std::string, PlanOnDemand*, std::less<>> byRegion;
  std::array<CallingCode, mostCallingCodes> byCallingCode;

  AllPlans();

 private:
  void fillCallingCode(std::size_t code, const std::map<int, PlanOnDemand*>& ofNoRegion);
};

AllPlans::AllPlans() {
  if (!metadata.ParseFromArray(i18n::phonenumbers::metadata_get(), i18n::phonenumbers::metadata_size())) return;
  std::map<int, PlanOnDemand*> ofNoRegion;
  for (const auto& each : metadata.metadata()) {
    PlanOnDemand* plan = &plans.emplace_back(each);
    if (each.id() == Util::kRegionCodeForNonGeoEntity) {
      ofNoRegion.emplace(each.country_code(), plan);
    } else {
      byRegion.emplace(each.id(), plan);
    }
  }
  std::set<int> codes;
  Util::GetInstance()->GetSupportedCallingCodes(&codes);
  for (const int code : codes) {
    if (code > 0 && code < static_cast<int>(mostCallingCodes))
      fillCallingCode(static_cast<std::size_t>(code), ofNoRegion);
  }
}

void AllPlans::fillCallingCode(std::size_t code, const std::map<int, PlanOnDemand*>& ofNoRegion) {
  CallingCode& filled = byCallingCode[code];
  filled.exists = true;
  std::list<std::string> regions;
  Util::GetInstance()->GetRegionCodesForCountryCallingCode(static_cast<int>(code), &regions);
  for (const std::string& region : regions) {
    const auto known = byRegion.find(region);
    const auto noRegion = ofNoRegion.find(static_cast<int>(code));
    if (known != byRegion.end()) {
      filled.regions.push_back(known->second);
    } else if (noRegion != ofNoRegion.end()) {
      filled.regions.push_back(noRegion->second);
    }
  }
}

AllPlans& allPlans() {
  static AllPlans all;
  return all;
}

}  // namespace

const NumberPlan* planOfRegion(std::string_view region) {
  AllPlans& all = allPlans();
  const auto known = all.byRegion.find(region);
  return known == all.byRegion.end() ? nullptr : known->second->plan();
}

std::span<const NumberPlan* const> plansOfCallingCode(int callingCode) {
  if (callingCode <= 0 || callingCode >= static_cast<int>(mostCallingCodes)) return {};
  CallingCode& asked = allPlans().byCallingCode[static_cast<std::size_t>(callingCode)];
  std::call_once(asked.once, [&asked] {
    std::vector<const NumberPlan*> plans;
    for (PlanOnDemand* region : asked.regions) plans.push_back(region->plan());
    if (std::find(plans.begin(), plans.end(), nullptr) == plans.end()) asked.plans = std::move(plans);
  });
  return asked.plans;
}

std::size_t callingCodeDigits(std::string_view digits) {
  static constexpr std::size_t mostDigitsOfCode = 3;
  const AllPlans& all = allPlans();
  std::size_t code = 0;
  for (std::size_t i = 0; i < std::min(mostDigitsOfCode, digits.size()); ++i) {
    code = code * 10 + static_cast<std::size_t>(digits[i] - '0');
    if (code == 0) return 0;
    if (all.byCallingCode[code].exists) return i + 1;
  }
  return 0;
}

}  // namespace heliograph::phone
