// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "reports/provider_statistics.h"

class QCheckBox;

namespace heliograph::ui {

class FactRow;
class Label;
class LineChart;

/// How a provider did in the last days: totals, delivery rate, and sent, errors and clicks as lines.
class ProviderStats final : public QWidget {
  Q_OBJECT
 public:
  static constexpr int days = 30;

  explicit ProviderStats(QWidget* parent = nullptr);

  void show(const reports::ProviderStatistics& statistics);
  void showProblem(const QString& why);
  using QWidget::show;

 private:
  QCheckBox* addToggle(const QString& text, const QString& name, bool on);
  void showChart(bool shown);
  void draw();

  reports::ProviderStatistics m_statistics;
  QCheckBox* m_sent;
  QCheckBox* m_errors;
  QCheckBox* m_clicks;
  LineChart* m_chart;
  Label* m_nothing;
  FactRow* m_totalSent;
  FactRow* m_totalDelivered;
  FactRow* m_totalErrors;
  FactRow* m_totalClicks;
  FactRow* m_rate;
  FactRow* m_dailySent;
};

}  // namespace heliograph::ui
