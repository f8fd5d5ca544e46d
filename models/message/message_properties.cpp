// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/message_properties.h"

namespace heliograph::message {

std::vector<PropertyUse> propertyUses(const std::vector<liquid::PathUse>& paths) {
  std::vector<PropertyUse> uses;
  for (const liquid::PathUse& path : paths) {
    const bool root = path.root == "Profile" || path.root == "Event" || path.root == "Campaign" ||
                      path.root == "Linked" || path.root == "Coupon";
    if (path.local || !root || path.segments.empty()) continue;
    PropertyUse use;
    use.root = QString::fromStdString(path.root);
    use.property = QString::fromStdString(path.segments.front());
    if (path.segments.size() > 1) use.label = QString::fromStdString(path.segments[1]);
    use.hasFallback = path.guarded;
    use.inTag = path.inTag;
    use.begin = static_cast<qsizetype>(path.begin);
    use.end = static_cast<qsizetype>(path.end);
    uses.push_back(std::move(use));
  }
  return uses;
}

}  // namespace heliograph::message
