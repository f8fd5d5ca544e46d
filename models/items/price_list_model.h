// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/rows_model.h"
#include "providers/prices/price.h"

namespace heliograph::items {

/// A price, or a country of the contacts that has none yet.
struct PriceRow {
  providers::Price price;
  QString provider;  ///< its name; empty: any
  bool missing = false;
  qint64 people = 0;  ///< contacts of the country, of a missing one
};

/// The price table: for which numbers, with which provider, how much. Cells are edited in place; what a person enters
/// is shown and said by edited(), and stands in its order once the rows are set anew.
class PriceListModel final : public RowsModel<PriceRow> {
  Q_OBJECT
 public:
  enum Column { Country, Prefix, Provider, Amount, Currency, ColumnCount };

  using RowsModel::RowsModel;

  [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
  bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

 Q_SIGNALS:
  /// A person entered something else into the row: `price` is what it shall be. For a missing one the amount is new.
  void edited(const heliograph::items::PriceRow& row, const heliograph::providers::Price& price);
  /// What was entered can't be used.
  void refused(const QString& why);

 protected:
  [[nodiscard]] int columns() const override { return ColumnCount; }
  [[nodiscard]] QString columnName(int column) const override;
  [[nodiscard]] bool isFigure(int column) const override { return column == Amount; }
  [[nodiscard]] qint64 key(const PriceRow& row) const override;
  [[nodiscard]] QVariant cell(const PriceRow& row, int column, int role) const override;

 private:
  [[nodiscard]] static QString text(const PriceRow& row, int column);
};

}  // namespace heliograph::items
