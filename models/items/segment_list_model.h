// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>

#include "audience/segment_repository.h"
#include "items/rows_model.h"

namespace heliograph::items {

/// The saved segments: name, rules in words, how many people can be texted, when it was changed.
class SegmentListModel final : public RowsModel<audience::SavedSegment> {
  Q_OBJECT
 public:
  enum Column { Name, People, Updated, Rules, ColumnCount };

  using RowsModel::RowsModel;

  /// Notes how many people of a segment can be texted, as far as that was counted.
  void setPeople(SegmentId id, qint64 people);

 protected:
  [[nodiscard]] int columns() const override { return ColumnCount; }
  [[nodiscard]] QString columnName(int column) const override;
  [[nodiscard]] bool isFigure(int column) const override { return column == People; }
  [[nodiscard]] qint64 key(const audience::SavedSegment& segment) const override { return segment.id.value; }
  [[nodiscard]] QVariant cell(const audience::SavedSegment& segment, int column, int role) const override;

 private:
  QHash<SegmentId, qint64> m_people;
};

}  // namespace heliograph::items
