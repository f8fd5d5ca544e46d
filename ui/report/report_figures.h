// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QWidget>
#include <vector>

#include "ui/report/people_filter.h"

namespace heliograph::ui {

class FigureCard;

/// The row of figures over a report: audience, accepted, refused, unclear, not sent to and waiting, whose sum is the
/// audience. Each leads to its people.
class ReportFigures final : public QWidget {
  Q_OBJECT
 public:
  explicit ReportFigures(QWidget* parent = nullptr);

  /// People by state; `acceptedParts` are shown where they are known.
  void show(const QMap<delivery::RowState, qint64>& people, qint64 acceptedParts);
  using QWidget::show;
  /// Presses the figure down whose people are listed, if it is one.
  void mark(const PeopleFilter& filter);

 Q_SIGNALS:
  void chosen(const heliograph::ui::PeopleFilter& filter);

 private:
  struct Part {
    FigureCard* card;
    PeopleFilter filter;
  };

  void add(const QString& label, const char* name, const QList<delivery::RowState>& states);

  std::vector<Part> m_parts;
};

}  // namespace heliograph::ui
