// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "ui/theme/tokens.h"

namespace heliograph::ui {

/// Counts over time as lines (accepted, delivered), painted by hand; the first line's area is tinted. Both axes start
/// at what is given and end at a round figure.
class LineChart final : public QWidget {
  Q_OBJECT
 public:
  struct Line {
    QString label;
    int ink = 0;                                    ///< 0 accent, 1 fine, 2 attention, 3 problem
    std::vector<std::pair<qint64, double>> points;  ///< (ms since the epoch, value), ascending
  };

  explicit LineChart(QWidget* parent = nullptr);

  void setLines(std::vector<Line> lines);
  /// Where it is expected to end: a dashed line from the end of the first line. Nothing when `atMs` is 0.
  void setForecast(qint64 atMs, double value);
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  std::vector<Line> m_lines;
  qint64 m_forecastAt = 0;
  double m_forecastValue = 0;
};

}  // namespace heliograph::ui
