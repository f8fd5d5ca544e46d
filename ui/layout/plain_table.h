// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace heliograph::ui {

/// A table as the window shows lists: whole rows on the page's own ground, a hairline under each, no grid, no row
/// numbers; Tab leads out of it.
class PlainTable final : public QTableView {
  Q_OBJECT
 public:
  explicit PlainTable(QWidget* parent = nullptr);

  /// Draws a column semibold: the names.
  void setStrongColumn(int column);
  /// How a column takes its width: as wide as what it holds, or its part of what is left.
  void fitColumn(int column);
  void stretchColumn(int column);
  /// Whether a cell is being edited.
  [[nodiscard]] bool isEditing() const { return state() == EditingState; }

 Q_SIGNALS:
  /// What can be done with the row there is asked for: by the mouse, the Menu key or Shift+F10.
  void menuRequested(const QPoint& globalPosition);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void takeGround();
  void requestMenuAtRow();
};

}  // namespace heliograph::ui
