// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/campaign_filter.h"

#include <numeric>

#include "items/campaign_order.h"

namespace heliograph::items {

using campaign::CampaignSummary;

CampaignFilter::CampaignFilter(CampaignListModel& campaigns, const Clock& clock, QObject* parent)
    : QAbstractProxyModel(parent), m_campaigns(campaigns), m_clock(clock) {
  setSourceModel(&campaigns);
  connect(&campaigns, &QAbstractItemModel::modelAboutToBeReset, this, [this] { beginResetModel(); });
  connect(&campaigns, &QAbstractItemModel::modelReset, this, [this] {
    order();
    show(wanted());
    endResetModel();
  });
  connect(&campaigns, &QAbstractItemModel::dataChanged, this, &CampaignFilter::follow);
  order();
  show(wanted());
}

void CampaignFilter::setQuery(const campaign::CampaignQuery& query) {
  m_query = query;
  std::vector<int> rows = wanted();
  if (rows == m_shown) return;
  beginResetModel();
  show(std::move(rows));
  endResetModel();
}

void CampaignFilter::sort(int column, Qt::SortOrder order) {
  m_column = column;
  m_direction = order;
  beginResetModel();
  this->order();
  show(wanted());
  endResetModel();
}

void CampaignFilter::order() {
  m_ordered = campaignOrder(m_campaigns.rows(), m_column, m_direction);
}

std::vector<int> CampaignFilter::wanted() const {
  const campaign::CampaignMatcher matcher(m_query, m_clock.now());
  std::vector<int> rows;
  rows.reserve(m_ordered.size());
  for (const int row : m_ordered) {
    if (matcher.matches(m_campaigns.row(row))) rows.push_back(row);
  }
  return rows;
}

void CampaignFilter::show(std::vector<int> rows) {
  m_shown = std::move(rows);
  m_places.assign(m_campaigns.rows().size(), -1);
  for (std::size_t place = 0; place < m_shown.size(); ++place) {
    m_places[static_cast<std::size_t>(m_shown[place])] = static_cast<int>(place);
  }
}

void CampaignFilter::follow(const QModelIndex& first, const QModelIndex& last) {
  order();
  std::vector<int> rows = wanted();
  if (rows != m_shown) {
    beginResetModel();
    show(std::move(rows));
    endResetModel();
    return;
  }
  if (m_shown.empty()) return;
  int top = 0;
  int bottom = rowCount() - 1;
  if (first.row() == last.row()) top = bottom = m_places[static_cast<std::size_t>(first.row())];
  if (top >= 0) Q_EMIT dataChanged(index(top, 0), index(bottom, columnCount() - 1));
}

const CampaignSummary& CampaignFilter::row(int number) const {
  return m_campaigns.row(m_shown.at(static_cast<std::size_t>(number)));
}

int CampaignFilter::rowOf(CampaignId id) const {
  const int row = m_campaigns.rowOf(id.value);
  return row < 0 ? -1 : m_places[static_cast<std::size_t>(row)];
}

QModelIndex CampaignFilter::mapToSource(const QModelIndex& index) const {
  if (!index.isValid()) return {};
  return m_campaigns.index(m_shown.at(static_cast<std::size_t>(index.row())), index.column());
}

QModelIndex CampaignFilter::mapFromSource(const QModelIndex& index) const {
  if (!index.isValid()) return {};
  const int place = m_places.at(static_cast<std::size_t>(index.row()));
  return place < 0 ? QModelIndex() : createIndex(place, index.column());
}

QModelIndex CampaignFilter::index(int row, int column, const QModelIndex& parent) const {
  return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex();
}

int CampaignFilter::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int CampaignFilter::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : m_campaigns.columnCount();
}

QVariant CampaignFilter::headerData(int section, Qt::Orientation orientation, int role) const {
  return m_campaigns.headerData(section, orientation, role);
}

}  // namespace heliograph::items
