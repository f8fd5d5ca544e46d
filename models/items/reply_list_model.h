// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "delivery/receipts/reply_repository.h"
#include "items/rows_model.h"

namespace heliograph::items {

/// What people answered, the latest first.
class ReplyListModel final : public RowsModel<delivery::ReplyRow> {
  Q_OBJECT
 public:
  enum Column { Person, Text, Meaning, Campaign, At, ColumnCount };

  using RowsModel::RowsModel;

  /// "STOP: unsubscribed", that the sender was unsubscribed otherwise, or nothing where nothing changed.
  [[nodiscard]] static QString meaningWords(const delivery::ReplyRow& row);

 protected:
  [[nodiscard]] int columns() const override { return ColumnCount; }
  [[nodiscard]] QString columnName(int column) const override;
  [[nodiscard]] qint64 key(const delivery::ReplyRow& row) const override { return row.id; }
  [[nodiscard]] QVariant cell(const delivery::ReplyRow& row, int column, int role) const override;
};

}  // namespace heliograph::items
