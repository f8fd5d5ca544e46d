// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <vector>

#include "editors/property_choice.h"

namespace heliograph::editors {

/// The properties that can be put into a message, in the order given: display is the label.
class PropertyChoiceModel final : public QAbstractListModel {
  Q_OBJECT
 public:
  enum Role { RootRole = Qt::UserRole + 1, SampleRole, ShareRole, HeadingRole };

  using QAbstractListModel::QAbstractListModel;

  void setChoices(std::vector<PropertyChoice> choices);
  [[nodiscard]] const PropertyChoice& choice(int row) const { return m_choices[static_cast<std::size_t>(row)]; }

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

 private:
  std::vector<PropertyChoice> m_choices;
};

}  // namespace heliograph::editors
