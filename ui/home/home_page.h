// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>
#include <optional>

#include "items/campaign_filter.h"
#include "items/campaign_list_model.h"
#include "ui/services.h"

class QStackedWidget;

namespace heliograph::ui {

class PlainTable;
class SearchField;
class SelectedCampaign;
class StandingChips;

/// The first page: all campaigns, searched and filtered, and at the right what the selected one says.
class HomePage final : public QWidget {
  Q_OBJECT
 public:
  explicit HomePage(Services& services, QWidget* parent = nullptr);

  /// Reads the list anew; what is selected stays so.
  void refresh();
  void focusSearch();
  /// The selected campaign; nothing when none is.
  [[nodiscard]] std::optional<campaign::CampaignSummary> selected() const;

 Q_SIGNALS:
  void newRequested();
  void importRequested();
  void sampleRequested();
  void openRequested(const heliograph::campaign::CampaignSummary& campaign);
  void cloneRequested(heliograph::CampaignId id);
  void archiveRequested(heliograph::CampaignId id);
  void removeRequested(heliograph::CampaignId id);
  /// Another campaign is selected, or the selected one changed.
  void selectionChanged();
  void failed(const QString& why);

 private:
  QWidget* makeBar();
  QWidget* makeList();
  QWidget* makeEmpty();
  void showRows(std::vector<campaign::CampaignSummary> rows);
  void showSelected();
  void openMenu(const QPoint& at);

  Services& m_services;
  items::CampaignListModel m_model;
  items::CampaignFilter m_filter;
  QTimer m_soon;
  bool m_loading = false;
  SearchField* m_search;
  StandingChips* m_chips;
  QStackedWidget* m_stack;
  PlainTable* m_table;
  SelectedCampaign* m_pane;
};

}  // namespace heliograph::ui
