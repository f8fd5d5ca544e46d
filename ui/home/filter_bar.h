// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "campaign/saved_filters.h"
#include "items/campaign_list_model.h"
#include "ui/home/filter_menu.h"
#include "ui/services.h"

namespace heliograph::ui {

class FilterChip;
class FilterLine;
class StandingChips;

/// All that narrows the list besides the search field: quick filters, "+ Filter", and the filters with names, which it
/// reads from the workspace and keeps there.
class FilterBar final : public QWidget {
  Q_OBJECT
 public:
  /// `campaigns` are counted, and their labels offered.
  FilterBar(Services& services, const items::CampaignListModel& campaigns, QWidget* parent = nullptr);

  [[nodiscard]] const campaign::CampaignQuery& query() const { return m_query; }
  /// Narrows by words; the rest of the query stays.
  void setText(const QString& text);
  void setQuery(const campaign::CampaignQuery& query);
  /// Counts the campaigns anew.
  void recount();
  /// The order the menu shows as set.
  void setOrder(int column, Qt::SortOrder order);
  /// Reads named filters and what campaigns are sent through anew.
  void refresh();
  /// Opens "+ Filter" under its chip.
  void openMenu();

 Q_SIGNALS:
  void queryChanged(const heliograph::campaign::CampaignQuery& query);
  void sortWanted(int column, Qt::SortOrder order);
  void failed(const QString& why);

 private:
  void connectLine();
  void keep(std::function<Result<>()> work);
  void showQuery();

  Services& m_services;
  campaign::CampaignQuery m_query;
  FilterChoices m_choices;
  const items::CampaignListModel& m_campaigns;
  int m_column = -1;
  Qt::SortOrder m_order = Qt::AscendingOrder;
  StandingChips* m_standings;
  FilterChip* m_more;
  FilterLine* m_line;
  FilterMenu* m_menu;
};

}  // namespace heliograph::ui
