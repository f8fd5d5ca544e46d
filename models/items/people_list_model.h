// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audience/people_pager.h"
#include "items/rows_model.h"

namespace heliograph::items {

/// People of an audience: name, identity, country, number, and why they can't be texted. Grows at its end.
class PeopleListModel final : public RowsModel<audience::PeoplePager::Person> {
  Q_OBJECT
 public:
  enum Column { Name, Identity, Phone, Country, Why, ColumnCount };

  using RowsModel::RowsModel;

 protected:
  [[nodiscard]] int columns() const override { return ColumnCount; }
  [[nodiscard]] QString columnName(int column) const override;
  [[nodiscard]] qint64 key(const audience::PeoplePager::Person& person) const override;
  [[nodiscard]] QVariant cell(const audience::PeoplePager::Person& person, int column, int role) const override;
};

}  // namespace heliograph::items
