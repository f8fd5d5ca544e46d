// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "delivery/outbox/run_progress.h"
#include "reports/timeline.h"
#include "ui/widgets/card.h"

namespace heliograph::ui {

class Label;
class LineChart;

/// How many were accepted and refused over time, and where it will end at the present rate.
class OverTimeCard final : public Card {
  Q_OBJECT
 public:
  explicit OverTimeCard(QWidget* parent = nullptr);

  void show(const std::vector<reports::TimelinePoint>& points);
  using QWidget::show;
  /// The run as it goes now; one that doesn't go takes the forecast away.
  void setForecast(const delivery::RunProgress& progress);

 private:
  LineChart* m_chart;
  Label* m_nothing;
};

}  // namespace heliograph::ui
