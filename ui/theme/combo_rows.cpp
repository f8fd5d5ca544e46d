// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/combo_rows.h"

#include <QPainter>

#include "ui/theme/tokens.h"

namespace heliograph::ui {
namespace {

constexpr int SeparatorHeight = 9;

/// How QComboBox::insertSeparator marks its rows.
bool isSeparator(const QModelIndex& index) {
  return index.data(Qt::AccessibleDescriptionRole).toString() == QStringLiteral("separator");
}

}  // namespace

void ComboRows::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  if (isSeparator(index)) {
    painter->fillRect(QRect(option.rect.left(), option.rect.center().y(), option.rect.width(), 1),
                      Tokens::of(option.palette).line);
    return;
  }
  QStyledItemDelegate::paint(painter, option, index);
}

QSize ComboRows::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const QSize wanted = QStyledItemDelegate::sizeHint(option, index);
  return {wanted.width() + size::Small,
          isSeparator(index) ? SeparatorHeight : std::max(wanted.height(), size::SmallControl)};
}

}  // namespace heliograph::ui
