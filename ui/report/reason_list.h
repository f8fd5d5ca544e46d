// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "reports/run_report.h"
#include "ui/report/people_filter.h"
#include "ui/widgets/card.h"

class QVBoxLayout;

namespace heliograph::ui {

/// Who got no message, and why: a line a reason with its people, each leading to them.
class ReasonList final : public Card {
  Q_OBJECT
 public:
  explicit ReasonList(QWidget* parent = nullptr);

  void show(const std::vector<reports::RunReport>& reports);
  using QWidget::show;

 Q_SIGNALS:
  /// The person wants to see the people behind a line.
  void chosen(const heliograph::ui::PeopleFilter& filter);
  void settleRequested();

 private:
  QWidget* makeLine(const reports::ReasonCount& count);

  std::vector<reports::ReasonCount> m_shown;
  bool m_any = false;
  QVBoxLayout* m_lines;
};

}  // namespace heliograph::ui
