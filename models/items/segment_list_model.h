// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>

#include "audience/rules/segment_trend.h"
#include "audience/segment_repository.h"
#include "items/rows_model.h"

namespace heliograph::items {

/// The saved segments: name, how many people they hold and how many of them can be texted, how that went day by day,
/// when they were changed and last texted. The rules in words are the tooltip of the name.
class SegmentListModel final : public RowsModel<audience::SavedSegment> {
  Q_OBJECT
 public:
  enum Column { Name, Size, People, Trend, Updated, Texted, ColumnCount };

  using RowsModel::RowsModel;

  /// Notes how many people of a segment can be texted and how many it holds, as far as that was counted.
  void setPeople(SegmentId id, qint64 people, qint64 size);
  /// Notes how large segments were. The raw value of Trend is a list of figures, oldest first.
  void setTrends(QHash<SegmentId, std::vector<audience::SegmentSize>> trends);
  /// Notes when segments were last texted.
  void setTexted(QHash<SegmentId, QDateTime> texted);

 protected:
  [[nodiscard]] int columns() const override { return ColumnCount; }
  [[nodiscard]] QString columnName(int column) const override;
  [[nodiscard]] bool isFigure(int column) const override { return column == People || column == Size; }
  [[nodiscard]] qint64 key(const audience::SavedSegment& segment) const override { return segment.id.value; }
  [[nodiscard]] QVariant cell(const audience::SavedSegment& segment, int column, int role) const override;

 private:
  [[nodiscard]] QVariant trendCell(SegmentId id, int role) const;

  QHash<SegmentId, qint64> m_people;
  QHash<SegmentId, qint64> m_sizes;
  QHash<SegmentId, std::vector<audience::SegmentSize>> m_trends;
  QHash<SegmentId, QDateTime> m_texted;
};

}  // namespace heliograph::items
