// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/group_list_model.h"

namespace heliograph::items {

QString GroupListModel::columnName(int column) const {
  switch (column) {
    case Name:
      return tr("Group");
    case Members:
      return tr("Providers");
    case Default:
      return tr("Default");
    default:
      return {};
  }
}

QVariant GroupListModel::cell(const providers::ProviderGroup& group, int column, int role) const {
  if (role == role::Tone) return static_cast<int>(RowTone::Accent);
  if (role != Qt::DisplayRole && role != role::Raw) return {};
  switch (column) {
    case Name:
      return group.name;
    case Members:
      return static_cast<int>(group.members.size());
    case Default:
      return group.isDefault ? tr("Default") : QString();
    default:
      return {};
  }
}

}  // namespace heliograph::items
