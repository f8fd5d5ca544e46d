// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

namespace heliograph::ui {

/// A small turning ring while something is counted; stands still when the system asks for less motion. Keeps its place
/// while idle, so that nothing jumps.
class Spinner final : public QWidget {
  Q_OBJECT
 public:
  explicit Spinner(QWidget* parent = nullptr);

  void setRunning(bool running);
  [[nodiscard]] bool isRunning() const { return m_running; }
  [[nodiscard]] QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  void updateTimer();

  QTimer m_timer;
  int m_angle = 0;
  bool m_running = false;
};

}  // namespace heliograph::ui
