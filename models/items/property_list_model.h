// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QList>
#include <QString>

namespace heliograph::items {

/// One property as the personalisation menu shows it.
struct PropertyEntry {
  QString name;        ///< the property's own name, as it goes into the message
  QString group;       ///< heading it stands under, "Profile"
  QString sample;      ///< a value somebody has, for people; may be empty
  double share = 0.0;  ///< 0 to 1: how many people have a value

  bool operator==(const PropertyEntry&) const = default;
};

/// What can be put into a message: name, group, sample value, share of people who have one.
class PropertyListModel final : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column { Name, Group, Sample, Share, ColumnCount };
  /// The raw value of the cell's column; a double for Share.
  static constexpr int RawRole = Qt::UserRole;

  explicit PropertyListModel(QObject* parent = nullptr);

  /// Replaces all rows.
  void setEntries(QList<PropertyEntry> entries);
  /// The row as a value; `row` must exist.
  [[nodiscard]] const PropertyEntry& entry(int row) const { return m_entries.at(row); }
  /// The names of all properties, in the order of the rows.
  [[nodiscard]] QStringList names() const;

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                    int role = Qt::DisplayRole) const override;

 private:
  [[nodiscard]] QVariant raw(const PropertyEntry& entry, int column) const;

  QList<PropertyEntry> m_entries;
};

}  // namespace heliograph::items
