// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace heliograph::ui {

/// Draws the cells of a column as chips: the word is the display role, the tone an int of `Tone` in `toneRole`.
class ChipDelegate final : public QStyledItemDelegate {
  Q_OBJECT
 public:
  explicit ChipDelegate(int toneRole, QObject* parent = nullptr);

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 private:
  int m_toneRole;
};

}  // namespace heliograph::ui
