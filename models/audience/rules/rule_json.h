// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audience/rules/event_rule.h"
#include "audience/rules/json_place.h"
#include "audience/rules/person_rules.h"
#include "audience/rules/property_rule.h"

namespace heliograph::audience {

/// The rules of a segment as JSON; see resources/schemas/segment.schema.json.
[[nodiscard]] QJsonObject ruleToJson(const SegmentRule& rule);
[[nodiscard]] QJsonObject ruleToJson(const EventRule& rule);
[[nodiscard]] QJsonObject ruleToJson(const SameValueRule& rule);
[[nodiscard]] QJsonObject ruleToJson(const NearRule& rule);
[[nodiscard]] QJsonObject ruleToJson(const DeviceRule& rule);
[[nodiscard]] QJsonObject ruleToJson(const MemberRule& rule);
[[nodiscard]] QJsonObject ruleToJson(const CampaignRule& rule);

/// The rule of an object. InvalidInput says what is wrong and where ("all[2].operator").
[[nodiscard]] Result<SegmentRule> propertyRuleFromJson(const JsonPlace& json);
[[nodiscard]] Result<EventRule> eventRuleFromJson(const JsonPlace& json);
[[nodiscard]] Result<SameValueRule> sameValueRuleFromJson(const JsonPlace& json);
[[nodiscard]] Result<NearRule> nearRuleFromJson(const JsonPlace& json);
[[nodiscard]] Result<DeviceRule> deviceRuleFromJson(const JsonPlace& json);
[[nodiscard]] Result<MemberRule> memberRuleFromJson(const JsonPlace& json);
[[nodiscard]] Result<CampaignRule> campaignRuleFromJson(const JsonPlace& json);

}  // namespace heliograph::audience
