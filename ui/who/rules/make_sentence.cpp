// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/who/rules/make_sentence.h"

#include "ui/who/rules/campaign_sentence.h"
#include "ui/who/rules/device_sentence.h"
#include "ui/who/rules/event_sentence.h"
#include "ui/who/rules/member_sentence.h"
#include "ui/who/rules/near_sentence.h"
#include "ui/who/rules/property_sentence.h"
#include "ui/who/rules/same_value_sentence.h"

namespace heliograph::ui {

RuleSentence* makeSentence(const audience::SegmentPart& part, RuleSupply& supply, int number) {
  const auto& value = part.value;
  if (const auto* rule = std::get_if<audience::SegmentRule>(&value)) return new PropertySentence(*rule, supply, number);
  if (const auto* rule = std::get_if<audience::EventRule>(&value)) return new EventSentence(*rule, supply, number);
  if (const auto* rule = std::get_if<audience::SameValueRule>(&value)) {
    return new SameValueSentence(*rule, supply, number);
  }
  if (const auto* rule = std::get_if<audience::DeviceRule>(&value)) return new DeviceSentence(*rule, supply, number);
  if (const auto* rule = std::get_if<audience::MemberRule>(&value)) return new MemberSentence(*rule, supply, number);
  if (const auto* rule = std::get_if<audience::CampaignRule>(&value))
    return new CampaignSentence(*rule, supply, number);
  return new NearSentence(std::get<audience::NearRule>(value), supply, number);
}

}  // namespace heliograph::ui
