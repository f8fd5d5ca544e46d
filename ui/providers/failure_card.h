// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/routes/provider_group.h"
#include "ui/providers/member_facts.h"
#include "ui/widgets/card.h"

namespace heliograph::ui {

class Label;

/// "If “Twilio main” did not answer now": who would take each country's messages then. Hidden where nobody is texted.
class FailureCard final : public Card {
  Q_OBJECT
 public:
  explicit FailureCard(QWidget* parent = nullptr);

  void show(const providers::ProviderGroup& group, const GroupFacts& facts);

 private:
  Label* m_title;
  QVBoxLayout* m_rows;
};

}  // namespace heliograph::ui
