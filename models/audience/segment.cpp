// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/segment.h"

#include <algorithm>

namespace heliograph::audience {
namespace {

void addOnce(QStringList& names, const QString& name) {
  if (!names.contains(name)) names << name;
}

/// Calls `take` for every rule in force of one kind, in order.
template <class Rule, class Take>
void eachRule(const SegmentGroup& group, const Take& take) {
  for (const SegmentPart& part : group.parts) {
    if (part.off) continue;
    if (const auto* rule = std::get_if<Rule>(&part.value)) {
      take(*rule);
    } else if (const auto* inner = std::get_if<SegmentGroup>(&part.value)) {
      eachRule<Rule>(*inner, take);
    }
  }
}

}  // namespace

bool SegmentGroup::operator==(const SegmentGroup& other) const {
  return join == other.join && excluded == other.excluded && parts == other.parts;
}

bool isIdle(const SegmentPart& part) {
  if (part.off) return true;
  const auto* group = std::get_if<SegmentGroup>(&part.value);
  return group != nullptr && std::all_of(group->parts.begin(), group->parts.end(), isIdle);
}

QStringList propertiesOf(const Segment& segment) {
  QStringList names;
  eachRule<SegmentRule>(segment.rules, [&](const SegmentRule& rule) { addOnce(names, rule.property); });
  return names;
}

QStringList eventsOf(const Segment& segment) {
  QStringList names;
  eachRule<EventRule>(segment.rules, [&](const EventRule& rule) { addOnce(names, rule.event); });
  eachRule<SameValueRule>(segment.rules, [&](const SameValueRule& rule) {
    for (const SameValueRule::Event& each : rule.events) addOnce(names, each.event);
  });
  return names;
}

QStringList membershipsOf(const Segment& segment, MemberRule::Of of) {
  QStringList names;
  eachRule<MemberRule>(segment.rules, [&](const MemberRule& rule) {
    if (rule.of == of) addOnce(names, rule.name);
  });
  return names;
}

}  // namespace heliograph::audience
