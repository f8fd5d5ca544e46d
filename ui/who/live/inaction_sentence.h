// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/who/live/live_sentence.h"

namespace heliograph::ui {

class EventParts;

/// "When somebody does Added to cart and doesn't do Charged within 2 hours".
class InactionSentence final : public LiveSentence {
  Q_OBJECT
 public:
  InactionSentence(const audience::Inaction& inaction, RuleSupply& supply);

  [[nodiscard]] Trigger trigger() const override { return m_inaction; }
  [[nodiscard]] bool isComplete() const override;

 private:
  void read();

  audience::Inaction m_inaction;
  EventParts* m_did;
  EventParts* m_didNot;
  ValuesField* m_count;
  SentenceCombo* m_unit;
};

}  // namespace heliograph::ui
