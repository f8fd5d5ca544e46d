// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/segment_list_model.h"

#include <QLocale>

namespace heliograph::items {

namespace {

QString dateWords(const QDateTime& at) {
  return QLocale().toString(at.toLocalTime(), QStringLiteral("d MMM yyyy"));
}

}  // namespace

void SegmentListModel::setPeople(SegmentId id, qint64 people) {
  m_people[id] = people;
  if (const int row = rowOf(id.value); row >= 0) Q_EMIT dataChanged(index(row, People), index(row, People));
}

void SegmentListModel::setTexted(QHash<SegmentId, QDateTime> texted) {
  m_texted = std::move(texted);
  if (rowCount() > 0) Q_EMIT dataChanged(index(0, Texted), index(rowCount() - 1, Texted));
}

QString SegmentListModel::columnName(int column) const {
  switch (column) {
    case Name:
      return tr("Segment");
    case People:
      return tr("Can be texted");
    case Updated:
      return tr("Updated");
    case Texted:
      return tr("Last texted");
    default:
      return {};
  }
}

QVariant SegmentListModel::cell(const audience::SavedSegment& segment, int column, int role) const {
  if (role == Qt::ToolTipRole && column == Name) return describe(segment.segment);
  if (role != Qt::DisplayRole && role != role::Raw) return {};
  const bool raw = role == role::Raw;
  switch (column) {
    case Name:
      return segment.name;
    case People:
      if (!m_people.contains(segment.id)) return {};
      return raw ? QVariant(m_people[segment.id]) : QVariant(QLocale().toString(m_people[segment.id]));
    case Updated:
      return raw ? QVariant(segment.updatedAt) : QVariant(dateWords(segment.updatedAt));
    case Texted:
      if (raw) return m_texted.value(segment.id);
      return m_texted.contains(segment.id) ? dateWords(m_texted[segment.id]) : tr("never");
    default:
      return {};
  }
}

}  // namespace heliograph::items
