// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace heliograph::ui {

/// A hairline between parts of a page, `Qt::Horizontal` lying or `Qt::Vertical` standing.
class Separator final : public QWidget {
  Q_OBJECT
 public:
  explicit Separator(Qt::Orientation orientation = Qt::Horizontal, QWidget* parent = nullptr);

 protected:
  void paintEvent(QPaintEvent* event) override;
};

}  // namespace heliograph::ui
