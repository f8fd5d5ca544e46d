// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractProxyModel>
#include <vector>

#include "campaign/campaign_query.h"
#include "core/clock.h"
#include "items/campaign_list_model.h"

namespace heliograph::items {

/// Narrows a CampaignListModel to what a query asks for, in the order of a column. Every change is one reset: thousands
/// of rows that come and go one by one would cost a view more than all rows anew.
class CampaignFilter final : public QAbstractProxyModel {
  Q_OBJECT
 public:
  CampaignFilter(CampaignListModel& campaigns, const Clock& clock, QObject* parent = nullptr);

  void setQuery(const campaign::CampaignQuery& query);
  [[nodiscard]] const campaign::CampaignQuery& query() const { return m_query; }
  /// The campaign of a row; it must exist.
  [[nodiscard]] const campaign::CampaignSummary& row(int number) const;
  /// The row of a campaign; -1 when it is not let through.
  [[nodiscard]] int rowOf(CampaignId id) const;

  /// Column -1: as the model has them, last changed first.
  void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
  [[nodiscard]] QModelIndex mapToSource(const QModelIndex& index) const override;
  [[nodiscard]] QModelIndex mapFromSource(const QModelIndex& index) const override;
  [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
  [[nodiscard]] QModelIndex parent(const QModelIndex&) const override { return {}; }
  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  /// Every row of the source in the order of the column.
  void order();
  [[nodiscard]] std::vector<int> wanted() const;
  void show(std::vector<int> rows);
  void follow(const QModelIndex& first, const QModelIndex& last);

  CampaignListModel& m_campaigns;
  const Clock& m_clock;
  campaign::CampaignQuery m_query;
  int m_column = -1;
  Qt::SortOrder m_direction = Qt::AscendingOrder;
  std::vector<int> m_ordered;
  std::vector<int> m_shown;   ///< of each row here, the source's
  std::vector<int> m_places;  ///< of each row of the source, the one here, or -1
};

}  // namespace heliograph::items
