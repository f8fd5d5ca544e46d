// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

namespace heliograph::ui {

/// What a step's mark says.
enum class StepMark { Untouched, Incomplete, Fine, Problem };

/// The rail of steps at the left of the composer: a mark, the name and a line about it ("41,203 will receive"). One is
/// the current one. Up and Down move, Enter or Space go there.
class StepList final : public QWidget {
  Q_OBJECT
 public:
  explicit StepList(QWidget* parent = nullptr);

  /// Names of the steps, in order; forgets marks and subtitles.
  void setSteps(const QStringList& names);
  void setCurrent(int step);
  [[nodiscard]] int current() const { return m_current; }
  void setMark(int step, StepMark mark);
  /// The small line under the name; empty hides it.
  void setSubtitle(int step, const QString& text);
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

 Q_SIGNALS:
  /// The person wants to go to that step. The list does not move by itself: call `setCurrent`.
  void stepRequested(int step);

 private:
  class Row;
  std::vector<Row*> m_rows;
  int m_current = 0;
};

}  // namespace heliograph::ui
