// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>
#include <optional>
#include <set>

#include "campaign/campaign_summary.h"

namespace heliograph::items {

/// Narrows a CampaignListModel to some standings and to names, labels and audiences that contain a text.
class CampaignFilter final : public QSortFilterProxyModel {
  Q_OBJECT
 public:
  using QSortFilterProxyModel::QSortFilterProxyModel;

  /// An empty set lets all standings through.
  void setStandings(std::set<campaign::Standing> standings);
  void setText(const QString& text);

 protected:
  [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

 private:
  std::set<campaign::Standing> m_standings;
  QString m_text;
};

}  // namespace heliograph::items
