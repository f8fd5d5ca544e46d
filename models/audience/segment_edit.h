// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "audience/segment.h"

namespace heliograph::audience {

/// Where a part stands in a tree of rules: its number in the outermost group, in the group there, and so on.
using PartPath = std::vector<int>;

/// Which way a part moves by a step.
enum class PartMove { Up, Down };

/// Changes of a tree of rules while a person makes it. Rules may still lack their values; paths that lead nowhere
/// change nothing. A group that a change leaves empty vanishes. What moved or was added is told by its new path.
namespace segment_edit {

/// The part at a path, or nullptr.
[[nodiscard]] const SegmentPart* partAt(const SegmentGroup& root, const PartPath& path);
/// The group at a path; the root for an empty one; nullptr if there is a rule or nothing.
[[nodiscard]] SegmentGroup* groupAt(SegmentGroup& root, const PartPath& path);

/// Puts a part in the place of the one at a path.
void replace(SegmentGroup& root, const PartPath& path, SegmentPart part);
/// Switches a part off, or on again. Gives its path.
PartPath toggle(SegmentGroup& root, const PartPath& path);
/// Excludes the people of a group, or includes them again. Gives its path.
PartPath turnAround(SegmentGroup& root, const PartPath& path);
/// Adds a part at the end of the group at `group`.
PartPath append(SegmentGroup& root, const PartPath& group, SegmentPart part);
/// Puts a copy behind the part.
PartPath duplicate(SegmentGroup& root, const PartPath& path);
/// Takes a part out. Gives the part that stands in its place then, the one before it, or an empty path.
PartPath remove(SegmentGroup& root, const PartPath& path);
/// Moves a part by one place: past a rule, into a group that stands in the way, or out of its own at the end of it.
PartPath move(SegmentGroup& root, const PartPath& path, PartMove direction);
/// Moves a part before the one at `target`, which is read before anything changes; not into itself.
PartPath moveBefore(SegmentGroup& root, const PartPath& path, PartPath target);
/// Puts the part into a group of its own, joined by the other word than the group around it.
PartPath wrap(SegmentGroup& root, const PartPath& path);
/// Takes a part out of its group, behind it.
PartPath unwrap(SegmentGroup& root, const PartPath& path);

}  // namespace segment_edit

/// True if the rule has the values its operator takes, each of a kind that suits the property's type.
[[nodiscard]] bool isComplete(const SegmentRule& rule, PropertyType type);

}  // namespace heliograph::audience
