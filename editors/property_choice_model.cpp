// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editors/property_choice_model.h"

namespace heliograph::editors {
namespace {

QString labelOf(const PropertyChoice& choice) {
  return choice.label.isEmpty() ? propertyLabel(choice.name) : choice.label;
}

}  // namespace

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
      return labelOf(choice);
    case Qt::AccessibleTextRole:
      return choice.share < 0 ? labelOf(choice)
                              : tr("%1, %2 % of people have it").arg(labelOf(choice)).arg(qRound(choice.share * 100));
    case RootRole:
      return choice.root;
    case HeadingRole:
      return choice.heading.isEmpty() ? choice.root : choice.heading;
    case SampleRole:
      return choice.sample;
    case ShareRole:
      return choice.share;
    default:
      return {};
  }
}

}  // namespace heliograph::editors
