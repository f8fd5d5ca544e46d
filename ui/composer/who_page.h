// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "audience/reachability.h"
#include "ui/composer/page/step_page.h"
#include "ui/who/reach_watch.h"

class QStackedWidget;
class QTabBar;

namespace heliograph::ui {

class AudienceOptions;
class ChoiceCard;
class ListsTab;
class LiveCard;
class LiveEditor;
class LiveWatch;
class OutcomeLine;
class OutcomeWatch;
class PageHeader;
class ReachCard;
class RulesTab;
class SavedSegments;

/// Who: a saved segment, a list, rules made here, or everybody, which is never chosen by itself. At the right who that
/// reaches. For people as they act instead what makes the message leave, and how often that would have been.
class WhoPage final : public StepPage {
  Q_OBJECT
 public:
  WhoPage(Services& services, CampaignDocument& document, OutcomeWatch& outcome, QWidget* parent = nullptr);

  void load(const campaign::Campaign& campaign) override;
  void focusField(const QString& field, int offset = -1) override;
  void enter() override;

 Q_SIGNALS:
  void importRequested();
  /// The reach was counted: people who can be texted; -1 when nobody is chosen.
  void reachChanged(qint64 people);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  enum Tab { SavedTab, ListsTabIndex, RulesTabIndex, EverybodyTab };

  void makeTabs();
  void connectTabs();
  QWidget* makeEverybody();
  QWidget* makeSide();
  void watchReach();
  void watchOptions();
  void readWorkspace();
  void changeGroup();
  void changeSeeds();
  void showTab(int tab);
  void showWay();
  void makeLive();
  void storeLive(const audience::LiveSegment& live, bool choice);
  void storeRules();
  void showPerson(ProfileId person);
  void showPeople(std::optional<audience::Reachability> kind, const QString& title, qint64 people);

  ReachWatch* m_watch;
  ReachCard* m_reach;
  ReachView m_view;
  QTabBar* m_tabs;
  QStackedWidget* m_stack;
  SavedSegments* m_saved;
  ListsTab* m_lists;
  RulesTab* m_rules;
  ChoiceCard* m_everybody;
  AudienceOptions* m_options;
  OutcomeLine* m_outcome;
  PageHeader* m_header;
  LiveWatch* m_liveWatch;
  LiveCard* m_liveCard;
  LiveEditor* m_live = nullptr;  ///< made when it is first needed
};

}  // namespace heliograph::ui
