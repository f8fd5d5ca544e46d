// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/who/live/live_sentence.h"

#include "ui/who/live/action_sentence.h"
#include "ui/who/live/date_sentence.h"
#include "ui/who/live/inaction_sentence.h"

namespace heliograph::ui {

LiveSentence* makeLiveSentence(const LiveSentence::Trigger& trigger, RuleSupply& supply) {
  if (const auto* action = std::get_if<audience::SingleAction>(&trigger)) return new ActionSentence(*action, supply);
  if (const auto* inaction = std::get_if<audience::Inaction>(&trigger)) return new InactionSentence(*inaction, supply);
  return new DateSentence(std::get<audience::OnADate>(trigger), supply);
}

}  // namespace heliograph::ui
