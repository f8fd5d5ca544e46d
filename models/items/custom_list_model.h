// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audience/lists/custom_list_repository.h"
#include "items/rows_model.h"

namespace heliograph::items {

/// The custom lists: name, how many people are on them, when they were changed.
class CustomListModel final : public RowsModel<audience::CustomList> {
  Q_OBJECT
 public:
  enum Column { Name, People, Updated, ColumnCount };

  using RowsModel::RowsModel;

 protected:
  [[nodiscard]] int columns() const override { return ColumnCount; }
  [[nodiscard]] QString columnName(int column) const override;
  [[nodiscard]] bool isFigure(int column) const override { return column == People; }
  [[nodiscard]] qint64 key(const audience::CustomList& list) const override { return list.id.value; }
  [[nodiscard]] QVariant cell(const audience::CustomList& list, int column, int role) const override;
};

}  // namespace heliograph::items
