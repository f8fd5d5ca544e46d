// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/custom_list_model.h"

#include <QLocale>

namespace heliograph::items {

QString CustomListModel::columnName(int column) const {
  switch (column) {
    case Name:
      return tr("List");
    case People:
      return tr("People");
    case Updated:
      return tr("Updated");
    default:
      return {};
  }
}

QVariant CustomListModel::cell(const audience::CustomList& list, int column, int role) const {
  if (role != Qt::DisplayRole && role != role::Raw) return {};
  const bool raw = role == role::Raw;
  switch (column) {
    case Name:
      return list.name;
    case People:
      return raw ? QVariant(list.size) : QVariant(QLocale().toString(list.size));
    case Updated:
      return raw ? QVariant(list.updatedAt)
                 : QVariant(QLocale().toString(list.updatedAt.toLocalTime(), QStringLiteral("d MMM yyyy")));
    default:
      return {};
  }
}

}  // namespace heliograph::items
