// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/property_list_model.h"

namespace heliograph::items {

PropertyListModel::PropertyListModel(QObject* parent) : QAbstractTableModel(parent) {}

void PropertyListModel::setEntries(QList<PropertyEntry> entries) {
  beginResetModel();
  m_entries = std::move(entries);
  endResetModel();
}

QStringList PropertyListModel::names() const {
  QStringList names;
  names.reserve(m_entries.size());
  for (const PropertyEntry& entry : m_entries) names.append(entry.name);
  return names;
}

int PropertyListModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int PropertyListModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QVariant PropertyListModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const PropertyEntry& entry = m_entries.at(index.row());
  if (role == RawRole) return raw(entry, index.column());
  if (role != Qt::DisplayRole) return {};
  if (index.column() == Share) return tr("%1 %").arg(qRound(entry.share * 100));
  return raw(entry, index.column());
}

QVariant PropertyListModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  switch (section) {
    case Name:
      return tr("Name");
    case Group:
      return tr("Group");
    case Sample:
      return tr("For example");
    case Share:
      return tr("Have a value");
    default:
      return {};
  }
}

QVariant PropertyListModel::raw(const PropertyEntry& entry, int column) const {
  switch (column) {
    case Name:
      return entry.name;
    case Group:
      return entry.group;
    case Sample:
      return entry.sample;
    case Share:
      return entry.share;
    default:
      return {};
  }
}

}  // namespace heliograph::items
