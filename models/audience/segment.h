// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <variant>
#include <vector>

#include "audience/rules/event_rule.h"
#include "audience/rules/person_rules.h"
#include "audience/rules/property_rule.h"
#include "core/result.h"

namespace heliograph::audience {

struct SegmentPart;

/// Conditions joined by one word. An empty group lets everybody through; so does one whose parts are all off or empty,
/// excluded or not.
struct SegmentGroup {
  enum class Join { All, Any };  ///< AND, OR
  Join join = Join::All;
  std::vector<SegmentPart> parts;
  bool excluded = false;  ///< it lets those through whom its parts don't

  bool operator==(const SegmentGroup& other) const;
};

/// A rule, or a group inside a group.
struct SegmentPart {
  std::variant<SegmentRule, SegmentGroup, EventRule, SameValueRule, NearRule, DeviceRule, MemberRule, CampaignRule>
      value;
  bool off = false;  ///< kept, but ignored wherever the segment is evaluated

  bool operator==(const SegmentPart&) const = default;
};

/// Who is meant: everybody, or those a tree of rules lets through. A value; its JSON form is
/// resources/schemas/segment.schema.json.
struct Segment {
  SegmentGroup rules;

  bool operator==(const Segment&) const = default;

  [[nodiscard]] static Segment everybody() { return {}; }
  [[nodiscard]] bool isEverybody() const { return rules.parts.empty(); }
};

/// True if nothing in the part is evaluated: it is off, or a group of such parts.
[[nodiscard]] bool isIdle(const SegmentPart& part);

/// `{"everybody":true}`, or `{"all":[…]}` / `{"any":[…]}` of rules and of groups. A rule is told by its key:
/// "property", "event", "same_value", "near", "device", "segment", "list", "campaign" or "label"; `"off": true`
/// switches a part off, `"exclude": true` turns a group around.
[[nodiscard]] QJsonObject toJson(const Segment& segment);

/// The segment of such an object. InvalidInput says what is wrong and where ("all[2].operator").
[[nodiscard]] Result<Segment> segmentFromJson(const QJsonObject& json);

/// The segment in a sentence: "Everybody", "People whose city is Mumbai or Pune and whose age is greater than 40".
[[nodiscard]] QString describe(const Segment& segment);

/// One part in words, as they stand in the sentence: "whose city is Pune", "who did Charged at least 2 times".
[[nodiscard]] QString describe(const SegmentPart& part);

/// An event with conditions on it in words: "Charged where Amount is greater than 1000".
[[nodiscard]] QString eventWords(const QString& event, const std::vector<SegmentRule>& where);

/// Names of people's properties and fields that rules in force speak of, each once, in order.
[[nodiscard]] QStringList propertiesOf(const Segment& segment);
/// Names of the events that rules in force speak of, each once.
[[nodiscard]] QStringList eventsOf(const Segment& segment);
/// Names of the saved segments, or of the lists, that rules in force speak of, each once, in order.
[[nodiscard]] QStringList membershipsOf(const Segment& segment, MemberRule::Of of);

}  // namespace heliograph::audience
