// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/route_list_model.h"
#include "ui/composer/step_page.h"

class QComboBox;
class QLineEdit;

namespace heliograph::ui {

class Chip;
class Label;
class LinkButton;

/// Start: what the campaign is called and what it is sent through, and whether there is anything to send to and with.
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

 private:
  void makeFields();
  QWidget* makeRoute();
  QWidget* makeStrip();
  void showRoutes(std::vector<items::RouteEntry> entries);
  void showRoute(const providers::Route& route);
  void showContacts(qint64 count);
  void storeRoute(int row);

  items::RouteListModel m_routes;
  QLineEdit* m_name;
  QLineEdit* m_labels;
  Label* m_labelProblem;
  QComboBox* m_route;
  Chip* m_contacts;
  Chip* m_provider;
  LinkButton* m_fixContacts;
  LinkButton* m_fixProvider;
};

}  // namespace heliograph::ui
