// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "campaign/campaign_summary.h"
#include "core/clock.h"
#include "items/rows_model.h"

namespace heliograph::items {

/// How a campaign stands, as a word for its chip.
[[nodiscard]] QString standingWord(campaign::Standing standing);
[[nodiscard]] RowTone standingTone(campaign::Standing standing);

/// The campaigns of a workspace as they stand on the first page.
class CampaignListModel final : public RowsModel<campaign::CampaignSummary> {
  Q_OBJECT
 public:
  enum Column { State, Name, Audience, NextRun, People, Sent, Unclear, ColumnCount };

  explicit CampaignListModel(const Clock& clock, QObject* parent = nullptr);

 protected:
  [[nodiscard]] int columns() const override { return ColumnCount; }
  [[nodiscard]] QString columnName(int column) const override;
  [[nodiscard]] bool isFigure(int column) const override { return column >= People; }
  [[nodiscard]] qint64 key(const campaign::CampaignSummary& campaign) const override { return campaign.id.value; }
  [[nodiscard]] QVariant cell(const campaign::CampaignSummary& campaign, int column, int role) const override;

 private:
  [[nodiscard]] QVariant raw(const campaign::CampaignSummary& campaign, int column) const;
  [[nodiscard]] QString nextRun(const campaign::CampaignSummary& campaign) const;

  const Clock& m_clock;
};

}  // namespace heliograph::items
