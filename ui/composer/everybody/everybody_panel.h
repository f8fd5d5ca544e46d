// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "ui/composer/everybody/everybody_lines.h"

class QGridLayout;

namespace heliograph::ui {

class FactRow;
class Fold;
class Label;

/// What everybody gets, in one line that opens to its lines: parts, cost, gaps, fallbacks, who is left out, characters
/// that cost. Each leads to the people behind it. While people are being counted the old figures stay, greyed, and then
/// those of the people looked at so far.
class EverybodyPanel final : public QWidget {
  Q_OBJECT
 public:
  explicit EverybodyPanel(QWidget* parent = nullptr);

  /// A whole count; `current` false: it is of an earlier state. `hint` stands there while the report holds no count.
  void show(const delivery::CheckReport& report, bool current, const QString& hint);
  using QWidget::show;
  /// What was counted of the first of so many people.
  void showSoFar(const delivery::CheckReport& report, qint64 people);
  [[nodiscard]] Fold* fold() const { return m_fold; }
  /// Gives the focus back to the line whose people were asked for last; if it is gone, to the heading.
  void focusWalked();

 Q_SIGNALS:
  void walkRequested(const heliograph::ui::PeopleWalk& walk);
  /// A character of the message is to be replaced wherever it costs.
  void replaceRequested(const QString& character);

 private:
  void showLines(std::vector<EverybodyLine> lines, bool current);
  void rebuild();
  void addLine(int row, std::size_t index);
  void makeWalkable(FactRow& row, std::size_t index);
  [[nodiscard]] static bool sameShape(const std::vector<EverybodyLine>& a, const std::vector<EverybodyLine>& b);

  Fold* m_fold;
  Label* m_note;
  QGridLayout* m_grid;
  std::vector<EverybodyLine> m_lines;
  std::vector<FactRow*> m_rows;
  QString m_walked;  ///< object name of a row
};

}  // namespace heliograph::ui
