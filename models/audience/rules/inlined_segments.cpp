// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/rules/inlined_segments.h"

namespace heliograph::audience {
namespace {

/// Saved segments form no circle; a damaged workspace might.
constexpr int kDeepestInlined = 32;

/// A group that says who is in a saved segment when nothing in the segment is evaluated: everybody.
SegmentGroup everybodyGroup() {
  return {SegmentGroup::Join::All, {{SegmentRule{QStringLiteral("identity"), SegmentOperator::Exists, {}}}}};
}

SegmentGroup inlinedGroup(const SegmentGroup& group, const QHash<QString, Segment>& saved, int depth);

/// What a rule on a saved segment means.
SegmentGroup meaningOf(const MemberRule& rule, const Segment& segment, const QHash<QString, Segment>& saved,
                       int depth) {
  SegmentGroup group = isIdle({segment.rules}) ? everybodyGroup() : inlinedGroup(segment.rules, saved, depth + 1);
  if (!rule.member) group.excluded = !group.excluded;
  return group;
}

SegmentGroup inlinedGroup(const SegmentGroup& group, const QHash<QString, Segment>& saved, int depth) {
  SegmentGroup made{group.join, {}, group.excluded};
  for (const SegmentPart& part : group.parts) {
    const auto* inner = std::get_if<SegmentGroup>(&part.value);
    const auto* member = std::get_if<MemberRule>(&part.value);
    const bool named = member != nullptr && member->of == MemberRule::Of::Segment && !part.off;
    const auto found = named ? saved.constFind(member->name) : saved.cend();
    if (inner != nullptr) {
      made.parts.push_back({inlinedGroup(*inner, saved, depth), part.off});
    } else if (found != saved.cend() && depth < kDeepestInlined) {
      made.parts.push_back({meaningOf(*member, *found, saved, depth), false});
    } else {
      made.parts.push_back(part);
    }
  }
  return made;
}

}  // namespace

Segment withSegmentsInlined(const Segment& segment, const QHash<QString, Segment>& saved) {
  return {inlinedGroup(segment.rules, saved, 0)};
}

}  // namespace heliograph::audience
