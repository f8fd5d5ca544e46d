// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/who/live/live_sentence.h"

namespace heliograph::ui {

class EventParts;

/// "As soon as somebody does Charged where Amount > 1000 every time".
class ActionSentence final : public LiveSentence {
  Q_OBJECT
 public:
  ActionSentence(const audience::SingleAction& action, RuleSupply& supply);

  [[nodiscard]] Trigger trigger() const override { return m_action; }
  [[nodiscard]] bool isComplete() const override;

 private:
  audience::SingleAction m_action;
  EventParts* m_event;
  SentenceCombo* m_often;
};

}  // namespace heliograph::ui
