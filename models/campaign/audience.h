// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "audience/segment.h"
#include "core/ids.h"

namespace heliograph::campaign {

/// Who a campaign is for. Nobody is chosen until a person does so; everybody is a choice like any other.
struct Audience {
  enum class Kind { None, Everybody, Saved, Rules };

  Kind kind = Kind::None;
  SegmentId segmentId;        ///< Saved: the segment, looked up when it is needed
  QString segmentName;        ///< Saved: its name when it was chosen
  audience::Segment segment;  ///< Rules: the rules; Saved in a published version: the segment as it was frozen

  bool operator==(const Audience&) const = default;

  [[nodiscard]] static Audience everybody() { return {Kind::Everybody, {}, {}, {}}; }
  [[nodiscard]] static Audience saved(SegmentId id, const QString& name) { return {Kind::Saved, id, name, {}}; }
  [[nodiscard]] static Audience rules(const audience::Segment& segment) { return {Kind::Rules, {}, {}, segment}; }

  /// Rules that are all switched off choose nobody.
  [[nodiscard]] bool isChosen() const {
    return kind != Kind::None && !(kind == Kind::Rules && audience::isIdle({segment.rules}));
  }
};

/// In words: "Nobody chosen yet", "Everybody", "VIPs" for a saved segment, the rules' sentence.
[[nodiscard]] QString describe(const Audience& audience);

}  // namespace heliograph::campaign
