// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editors/property_choice_model.h"

namespace heliograph::editors {

void PropertyChoiceModel::setChoices(std::vector<PropertyChoice> choices) {
  if (choices == m_choices) return;
  beginResetModel();
  m_choices = std::move(choices);
  endResetModel();
}

int PropertyChoiceModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_choices.size());
}

QVariant PropertyChoiceModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const PropertyChoice& choice = m_choices[static_cast<std::size_t>(index.row())];
  switch (role) {
    case Qt::DisplayRole:
      return propertyLabel(choice.name);
    case Qt::AccessibleTextRole:
      return choice.share < 0
                 ? propertyLabel(choice.name)
                 : tr("%1, %2 % of people have it").arg(propertyLabel(choice.name)).arg(qRound(choice.share * 100));
    case RootRole:
      return choice.root;
    case SampleRole:
      return choice.sample;
    case ShareRole:
      return choice.share;
    default:
      return {};
  }
}

}  // namespace heliograph::editors
