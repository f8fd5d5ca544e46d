// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audience/live/live_segment.h"
#include "schedule/zone_names.h"
#include "ui/who/rules/rule_sentence.h"
#include "ui/who/rules/rule_supply.h"

namespace heliograph::ui {

/// What makes a message leave, as a sentence. Each kind is a class of its own.
class LiveSentence : public RuleSentence {
  Q_OBJECT
 public:
  using Trigger = decltype(audience::LiveSegment::trigger);

  [[nodiscard]] virtual Trigger trigger() const = 0;
  /// The zones to choose from; only a date asks for one.
  virtual void offerZones(const std::vector<schedule::ZoneName>&) {}
  [[nodiscard]] Value value() const override { return audience::EventRule(); }

 protected:
  LiveSentence() : RuleSentence(0) {}
};

/// The sentence for a trigger of any kind.
[[nodiscard]] LiveSentence* makeLiveSentence(const LiveSentence::Trigger& trigger, RuleSupply& supply);

}  // namespace heliograph::ui
