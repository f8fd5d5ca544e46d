// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "reports/run_report.h"
#include "ui/report/people_filter.h"
#include "ui/widgets/card.h"

class QVBoxLayout;

namespace heliograph::ui {

/// What became of the messages that providers took: delivered, not delivered and why, not heard of. Hidden until a
/// provider has said something.
class DeliveryCard final : public Card {
  Q_OBJECT
 public:
  explicit DeliveryCard(QWidget* parent = nullptr);

  void show(const std::vector<reports::RunReport>& reports);
  using QWidget::show;

 Q_SIGNALS:
  /// The person wants to see the people behind a line.
  void chosen(const heliograph::ui::PeopleFilter& filter);

 private:
  QWidget* makeLine(const reports::DeliveryCount& line, qint64 all);

  std::vector<reports::DeliveryCount> m_shown;
  QVBoxLayout* m_lines;
};

}  // namespace heliograph::ui
