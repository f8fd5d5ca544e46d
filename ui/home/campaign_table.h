// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "items/campaign_filter.h"

namespace heliograph::ui {

class PlainTable;

/// The table of campaigns. What is selected stays selected whatever is filtered, sorted or read anew, as long as it is
/// in the list.
class CampaignTable final : public QWidget {
  Q_OBJECT
 public:
  explicit CampaignTable(items::CampaignFilter& filter, QWidget* parent = nullptr);

  [[nodiscard]] PlainTable& view() { return *m_view; }
  /// The selected campaigns, from top to bottom.
  [[nodiscard]] std::vector<campaign::CampaignSummary> selected() const;
  /// The one the keyboard is at, if it is selected.
  [[nodiscard]] std::optional<campaign::CampaignSummary> current() const;
  /// Selects a campaign alone and scrolls to it; false when it isn't shown.
  bool select(CampaignId id);
  /// Lets the person type another name for the current campaign.
  void editName();
  /// Sorts by a column; -1: last changed first.
  void sortBy(int column, Qt::SortOrder order);
  /// Shows the column that only matters when something is unclear.
  void showUnclear(bool show);

 Q_SIGNALS:
  void selectionChanged();
  /// Enter or a double click.
  void activated();
  /// The order is another one; -1: last changed first.
  void sorted(int column, Qt::SortOrder order);
  void menuRequested(const QPoint& globalPos);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void layOutColumns();
  /// Gives the audience what it needs of the room that names leave, and names the rest.
  void shareRoom();
  void remember();
  void restore();

  items::CampaignFilter& m_filter;
  PlainTable* m_view;
  std::vector<CampaignId> m_kept;
  CampaignId m_keptCurrent;
  int m_keptRow = 0;
  bool m_restoring = false;
};

}  // namespace heliograph::ui
