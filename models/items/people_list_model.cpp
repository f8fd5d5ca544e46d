// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/people_list_model.h"

namespace heliograph::items {

using audience::PeoplePager;

QString PeopleListModel::columnName(int column) const {
  switch (column) {
    case Name:
      return tr("Name");
    case Identity:
      return tr("Identity");
    case Phone:
      return tr("Number");
    case Country:
      return tr("Country");
    case Why:
      return tr("Why not");
    default:
      return {};
  }
}

qint64 PeopleListModel::key(const PeoplePager::Person& person) const {
  return person.profile.id.value;
}

QVariant PeopleListModel::cell(const PeoplePager::Person& person, int column, int role) const {
  if (role != Qt::DisplayRole && role != role::Raw && role != Qt::ToolTipRole) return {};
  switch (column) {
    case Name:
      return person.profile.displayName();
    case Identity:
      return person.profile.identity;
    case Phone:
      return person.profile.phone;
    case Country:
      return person.profile.country;
    case Why:
      return audience::reachabilityWords(person.reachability);
    default:
      return {};
  }
}

}  // namespace heliograph::items
