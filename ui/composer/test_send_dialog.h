// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "audience/profile.h"
#include "campaign/campaign.h"
#include "delivery/test_send.h"
#include "items/route_list_model.h"
#include "ui/services.h"

class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace heliograph::ui {

class Button;
class Chip;
class Label;
class PersonField;

/// One real message to one number, and the provider's answer in its own words.
class TestSendDialog final : public QDialog {
  Q_OBJECT
 public:
  /// `asIdentity` is the person whose values are proposed; empty for nobody's. With `provider` only that one is tested.
  TestSendDialog(Services& services, const campaign::Campaign& campaign, const QString& asIdentity,
                 std::optional<ProviderId> provider = {}, QWidget* parent = nullptr);

  /// Proposes a copy of the message, from 0.
  void setCopy(int copy);

 Q_SIGNALS:
  /// A test was sent, whatever came of it.
  void tested();

 private:
  void makeFields(const QString& asIdentity);
  QWidget* makeResult();
  void arrange(QWidget* result);
  void loadProviders();
  void loadTestPeople();
  void showTestPeople(std::vector<audience::Profile> people);
  void chooseTestPerson(int index);
  void checkNumber();
  [[nodiscard]] bool isFree() const;
  void send();
  void show(const Result<delivery::TestSendResult>& result);
  using QDialog::show;

  Services& m_services;
  campaign::Campaign m_campaign;
  std::optional<ProviderId> m_provider;
  items::RouteListModel m_routes;
  std::vector<providers::Route> m_free;         ///< through these nothing reaches a phone and nothing is charged
  std::vector<audience::Profile> m_testPeople;  ///< those who are offered first
  QComboBox* m_testPerson;
  Label* m_testPersonLabel;
  QLineEdit* m_number;
  Label* m_numberNote;
  QComboBox* m_through;
  QComboBox* m_copy;
  PersonField* m_as;
  Chip* m_outcome;
  Label* m_words;
  Label* m_text;
  QWidget* m_result;
  Button* m_send;
  bool m_sending = false;
};

}  // namespace heliograph::ui
