// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/rows_model.h"
#include "providers/provider_group.h"

namespace heliograph::items {

/// The provider groups: name, how many providers, default.
class GroupListModel final : public RowsModel<providers::ProviderGroup> {
  Q_OBJECT
 public:
  enum Column { Name, Members, Default, ColumnCount };

  using RowsModel::RowsModel;

 protected:
  [[nodiscard]] int columns() const override { return ColumnCount; }
  [[nodiscard]] QString columnName(int column) const override;
  [[nodiscard]] qint64 key(const providers::ProviderGroup& group) const override { return group.id.value; }
  [[nodiscard]] QVariant cell(const providers::ProviderGroup& group, int column, int role) const override;
};

}  // namespace heliograph::items
