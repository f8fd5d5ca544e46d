// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "campaign/issue.h"
#include "items/rows_model.h"

namespace heliograph::items {

/// The name of a step as the rail shows it: "Start", "Who", "What", "When", "Publish".
[[nodiscard]] QString stepTitle(campaign::Step step);

/// The issues of a campaign, in the order they were found; what blocks is told by tone and word.
class IssueListModel final : public RowsModel<campaign::Issue> {
  Q_OBJECT
 public:
  enum Column { Severity, Text, Step, ColumnCount };

  using RowsModel::RowsModel;

  /// How many prevent publishing.
  [[nodiscard]] int blockers() const;

 protected:
  [[nodiscard]] int columns() const override { return ColumnCount; }
  [[nodiscard]] QString columnName(int column) const override;
  [[nodiscard]] qint64 key(const campaign::Issue& issue) const override;
  [[nodiscard]] QVariant cell(const campaign::Issue& issue, int column, int role) const override;
};

}  // namespace heliograph::items
