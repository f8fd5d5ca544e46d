// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "audience/live/live_segment.h"
#include "audience/segment.h"
#include "core/ids.h"

namespace heliograph::campaign {

/// Who a campaign is for. Nobody is chosen until a person does so; everybody is a choice like any other.
struct Audience {
  enum class Kind { None, Everybody, Saved, Rules, Live };

  Kind kind = Kind::None;
  SegmentId segmentId;         ///< Saved: the segment, looked up when it is needed
  QString segmentName;         ///< Saved: its name when it was chosen
  audience::Segment segment;   ///< Rules: the rules; Saved in a published version: the segment as it was frozen
  audience::LiveSegment live;  ///< Live: people as they act

  bool operator==(const Audience&) const = default;

  [[nodiscard]] static Audience everybody() { return {Kind::Everybody, {}, {}, {}, {}}; }
  [[nodiscard]] static Audience saved(SegmentId id, const QString& name) { return {Kind::Saved, id, name, {}, {}}; }
  [[nodiscard]] static Audience rules(const audience::Segment& segment) { return {Kind::Rules, {}, {}, segment, {}}; }
  [[nodiscard]] static Audience asTheyAct(const audience::LiveSegment& live) { return {Kind::Live, {}, {}, {}, live}; }

  /// People as they act: nothing of it is counted beforehand.
  [[nodiscard]] bool isLive() const { return kind == Kind::Live; }

  /// Whose messages can be looked at before anything leaves: of people as they act whoever meets the filter, and
  /// everybody while nobody is chosen.
  [[nodiscard]] Audience previewed() const;

  /// Rules that are all switched off choose nobody, nor does half a live segment.
  [[nodiscard]] bool isChosen() const {
    if (isLive()) return audience::checkLive(live).has_value();
    return kind != Kind::None && !(kind == Kind::Rules && audience::isIdle({segment.rules}));
  }
};

/// In words: "Nobody chosen yet", "Everybody", "VIPs" for a saved segment, the rules' or
/// the live segment's sentence.
[[nodiscard]] QString describe(const Audience& audience);

}  // namespace heliograph::campaign
