// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace heliograph::ui {

/// Draws an issue of an IssueListModel: its mark, the step it is on, and its text, wrapped.
class IssueDelegate final : public QStyledItemDelegate {
  Q_OBJECT
 public:
  /// Texts wrap at that width of the whole line.
  explicit IssueDelegate(int width, QObject* parent = nullptr);

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 private:
  int m_width;
};

}  // namespace heliograph::ui
