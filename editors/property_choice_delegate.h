// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

#include "editors/editor_theme.h"

namespace heliograph::editors {

/// Draws a row of the personalisation menu: heading where another root begins, label with the hit underlined, sample,
/// share of people in a chip.
class PropertyChoiceDelegate final : public QStyledItemDelegate {
  Q_OBJECT
 public:
  using QStyledItemDelegate::QStyledItemDelegate;

  void setTheme(const EditorTheme& theme) { m_theme = theme; }

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 private:
  /// The width taken at the right.
  int paintShare(QPainter* painter, const QRect& row, double share) const;
  void paintLabel(QPainter* painter, const QRect& place, const QModelIndex& index) const;

  EditorTheme m_theme;
};

}  // namespace heliograph::editors
