// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/price_provider_delegate.h"

#include <QComboBox>

namespace heliograph::ui {

void fillProviderChoice(QComboBox& choice, const ProviderNames& names) {
  choice.clear();
  choice.addItem(PriceProviderDelegate::tr("Any provider"), qint64{0});
  for (const auto& [id, name] : names) choice.addItem(name, id.value);
}

QWidget* PriceProviderDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex&) const {
  auto* choice = new QComboBox(parent);
  choice->setObjectName(QStringLiteral("prices.cell.provider"));
  choice->setAccessibleName(tr("Provider"));
  fillProviderChoice(*choice, m_names);
  return choice;
}

void PriceProviderDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const {
  auto* choice = qobject_cast<QComboBox*>(editor);
  if (choice) choice->setCurrentIndex(std::max(0, choice->findData(index.data(Qt::EditRole))));
}

void PriceProviderDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const {
  if (const auto* choice = qobject_cast<QComboBox*>(editor)) model->setData(index, choice->currentData());
}

}  // namespace heliograph::ui
