// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "reports/run_report.h"

class QGridLayout;

namespace heliograph::ui {

/// What became of each copy, a line each: people, accepted, refused, unclear and parts.
class CopiesTable final : public QWidget {
  Q_OBJECT
 public:
  explicit CopiesTable(QWidget* parent = nullptr);

  /// `texts` are the copies' own, shown under their names; none: not known. `winner` is marked.
  void show(const std::vector<reports::CopyCount>& copies, std::optional<int> winner, const QStringList& texts = {});
  using QWidget::show;
  /// Puts a control at the end of a copy's line.
  void addControl(int copy, QWidget* control);

 private:
  void addHeader();
  void addLine(const reports::CopyCount& copy, bool won, const QString& text);

  QGridLayout* m_grid;
  bool m_hasClicks = false;
};

}  // namespace heliograph::ui
