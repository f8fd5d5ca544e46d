// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "ui/theme/tone.h"

namespace heliograph::ui {

/// Bars from the left with their word and figure, painted by hand ("1 part · 41,102"). A bar is a button: clicks and
/// Enter tell which.
class BarHistogram final : public QWidget {
  Q_OBJECT
 public:
  struct Bar {
    QString label;  ///< "1 part"
    qint64 value = 0;
    Tone tone = Tone::Accent;
  };

  explicit BarHistogram(QWidget* parent = nullptr);

  void setBars(std::vector<Bar> bars);
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 Q_SIGNALS:
  /// The person wants to see who is behind a bar.
  void barActivated(int index);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  [[nodiscard]] QRect barRect(int index) const;
  [[nodiscard]] QString caption(const Bar& bar) const;

  std::vector<Bar> m_bars;
  int m_focused = 0;
};

}  // namespace heliograph::ui
