// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>
#include <optional>

#include "items/campaign_acts.h"
#include "items/campaign_filter.h"
#include "items/campaign_list_model.h"
#include "ui/services.h"

class QStackedWidget;

namespace heliograph::ui {

class Button;
class CampaignActions;
class CampaignDesk;
class CampaignTable;
class FilterBar;
class FirstSteps;
class HomeNotice;
class SearchField;
class SelectedCampaign;

/// The first page: all campaigns, searched and filtered, and at the right what the selected one says. While there is
/// none it leads to the first one.
class HomePage final : public QWidget {
  Q_OBJECT
 public:
  explicit HomePage(Services& services, QWidget* parent = nullptr);

  /// Reads the list anew; what is selected stays so.
  void refresh();
  void focusSearch();
  /// Orders the list by a column.
  void sortBy(items::CampaignListModel::Column column, Qt::SortOrder order);
  /// Narrows the list.
  void showQuery(const campaign::CampaignQuery& query);
  /// The selected campaign; nothing when none or several are.
  [[nodiscard]] std::optional<campaign::CampaignSummary> selected() const;
  /// What can be done to the selected campaigns.
  [[nodiscard]] CampaignActions& campaignActions() { return *m_actions; }
  /// Who does things to campaigns and says here what came of it.
  [[nodiscard]] CampaignDesk& desk() { return *m_desk; }

 Q_SIGNALS:
  void newRequested();
  void importRequested();
  void sampleRequested();
  void addProviderRequested();
  void sandboxRequested();
  void openRequested(const heliograph::campaign::CampaignSummary& campaign);
  void cloneRequested(heliograph::CampaignId id);
  /// A scheduled campaign is to become a draft again and be opened.
  void unscheduleRequested(heliograph::CampaignId id);
  /// Another campaign is selected, or the selected one changed.
  void selectionChanged();
  void failed(const QString& why);

 protected:
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  enum Page { ListPage, FirstPage };
  enum Body { TableBody, NothingBody };

  QWidget* makeBar();
  QWidget* makeList();
  QWidget* makeNothing();
  void connectParts();
  void connectSteps();
  void showRows(std::vector<campaign::CampaignSummary> rows);
  void showPage();
  void showSelected();
  void refreshOne(CampaignId id);
  void openMenu(const QPoint& globalPos);
  void act(items::Act act);
  void openTest(CampaignId id);
  void openLabels();
  void askToStop();
  void askToRemove();
  void chooseExport();
  void chooseImport();

  Services& m_services;
  items::CampaignListModel m_model;
  items::CampaignFilter m_filter;
  QTimer m_soon;
  QSet<CampaignId> m_moving;  ///< campaigns whose figures changed since the last look
  bool m_loading = false;
  bool m_again = false;
  bool m_shown = false;  ///< the list was there once
  CampaignId m_toSelect;
  Button* m_new = nullptr;
  Button* m_import = nullptr;
  CampaignActions* m_actions;
  CampaignDesk* m_desk;
  SearchField* m_search;
  FilterBar* m_filters;
  HomeNotice* m_notice;
  CampaignTable* m_table;
  SelectedCampaign* m_pane;
  FirstSteps* m_steps;
  QStackedWidget* m_stack;
  QStackedWidget* m_body;
};

}  // namespace heliograph::ui
