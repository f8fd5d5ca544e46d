// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/property_list_model.h"

#include "audience/property_label.h"

namespace heliograph::items {

QStringList PropertyListModel::names() const {
  QStringList names;
  for (const PropertyEntry& entry : rows()) names.append(entry.name);
  return names;
}

QString PropertyListModel::columnName(int column) const {
  switch (column) {
    case Name:
      return tr("Name");
    case Group:
      return tr("Group");
    case Sample:
      return tr("For example");
    case Share:
      return tr("Have a value");
    case Label:
      return tr("Property");
    default:
      return {};
  }
}

qint64 PropertyListModel::key(const PropertyEntry& entry) const {
  return static_cast<qint64>(qHashMulti(0, entry.group, entry.name));
}

QVariant PropertyListModel::cell(const PropertyEntry& entry, int column, int role) const {
  if (role != Qt::DisplayRole && role != role::Raw) return {};
  switch (column) {
    case Name:
      return entry.name;
    case Group:
      return entry.group;
    case Sample:
      return entry.sample;
    case Share:
      return role == role::Raw ? QVariant(entry.share) : QVariant(tr("%1 %").arg(qRound(entry.share * 100)));
    case Label:
      return audience::propertyLabel(entry.name);
    default:
      return {};
  }
}

}  // namespace heliograph::items
