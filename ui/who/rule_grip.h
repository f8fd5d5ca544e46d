// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "audience/segment_edit.h"

class QMimeData;

namespace heliograph::ui {

/// The six dots before a rule by which the mouse moves it; keys move a rule by Alt+Up and Alt+Down.
class RuleGrip final : public QWidget {
  Q_OBJECT
 public:
  explicit RuleGrip(audience::PartPath path, QWidget* parent = nullptr);

  /// The path of the part that is being dragged; empty for something else.
  [[nodiscard]] static audience::PartPath draggedPath(const QMimeData* data);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;

 private:
  audience::PartPath m_path;
  QPoint m_pressedAt;
};

}  // namespace heliograph::ui
