// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>
#include <utility>
#include <vector>

#include "core/ids.h"

class QComboBox;

namespace heliograph::ui {

/// Providers by name, those that can have a price.
using ProviderNames = std::vector<std::pair<ProviderId, QString>>;

/// Fills a choice with "Any provider" and the names; each entry's data is the id.
void fillProviderChoice(QComboBox& choice, const ProviderNames& names);

/// Lets a cell choose a provider.
class PriceProviderDelegate final : public QStyledItemDelegate {
  Q_OBJECT
 public:
  using QStyledItemDelegate::QStyledItemDelegate;

  void setProviders(ProviderNames names) { m_names = std::move(names); }

  QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  void setEditorData(QWidget* editor, const QModelIndex& index) const override;
  void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;

 private:
  ProviderNames m_names;
};

}  // namespace heliograph::ui
