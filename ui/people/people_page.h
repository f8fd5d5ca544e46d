// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>
#include <memory>

#include "items/found_people_model.h"
#include "ui/services.h"

class QStackedWidget;

namespace heliograph::ui {

class IconButton;
class Label;
class PeopleDesk;
class PeopleMenu;
class PeopleTable;
class PersonPane;
class SearchField;
class Spinner;
enum class PeopleAct;

/// Everybody in the workspace: searched by name, number or identity, looked at one by one, and what can be done with
/// them.
class PeoplePage final : public QWidget {
  Q_OBJECT
 public:
  explicit PeoplePage(Services& services, QWidget* parent = nullptr);
  ~PeoplePage() override;

  /// Reads the list and what searching needs anew.
  void refresh();
  /// Searches for a person of exactly this identity and shows them.
  void showPerson(const QString& identity);
  void focusSearch();
  /// How the way back is called.
  void setBehind(const QString& name);

 Q_SIGNALS:
  void leaveRequested();
  void importRequested();
  void campaignRequested(heliograph::CampaignId campaign);
  void failed(const QString& why);

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  enum View { ListView, NothingView, EmptyView };
  QWidget* makeBar();
  QWidget* makeList();
  QWidget* makeNothing();
  QWidget* makeEmpty();
  void connectParts();
  void readIndex();
  void count();
  void showAnswer();
  void showFoot();
  void act(PeopleAct act);
  void ask(PeopleAct act, const std::vector<audience::Profile>& people);
  void chooseExport(const std::vector<audience::Profile>& people);

  Services& m_services;
  std::shared_ptr<audience::PeopleFinder> m_finder;
  items::FoundPeopleModel m_model;
  PeopleDesk* m_desk;
  PeopleMenu* m_menu;
  IconButton* m_back = nullptr;
  SearchField* m_search;
  PeopleTable* m_table;
  PersonPane* m_pane;
  QStackedWidget* m_stack;
  Spinner* m_spinner;
  Label* m_count;
  Label* m_note;
  QTimer m_typing;
  CancelToken m_indexing;
  CancelToken m_counting;
  quint64 m_counted = 0;
  qint64 m_people = -1;
  bool m_isIndexing = false;
  bool m_searchesAgain = false;  ///< once the index is read, as there may be others to be found
  QString m_wanted;              ///< identity to be selected once it is found
};

}  // namespace heliograph::ui
