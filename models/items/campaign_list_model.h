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

/// Why a campaign is held, in the few words of a column.
[[nodiscard]] QString heldWords(const campaign::CampaignSummary& campaign, const QDateTime& now);

namespace role {
inline constexpr int Labels = Qt::UserRole + 3;  ///< the campaign's labels, a QStringList
}

/// The campaigns of a workspace as they stand on the first page. A draft's name can be edited: renamed() asks for it.
class CampaignListModel final : public RowsModel<campaign::CampaignSummary> {
  Q_OBJECT
 public:
  enum Column { State, Name, Audience, NextRun, People, Sent, Unclear, ColumnCount };

  explicit CampaignListModel(const Clock& clock, QObject* parent = nullptr);

  /// Takes a newer state of one campaign; does nothing when it isn't in the list.
  void update(const campaign::CampaignSummary& campaign);
  [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
  bool setData(const QModelIndex& index, const QVariant& value, int role) override;

 Q_SIGNALS:
  /// Somebody typed another name for a draft.
  void renamed(heliograph::CampaignId id, const QString& name);

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
