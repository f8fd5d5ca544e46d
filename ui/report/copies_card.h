// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "reports/run_report.h"
#include "ui/widgets/card.h"

namespace heliograph::ui {

class Button;
class CopiesTable;
class Label;

/// What became of each copy of the message, and how its A/B test stands. Hidden for a single message.
class CopiesCard final : public Card {
  Q_OBJECT
 public:
  explicit CopiesCard(QWidget* parent = nullptr);

  void show(const std::vector<reports::RunReport>& reports);
  using QWidget::show;

 Q_SIGNALS:
  /// The winner of that run's test is to be chosen.
  void winnerRequested(heliograph::RunId run);

 private:
  RunId m_tested;
  CopiesTable* m_table;
  Label* m_words;
  Button* m_choose;
};

}  // namespace heliograph::ui
