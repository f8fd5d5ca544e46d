// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QWidget>
#include <vector>

namespace heliograph::ui {

/// A figure for each of some days as upright bars, the first and the last day named below, painted by hand. Pointing at
/// a bar tells its day and figure; a screen reader hears all.
class DayBars final : public QWidget {
  Q_OBJECT
 public:
  struct Day {
    QDate day;
    qint64 value = 0;
  };

  explicit DayBars(QWidget* parent = nullptr);

  void setDays(std::vector<Day> days);
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  [[nodiscard]] QRect columnRect(int index) const;
  [[nodiscard]] QString caption(const Day& day) const;

  std::vector<Day> m_days;
};

}  // namespace heliograph::ui
