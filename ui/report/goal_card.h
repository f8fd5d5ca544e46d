// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "reports/run_report.h"
#include "ui/widgets/card.h"

class QGridLayout;

namespace heliograph::ui {

class Label;

/// How far a campaign reached its goal: conversions, their share and revenue, of each copy and beside those who were
/// held back. Hidden for a campaign without a goal.
class GoalCard final : public Card {
  Q_OBJECT
 public:
  explicit GoalCard(QWidget* parent = nullptr);

  void show(const std::vector<reports::RunReport>& reports);
  using QWidget::show;

 private:
  void addHeader(bool revenue);
  void addLine(int line, const QString& name, const delivery::ConversionFigures& figures, bool revenue);

  Label* m_words;
  QGridLayout* m_grid;
  Label* m_comparison;
};

}  // namespace heliograph::ui
