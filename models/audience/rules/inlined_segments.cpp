// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/rules/inlined_segments.h"

namespace heliograph::audience {
namespace {

/// Saved segments form no circle; a damaged workspace might.
constexpr int kDeepestInlined = 32;

SegmentGroup inlinedGroup(const SegmentGroup& group, const QHash<QString, Segment>& saved, int depth) {
  SegmentGroup made{group.join, {}};
  for (const SegmentPart& part : group.parts) {
    const auto* inner = std::get_if<SegmentGroup>(&part.value);
    const auto* member = std::get_if<MemberRule>(&part.value);
    const bool named = member != nullptr && member->of == MemberRule::Of::Segment && member->member && !part.off;
    const auto found = named ? saved.constFind(member->name) : saved.cend();
    if (inner != nullptr) {
      made.parts.push_back({inlinedGroup(*inner, saved, depth), part.off});
    } else if (found != saved.cend() && !isIdle({found->rules}) && depth < kDeepestInlined) {
      made.parts.push_back({inlinedGroup(found->rules, saved, depth + 1), false});
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
