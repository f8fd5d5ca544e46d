// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/property_list_model.h"
#include "items/segment_list_model.h"
#include "ui/composer/step_page.h"

class QLineEdit;
class QStackedWidget;
class QTabBar;

namespace heliograph::ui {

class Button;
class ChoiceCard;
class Label;
class PlainTable;
class ReachCard;
class ReachWatch;
class RuleList;

/// Who: a saved segment, rules made here, or everybody, which is never chosen by itself. At the right who that reaches.
class WhoPage final : public StepPage {
  Q_OBJECT
 public:
  WhoPage(Services& services, CampaignDocument& document, QWidget* parent = nullptr);

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
  enum Tab { SavedTab, RulesTab, EverybodyTab };

  QWidget* makeSaved();
  QWidget* makeRules();
  QWidget* makeEverybody();
  void watchReach();
  void showTab(int tab);
  void loadLists();
  void showSegments(std::vector<audience::SavedSegment> segments);
  void countSegments();
  void selectSegment(SegmentId id);
  void storeSegment();
  void storeRules();
  void saveAsSegment();

  items::SegmentListModel m_segments;
  items::PropertyListModel m_properties;
  ReachWatch* m_watch;
  ReachCard* m_reach;
  QTabBar* m_tabs;
  QStackedWidget* m_stack;
  PlainTable* m_table;
  QWidget* m_noSegments;
  RuleList* m_rules;
  Label* m_sentence;
  QLineEdit* m_segmentName;
  Button* m_saveSegment;
  Label* m_saved;
  ChoiceCard* m_everybody;
};

}  // namespace heliograph::ui
