// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

#include "editors/editor_theme.h"

namespace heliograph::editors {

/// Draws a cell of the emoji grid.
class EmojiDelegate final : public QStyledItemDelegate {
  Q_OBJECT
 public:
  static constexpr int Cell = 38;  ///< px, square

  using QStyledItemDelegate::QStyledItemDelegate;
  void setTheme(const EditorTheme& theme) { m_theme = theme; }
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {Cell, Cell}; }

 private:
  EditorTheme m_theme;
};

}  // namespace heliograph::editors
