// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/composer/page/step_page.h"
#include "ui/composer/start/start_facts.h"

class QLineEdit;

namespace heliograph::ui {

class Button;
class GoalField;
class Label;
class LabelField;
class ReadinessStrip;
class RouteCombo;
class SegmentedChoice;
class WayCards;

/// Start: what the campaign is called, what and whom it is for and what it is sent through, and whether there is
/// anything to send to and with.
class StartPage final : public StepPage {
  Q_OBJECT
 public:
  StartPage(Services& services, CampaignDocument& document, QWidget* parent = nullptr);

  void load(const campaign::Campaign& campaign) override;
  void focusField(const QString& field, int offset = -1) override;
  void enter() override;

 Q_SIGNALS:
  void importRequested();
  void providersRequested();
  void pricesRequested();

 private:
  void makeFields();
  QWidget* makePurpose();
  QWidget* makeWay();
  QWidget* makeRoute();
  QWidget* makeNoRoute();
  void makeStrip();
  void showFacts(const StartFacts& facts);
  void showRoute(const providers::Route& route);
  void showPurpose(campaign::Purpose purpose);
  void lookForPrices();
  void chooseWay(bool live);
  void storeRoute(int row);
  void useSandbox();

  items::RouteListModel m_routes;
  StartFacts m_facts;
  QLineEdit* m_name;
  LabelField* m_labels;
  Label* m_labelProblem;
  SegmentedChoice* m_purpose;
  Label* m_consequence;
  WayCards* m_way;
  campaign::Audience m_otherWay;  ///< what was chosen there before this one was taken; nothing at first
  RouteCombo* m_route;
  Label* m_aboutRoute;
  QWidget* m_noRoute;
  Button* m_sandbox;
  Label* m_sandboxProblem;
  GoalField* m_goal;
  ReadinessStrip* m_strip;
  quint64 m_priceGeneration = 0;
};

}  // namespace heliograph::ui
