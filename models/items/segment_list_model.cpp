// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/segment_list_model.h"

#include <QLocale>

namespace heliograph::items {

void SegmentListModel::setPeople(SegmentId id, qint64 people) {
  m_people[id] = people;
  if (const int row = rowOf(id.value); row >= 0) Q_EMIT dataChanged(index(row, People), index(row, People));
}

QString SegmentListModel::columnName(int column) const {
  switch (column) {
    case Name:
      return tr("Segment");
    case People:
      return tr("Can be texted");
    case Updated:
      return tr("Updated");
    case Rules:
      return tr("Who");
    default:
      return {};
  }
}

QVariant SegmentListModel::cell(const audience::SavedSegment& segment, int column, int role) const {
  if (role == Qt::ToolTipRole && column == Rules) return describe(segment.segment);
  if (role != Qt::DisplayRole && role != role::Raw) return {};
  const bool raw = role == role::Raw;
  switch (column) {
    case Name:
      return segment.name;
    case People:
      if (!m_people.contains(segment.id)) return {};
      return raw ? QVariant(m_people[segment.id]) : QVariant(QLocale().toString(m_people[segment.id]));
    case Updated:
      return raw ? QVariant(segment.updatedAt)
                 : QVariant(QLocale().toString(segment.updatedAt.toLocalTime(), QStringLiteral("d MMM yyyy")));
    case Rules:
      return describe(segment.segment);
    default:
      return {};
  }
}

}  // namespace heliograph::items
