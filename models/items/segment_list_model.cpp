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

void SegmentListModel::setPeople(SegmentId id, qint64 people, qint64 size) {
  m_people[id] = people;
  m_sizes[id] = size;
  if (const int row = rowOf(id.value); row >= 0) Q_EMIT dataChanged(index(row, Size), index(row, People));
}

void SegmentListModel::setTrends(QHash<SegmentId, std::vector<audience::SegmentSize>> trends) {
  m_trends = std::move(trends);
  if (rowCount() > 0) Q_EMIT dataChanged(index(0, Trend), index(rowCount() - 1, Trend));
}

void SegmentListModel::setTexted(QHash<SegmentId, QDateTime> texted) {
  m_texted = std::move(texted);
  if (rowCount() > 0) Q_EMIT dataChanged(index(0, Texted), index(rowCount() - 1, Texted));
}

QString SegmentListModel::columnName(int column) const {
  switch (column) {
    case Name:
      return tr("Segment");
    case Size:
      return tr("People");
    case People:
      return tr("Can be texted");
    case Trend:
      return tr("Trend");
    case Updated:
      return tr("Updated");
    case Texted:
      return tr("Last texted");
    default:
      return {};
  }
}

QVariant SegmentListModel::trendCell(SegmentId id, int role) const {
  const auto sizes = m_trends.value(id);
  if (sizes.empty()) return {};
  const auto figure = [](const audience::SegmentSize& size) { return QLocale().toString(size.people); };
  switch (role) {
    case role::Raw: {
      QVariantList figures;
      for (const audience::SegmentSize& size : sizes) figures << static_cast<double>(size.people);
      return figures;
    }
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
      if (sizes.size() < 2) return tr("%1 people; a trend shows from tomorrow on").arg(figure(sizes.front()));
      return tr("%1 people on %2, %3 on %4")
          .arg(figure(sizes.front()), QLocale().toString(sizes.front().day, QStringLiteral("d MMM")),
               figure(sizes.back()), QLocale().toString(sizes.back().day, QStringLiteral("d MMM")));
    default:
      return {};
  }
}

QVariant SegmentListModel::cell(const audience::SavedSegment& segment, int column, int role) const {
  if (role == Qt::ToolTipRole && column == Name) return describe(segment.segment);
  if (column == Trend) return trendCell(segment.id, role);
  if (role != Qt::DisplayRole && role != role::Raw) return {};
  const bool raw = role == role::Raw;
  switch (column) {
    case Name:
      return segment.name;
    case Size:
      if (!m_sizes.contains(segment.id)) return {};
      return raw ? QVariant(m_sizes[segment.id]) : QVariant(QLocale().toString(m_sizes[segment.id]));
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
