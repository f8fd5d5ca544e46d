// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace heliograph::ui {

/// A plain ground in the surface's colour: bars, rail, side pane. Draws hairlines at the edges asked for.
class Surface : public QWidget {
  Q_OBJECT
 public:
  explicit Surface(Qt::Edges lines = {}, QWidget* parent = nullptr);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  Qt::Edges m_lines;
};

}  // namespace heliograph::ui
