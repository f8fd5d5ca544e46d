// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include "audience/property.h"
#include "items/rows_model.h"

namespace heliograph::items {

/// One property as the personalisation menu shows it.
struct PropertyEntry {
  QString name;        ///< the property's own name, as it goes into the message
  QString group;       ///< heading it stands under, "Profile"
  QString sample;      ///< a value somebody has, for people; may be empty
  double share = 0.0;  ///< 0 to 1: how many people have a value
  audience::PropertyType type = audience::PropertyType::Text;

  bool operator==(const PropertyEntry&) const = default;
};

/// What can be put into a message: name, group, sample value, share of people who have one.
class PropertyListModel final : public RowsModel<PropertyEntry> {
  Q_OBJECT
 public:
  /// Label is the name as people read it, see audience::propertyLabel().
  enum Column { Name, Group, Sample, Share, Label, ColumnCount };
  /// The raw value of the cell's column; a double for Share.
  static constexpr int RawRole = role::Raw;

  using RowsModel::RowsModel;

  /// Replaces all rows.
  void setEntries(QList<PropertyEntry> entries) { setRows({entries.begin(), entries.end()}); }
  /// The row as a value; `row` must exist.
  [[nodiscard]] const PropertyEntry& entry(int row) const { return RowsModel::row(row); }
  /// The names of all properties, in the order of the rows.
  [[nodiscard]] QStringList names() const;

 protected:
  [[nodiscard]] int columns() const override { return ColumnCount; }
  [[nodiscard]] QString columnName(int column) const override;
  [[nodiscard]] qint64 key(const PropertyEntry& entry) const override;
  [[nodiscard]] QVariant cell(const PropertyEntry& entry, int column, int role) const override;
};

}  // namespace heliograph::items
