// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/price_cell_delegate.h"

#include <QLineEdit>

#include "ui/theme/tokens.h"

namespace heliograph::ui {

namespace {
constexpr int kCellLeastWidth = 96;
}

QWidget* PriceCellDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const {
  auto* field = new QLineEdit(parent);
  field->setObjectName(QStringLiteral("prices.cell"));
  field->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString());
  const QVariant alignment = index.data(Qt::TextAlignmentRole);
  if (alignment.isValid()) field->setAlignment(Qt::Alignment(alignment.toInt()));
  return field;
}

void PriceCellDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                             const QModelIndex&) const {
  // Narrow columns are widened towards the leading side, so that what is typed can be read.
  QRect cell = option.rect.adjusted(0, size::Tiny, 0, -size::Tiny);
  const int lack = kCellLeastWidth - cell.width();
  if (lack > 0)
    cell.adjust(option.direction == Qt::RightToLeft ? 0 : -lack, 0, option.direction == Qt::RightToLeft ? lack : 0, 0);
  editor->setGeometry(cell);
}

}  // namespace heliograph::ui
