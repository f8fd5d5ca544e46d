// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/campaign_filter.h"

#include "items/campaign_list_model.h"

namespace heliograph::items {

void CampaignFilter::setStandings(std::set<campaign::Standing> standings) {
  m_standings = std::move(standings);
  invalidateFilter();
}

void CampaignFilter::setText(const QString& text) {
  m_text = text.trimmed();
  invalidateFilter();
}

bool CampaignFilter::filterAcceptsRow(int row, const QModelIndex&) const {
  const auto& campaign = static_cast<const CampaignListModel*>(sourceModel())->row(row);
  if (!m_standings.empty() && !m_standings.contains(campaign.standing)) return false;
  if (m_text.isEmpty()) return true;
  return campaign.name.contains(m_text, Qt::CaseInsensitive) ||
         campaign.audience.contains(m_text, Qt::CaseInsensitive) ||
         !campaign.labels.filter(m_text, Qt::CaseInsensitive).isEmpty();
}

}  // namespace heliograph::items
